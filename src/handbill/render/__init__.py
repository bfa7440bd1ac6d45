"""artifact → bytes: Jinja for pages, Typst for sheets, pikepdf and zip for what is made of those."""

from __future__ import annotations

import datetime
import hashlib
import os
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from functools import cached_property, lru_cache, partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbill.compose.artifacts import (
    Artifact,
    Body,
    Combined,
    Editable,
    Files,
    Illustrated,
    OfOthers,
    Overview,
    Pack,
    Page,
    Picture,
    SeveralUp,
    Sheet,
    Static,
    Stream,
    Tiled,
    WebPhoto,
)
from handbill.load.fonts import Family
from handbill.load.glyphs import load_glyphs
from handbill.load.images import Image
from handbill.model.texts import walk
from handbill.model.units import MM_PER_INCH
from handbill.problems import Both, Problem, ProblemsFound
from handbill.render.cache import RenderCache, Store, digest_of_files, digest_of_key
from handbill.render.fillable import fillable
from handbill.render.fonts import font_files
from handbill.render.kept_faults import kept, read
from handbill.render.layout import FINISHERS, layout_of
from handbill.render.licences import licence_texts
from handbill.render.order import in_order
from handbill.render.packs import combine, illustrated, render_pack
from handbill.render.pages import PageRenderer
from handbill.render.photos import cut_out
from handbill.render.pictures import with_palette
from handbill.render.placed import placed

if TYPE_CHECKING:
    from handbill.render.typst import SheetRenderer

Families = frozenset[Family]
LAYOUTS_AHEAD = 4
"""Of each core: layouts whose drawings may wait to be taken, so that a large site does not fill the
memory."""


@lru_cache(maxsize=4)
def _page_renderer(templates: Path, compiled: Store | None) -> PageRenderer:
    """Kept over rebuilds of a preview: Jinja reads a changed template anew by itself."""
    return PageRenderer(templates, compiled)


class Renderer:
    """Makes the bytes of artifacts, drawing sheets on every core.

    templates: the merged look. names: words of the language, for packs and tiles. moment: the
    date inside PDFs and zips. cache: where drawn sheets are kept between builds. images: those that
    sheets show. Raises
    ProblemsFound from `render` for a template that fails, a missing glyph and copy that does not
    fit.
    """

    def __init__(
        self,
        templates: Path,
        moment: datetime.datetime,
        cache: RenderCache,
        names: Mapping[str, str],
        fonts: Path | None = None,
        images: Iterable[Image] = (),
    ) -> None:
        self._templates = templates
        self._moment = moment
        self._cache = cache
        self._names = names
        self._fonts = fonts
        self._images = {image.name: image for image in images}
        self._pages = _page_renderer(templates, cache.sibling("jinja"))
        self._thread = threading.local()
        self._weights: dict[str, int] = {}
        """Sizes in bytes of files that pages state, by path."""
        self._layouts: dict[tuple[str, int], tuple[Mapping[str, Any], str, Families]] = {}
        """Digests of layouts and their families, by kind and identity of the data, with the data."""
        self._families: dict[str, Families] = {}
        """What artifacts are set in besides the families of every sheet, by path."""

    @property
    def _sheets(self) -> SheetRenderer:
        """The thread's own: a compiler serves one thread at a time."""
        if not hasattr(self._thread, "sheets"):
            # A build that finds every drawing in the cache starts neither Typst nor pikepdf.
            from handbill.render.typst import SheetRenderer

            self._thread.sheets = SheetRenderer(self._templates, self._fonts, self._images)
        sheets: SheetRenderer = self._thread.sheets
        return sheets

    @cached_property
    def drawing(self) -> list[str]:
        """What every drawing depends on besides its data."""
        tops = [path for path in self._templates.iterdir() if path.name != "site"]
        # All but pages: a template may draw with pictures of its own.
        files = [
            file
            for top in tops
            for file in (top.rglob("*") if top.is_dir() else [top])
            if file.is_file() and file.suffix != ".j2"
        ]
        fonts = [f"{file.name}:{file.stat().st_size}" for file in font_files(self._fonts)]
        return [
            version("typst"),
            version("pikepdf"),
            version("pillow"),
            version("handbill"),
            self._moment.isoformat(),
            digest_of_files(files, self._templates),
            *fonts,
        ]

    def render(self, artifacts: Sequence[Artifact]) -> Files:
        """Yields every artifact with its bytes, in an order in which each comes after what it is
        made of (see `in_order`).

        A fault does not end the run: all of them are gathered and raised together, as
        ProblemsFound, placed at the artifact's source.
        """
        problems: list[Problem] = []
        made: dict[str, bytes] = {}
        users = Counter(
            path
            for artifact in artifacts
            if isinstance(artifact.body, OfOthers)
            for path in set(artifact.body.paths)
        )
        self._weights, self._layouts, self._families = {}, {}, {}
        for artifact, drawn in self._ahead(list(in_order(artifacts, self._layout))):
            if problems and isinstance(artifact.body, OfOthers):
                continue  # what it is made of may be missing
            try:
                if isinstance(artifact.body, Stream):
                    yield from () if problems else self.streamed(artifact, artifact.body)
                    continue
                if isinstance(drawn, ProblemsFound):
                    raise drawn
                if isinstance(artifact.body, OfOthers):
                    content = self._of_others(artifact, artifact.body, made)
                    users.subtract(set(artifact.body.paths))
                    made = {path: one for path, one in made.items() if users[path] > 0}
                else:
                    content = self.one(artifact) if drawn is None else drawn
            except ProblemsFound as found:
                problems += placed(found.problems, artifact)
                continue
            self._families[artifact.path] = self._set_in(artifact.body)
            if users[artifact.path] > 0:
                made[artifact.path] = content
            if isinstance(artifact.body, OfOthers):
                self._weights[artifact.path] = len(content)
            if not problems:
                yield artifact, content
        if problems:
            raise ProblemsFound(list({str(problem): problem for problem in problems}.values()))

    def streamed(self, artifact: Artifact, stream: Stream) -> Files:
        """Yields each page of a stream with its bytes, as an artifact of its own. Raises
        ProblemsFound at the first that fails: all are made by one template."""
        for path, text in self._pages.stream(stream):
            yield Artifact(path, stream, artifact.source), text.encode()

    def streamed_page(self, stream: Stream, path: str) -> bytes | None:
        """Returns one page of a stream, None where it has none of that path. Raises ProblemsFound."""
        text = self._pages.streamed_page(stream, path)
        return None if text is None else text.encode()

    def faults(
        self,
        artifacts: Sequence[Artifact],
        draw: bool = True,
        count: Callable[[int, int], None] | None = None,
    ) -> Iterator[tuple[Artifact, Problem]]:
        """Draws what has not been tried yet, for the cache, and yields what cannot be drawn with
        each of its faults. Only PDFs say that a font lacks a character: texts of what has none are
        looked up in the fonts. draw: else nothing is drawn, and earlier runs say what they found.
        count: is told how many of how many are drawn."""
        self._layouts = {}
        drawn = [one for one in artifacts if self._layout(one)]
        said = {
            self._layout(one)
            for one in drawn
            if isinstance(one.body, Sheet) and one.body.format == "pdf"
        }
        glyphs = load_glyphs(self._fonts)
        for one in drawn if glyphs else ():
            if glyphs and isinstance(one.body, Sheet) and self._layout(one) not in said:
                texts = "".join(text for _, text, _ in walk(one.body.data["sheets"]))
                if missing := glyphs.missing(texts, serif=True):
                    codes = [f"U+{ord(character):04X}" for character in missing]
                    name = one.body.data["sheets"][0]["id"]
                    problem = Problem("E702", None, sheet=name, character=missing, codepoint=codes)
                    yield from ((one, told) for told in placed([problem], one))
        fresh = []
        for one in drawn:
            if self._cache.has(self._key(one)):
                continue
            if known := self._cache.find(self._faulty(one)):
                yield from ((one, told) for told in placed(read(known), one))
            elif draw:
                fresh.append(one)
        for done, (one, made) in enumerate(
            self._ahead(list(in_order(fresh, self._layout))), start=1
        ):
            if count:
                count(done, len(fresh))
            if isinstance(made, ProblemsFound):
                if not any(problem.code == "E703" for problem in made.problems):
                    self._cache.get(self._faulty(one), partial(kept, made.problems))
                yield from ((one, told) for told in placed(made.problems, one))

    def _faulty(self, artifact: Artifact) -> list[Any]:
        """What names the faults of a drawing in the cache: with the same fonts they are the same."""
        return ["faults", *self._key(artifact)]

    def layouts(self, artifacts: Sequence[Artifact]) -> list[Artifact]:
        """Returns a drawing of each layout: the PDF where there is one, since that alone says what
        no font has."""
        drawn = sorted(
            (one for one in artifacts if isinstance(one.body, Sheet | Picture)),
            key=lambda one: not (isinstance(one.body, Sheet) and one.body.format == "pdf"),
        )
        return list({self._layout(one): one for one in reversed(drawn)}.values())[::-1]

    def _layout(self, artifact: Artifact) -> str | None:
        """What drawings of one layout have in common; None for what is not drawn by Typst."""
        match artifact.body:
            case Sheet(kind, data):
                key = kind, id(data)
                if key not in self._layouts:
                    layout = layout_of(kind, data, self._fonts)
                    self._layouts[key] = data, layout.digest, frozenset(layout.typefaces.others)
                return self._layouts[key][1]
            case Picture():
                return artifact.path
        return None

    def _ahead(
        self, artifacts: Sequence[Artifact]
    ) -> Iterator[tuple[Artifact, bytes | ProblemsFound | None]]:
        """Each artifact in turn; those that Typst draws with their bytes, or with what is wrong.

        All drawings of a layout are made by one thread, one after another; there are as many
        threads as cores (Typst lets go of the interpreter while it draws), and they draw ahead.
        """
        _ = self.drawing  # worked out once, before the threads ask for it
        cores = os.cpu_count() or 1
        drawings: dict[str, list[Artifact]] = {}
        for artifact in artifacts:
            if layout := self._layout(artifact):
                drawings.setdefault(layout, []).append(artifact)
        following = iter(drawings.items())
        coming: dict[str, Future[deque[bytes | ProblemsFound]]] = {}
        with ThreadPoolExecutor(cores, thread_name_prefix="sheet") as pool:

            def draw_next() -> None:
                for layout, group in islice(following, 1):
                    coming[layout] = pool.submit(self._together, group)

            for _ in range(LAYOUTS_AHEAD * cores):
                draw_next()
            try:
                for artifact in artifacts:
                    if layout := self._layout(artifact):
                        drawn = coming[layout].result()
                        yield artifact, drawn.popleft()
                        if not drawn:
                            del coming[layout]
                            draw_next()
                    else:
                        yield artifact, None
            finally:
                # Whoever stops half-way (Ctrl+C, a full disk) does not wait for what is not drawn.
                pool.shutdown(wait=False, cancel_futures=True)

    def _together(self, drawings: Iterable[Artifact]) -> deque[bytes | ProblemsFound]:
        """The bytes of each drawing, or what is wrong with it."""
        made: deque[bytes | ProblemsFound] = deque()
        for artifact in drawings:
            try:
                made.append(self.one(artifact))
            except ProblemsFound as found:
                made.append(found)
        return made

    def _of_others(self, artifact: Artifact, body: OfOthers, made: Mapping[str, bytes]) -> bytes:
        """The bytes of what is made of other artifacts."""
        match body:
            case Combined():
                return self._kept(body, made, lambda: combine(body, made))
            case Overview(pictures):
                from handbill.render.contact_sheet import contact_sheet

                items = [(title, made[path]) for title, path in pictures]
                return self._kept(body, made, lambda: contact_sheet(items, self._fonts))
            case Tiled() | SeveralUp():
                return self._kept(body, made, lambda: self._imposed(body, made[body.source]))
            case Illustrated():
                return self._kept(body, made, lambda: self.draw(illustrated(body, made)))
            case Editable():
                return self._editable(artifact, body, made)
            case Pack():
                families = self._set_in(body)
                licences = licence_texts(self._names, sorted(families, key=lambda one: one.name))
                return render_pack(body, made, self._names, self._moment, licences)

    def _editable(self, artifact: Artifact, body: Editable, made: Mapping[str, bytes]) -> bytes:
        """A document of a word processor or a presentation, from the cache while its words and its
        pictures are the same."""
        html = self._pages.render(artifact.path, body.template, body.data, None)
        pictures = {name: made[path] for name, path in body.pictures}
        said = [html, body.language, sorted(body.look.items())]
        parts = [hashlib.sha256(one).hexdigest() for one in pictures.values()]
        libraries = [version(one) for one in ("python-docx", "python-pptx", "handbill")]

        def make() -> bytes:
            from handbill.render.slides import slides
            from handbill.render.word import word_document

            if body.format == "docx":
                return word_document(html, body.language, self._moment)
            return slides(html, body.language, self._moment, body.look, pictures)

        key = [body.format, self._moment.isoformat(), *libraries, said, parts]
        return self._cache.get(key, make)

    def _set_in(self, body: Body) -> Families:
        """The families that an artifact is set in besides those of every sheet."""
        if isinstance(body, Sheet):
            return self._layouts[body.kind, id(body.data)][2]
        if isinstance(body, OfOthers):
            return frozenset().union(*(self._families.get(path, ()) for path in body.paths))
        return frozenset()

    def _kept(self, body: OfOthers, made: Mapping[str, bytes], make: Callable[[], bytes]) -> bytes:
        """What `make` makes of other artifacts, from the cache while those are the same."""
        parts = [hashlib.sha256(made[path]).hexdigest() for path in body.paths]
        return self._cache.get([*self.drawing, type(body).__name__, asdict(body), parts], make)

    def _imposed(self, body: Tiled | SeveralUp, content: bytes) -> bytes:
        from handbill.press.finish import readable
        from handbill.press.imposed import several_up, tile
        from handbill.render.tiles import lettering

        with readable(content):
            pass
        if isinstance(body, SeveralUp):
            return several_up(content, body.paper, body.title).content
        words_on_it = lettering(
            self._sheets, self._names, self._names["lang"], body.title, body.paper, self._moment
        )
        return tile(
            content,
            body.paper,
            body.title,
            overlap=body.overlap,
            scale=body.scale,
            lettering=words_on_it,
        ).content

    def one(self, artifact: Artifact) -> bytes:
        """The bytes of one artifact that is not made of others."""
        match artifact.body:
            case Page(template, data, front_matter, weighs):
                weights = {path: self._weights[path] for path in weighs if path in self._weights}
                return self._pages.render(
                    artifact.path, template, {**data, "weights": weights}, front_matter
                ).encode()
            case Sheet() as sheet:
                return self._cache.get(self._key(artifact), lambda: self.draw(sheet))
            case Picture(name, look, crop):
                return self._cache.get(
                    self._key(artifact), lambda: self._sheets.picture_svg(name, look, crop)
                )
            case WebPhoto(cut):
                key = ["photo", version("pillow"), version("handbill"), cut]
                return self._cache.get(key, lambda: cut_out(self._images[cut["of"]], cut))
            case Static(content):
                return content
        raise TypeError(f"not renderable alone: {artifact.path}")

    def _key(self, artifact: Artifact) -> list[Any]:
        """What a drawing depends on."""
        match artifact.body:
            case Sheet() as sheet:
                return self._depends(sheet, self._layout(artifact))
            case Picture(name, look, crop):
                return [*self.drawing, "picture", name, look, crop]
        raise TypeError(f"not drawn: {artifact.path}")

    def _depends(self, sheet: Sheet, layout: str | None) -> list[Any]:
        """What the drawing of a sheet depends on."""
        return [
            *self.drawing,
            layout,
            sheet.data["edition"],
            *(sheet.data["size"].get(name) for name in FINISHERS),
            sheet.format,
            sheet.page,
            sheet.width_px,
            sheet.colours,
        ]

    def fingerprint(self, sheet: Sheet) -> str:
        """Return a digest of all that a sheet is drawn from; nothing of it is remembered."""
        layout = layout_of(sheet.kind, sheet.data, self._fonts).digest
        return digest_of_key(self._depends(sheet, layout))

    def draw(self, sheet: Sheet) -> bytes:
        """Draw one sheet anew, whatever the cache has. Raises ProblemsFound."""
        if sheet.format == "pdf":
            return self._sheets.pdf(sheet.kind, sheet.data, self._moment)
        if sheet.format == "fields":
            return self._sheets.fields(sheet.kind, sheet.data)
        if sheet.format == "fillable":
            drawn = self._sheets.svg(sheet.kind, sheet.data)
            return fillable(drawn, self._sheets.fields(sheet.kind, sheet.data))
        drawn = (
            self._sheets.svg(sheet.kind, sheet.data) if sheet.format == "svg" else self.pages(sheet)
        )
        if sheet.page >= len(drawn):
            raise ProblemsFound(
                [
                    Problem(
                        "E701",
                        None,
                        sheet=sheet.data["sheets"][0]["id"],
                        said=Both(
                            f"{sheet.kind}/sheet.typ 只画了 {len(drawn)} 面",
                            f"{sheet.kind}/sheet.typ draws {len(drawn)} side(s) only",
                        ),
                    )
                ]
            )
        return (
            with_palette(drawn[sheet.page], sheet.colours) if sheet.colours else drawn[sheet.page]
        )

    def starts(self, sheet: Sheet) -> list[int]:
        """The first page, from 1, of each place of a sheet that has just been drawn."""
        return self._sheets.starts(sheet.kind, sheet.data)

    def pages(self, sheet: Sheet) -> list[bytes]:
        """A PNG of every page of a sheet, `width_px` wide."""
        size = sheet.data["size"]
        inches = size["width"] * size["scale"] / MM_PER_INCH
        return self._sheets.png(sheet.kind, sheet.data, sheet.width_px / inches)
