"""artifact → bytes: Jinja for pages, Typst for sheets, pikepdf and zip for what is made of those."""

from __future__ import annotations

import datetime
import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from handbill.compose.artifacts import (
    Artifact,
    Combined,
    Illustrated,
    OfOthers,
    Overview,
    Pack,
    Page,
    Picture,
    SeveralUp,
    Sheet,
    Static,
    Tiled,
)
from handbill.problems import Both, Problem, ProblemsFound
from handbill.render.cache import RenderCache, digest_of_files
from handbill.render.fonts import font_files
from handbill.render.packs import combine, illustrated, render_pack
from handbill.render.pages import PageRenderer
from handbill.render.pictures import with_palette

if TYPE_CHECKING:
    from handbill.render.typst import SheetRenderer

from handbill.press.units import MM_PER_INCH

OVERVIEW_COLOURS = 256
"""Of the preview sheet: half the bytes of one in full colour, and nobody sees it."""
ORDER: dict[type, int] = {Tiled: 1, SeveralUp: 1, Illustrated: 1, Overview: 1, Combined: 2, Pack: 3}
"""When what is made of other artifacts is made; all else comes first, but pages that state the size
of such files come last."""


@lru_cache(maxsize=4)
def _page_renderer(templates: Path, compiled: Path | None) -> PageRenderer:
    """Kept over rebuilds of a preview: Jinja reads a changed template anew by itself."""
    return PageRenderer(templates, compiled)


class Renderer:
    """Makes the bytes of artifacts, drawing sheets on every core.

    templates: the merged look. names: words of the language, for packs and tiles. moment: the
    date inside PDFs and zips. cache: where drawn sheets are kept between builds. Raises
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
    ) -> None:
        self._templates = templates
        self._moment = moment
        self._cache = cache
        self._names = names
        self._fonts = fonts
        self._pages = _page_renderer(templates, cache.sibling("jinja"))
        self._thread = threading.local()
        self._weights: dict[str, int] = {}
        """Sizes in bytes of files that pages state, by path."""

    @property
    def _sheets(self) -> SheetRenderer:
        """The thread's own: a compiler serves one thread at a time."""
        if not hasattr(self._thread, "sheets"):
            # A build that finds every drawing in the cache starts neither Typst nor pikepdf.
            from handbill.render.typst import SheetRenderer

            self._thread.sheets = SheetRenderer(self._templates, self._fonts)
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
            version("handbill"),
            self._moment.isoformat(),
            digest_of_files(files, self._templates),
            *fonts,
        ]

    def render(
        self,
        artifacts: Sequence[Artifact],
        step: Callable[[Artifact], None] = lambda artifact: None,
    ) -> Iterator[tuple[Artifact, bytes]]:
        """Every artifact with its bytes; packs last, since they hold the others.

        step: called before each artifact, for progress. A fault does not end the run: all of them
        are gathered and raised together, as ProblemsFound, placed at the artifact's source.
        """
        problems: list[Problem] = []
        needed = {
            path
            for artifact in artifacts
            if isinstance(artifact.body, OfOthers)
            for path in artifact.body.paths
        }
        made: dict[str, bytes] = {}
        # What is made of others comes after them: tiles, then one PDF of many, then packs.
        heavy = {artifact.path for artifact in artifacts if isinstance(artifact.body, OfOthers)}
        self._weights = {}
        ordered = sorted(
            artifacts,
            key=lambda one: (
                4
                if isinstance(one.body, Page) and heavy.intersection(one.body.weighs)
                else ORDER.get(type(one.body), 0)
            ),
        )
        for artifact, ready in self._ahead(ordered):
            step(artifact)
            if problems and isinstance(artifact.body, OfOthers):
                continue  # what it is made of may be missing
            try:
                if ready:
                    content = ready.result()
                elif isinstance(artifact.body, OfOthers):
                    content = self._of_others(artifact.body, made)
                else:
                    content = self.one(artifact)
            except ProblemsFound as found:
                problems += [
                    problem
                    if problem.span
                    else Problem(problem.code, artifact.source, **problem.details)
                    for problem in found.problems
                ]
                continue
            if artifact.path in needed:
                made[artifact.path] = content
            if artifact.path in heavy:
                self._weights[artifact.path] = len(content)
            if not problems:
                yield artifact, content
        if problems:
            raise ProblemsFound(list({str(problem): problem for problem in problems}.values()))

    def _ahead(
        self, artifacts: Sequence[Artifact]
    ) -> Iterator[tuple[Artifact, Future[bytes] | None]]:
        """Each artifact in turn; sheets with their bytes to come, drawn by as many threads as there
        are cores (Typst lets go of the interpreter while it draws).

        Only so many are drawn ahead that a large site does not fill the memory.
        """
        _ = self.drawing  # worked out once, before the threads ask for it
        cores = os.cpu_count() or 1
        sheets = iter([one for one in artifacts if isinstance(one.body, Sheet | Picture)])
        coming: dict[str, Future[bytes]] = {}
        with ThreadPoolExecutor(cores, thread_name_prefix="sheet") as pool:

            def draw_next() -> None:
                if (following := next(sheets, None)) is not None:
                    coming[following.path] = pool.submit(self.one, following)

            for _ in range(16 * cores):
                draw_next()
            try:
                for artifact in artifacts:
                    if isinstance(artifact.body, Sheet | Picture):
                        yield artifact, coming.pop(artifact.path)
                        draw_next()
                    else:
                        yield artifact, None
            finally:
                # Whoever stops half-way (Ctrl+C, a full disk) does not wait for what is not drawn.
                pool.shutdown(wait=False, cancel_futures=True)

    def _of_others(self, body: OfOthers, made: Mapping[str, bytes]) -> bytes:
        """The bytes of what is made of other artifacts."""
        match body:
            case Combined():
                return self._kept(body, made, lambda: combine(body, made))
            case Overview(pictures):
                from handbill.render.contact_sheet import contact_sheet

                items = [(title, made[path]) for title, path in pictures]
                return self._kept(
                    body,
                    made,
                    lambda: with_palette(contact_sheet(items, self._fonts), OVERVIEW_COLOURS),
                )
            case Tiled() | SeveralUp():
                return self._kept(body, made, lambda: self._imposed(body, made[body.source]))
            case Illustrated():
                return self._kept(body, made, lambda: self._draw(illustrated(body, made)))
            case Pack():
                return render_pack(body, made, self._names, self._moment)

    def _kept(self, body: OfOthers, made: Mapping[str, bytes], make: Callable[[], bytes]) -> bytes:
        """What `make` makes of other artifacts, from the cache while those are the same."""
        parts = [hashlib.sha256(made[path]).hexdigest() for path in body.paths]
        return self._cache.get([*self.drawing, type(body).__name__, asdict(body), parts], make)

    def _imposed(self, body: Tiled | SeveralUp, content: bytes) -> bytes:
        from handbill.press.imposed import several_up, tile
        from handbill.render.tiles import lettering

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
                key = [
                    *self.drawing,
                    sheet.kind,
                    sheet.data,
                    sheet.format,
                    sheet.page,
                    sheet.width_px,
                    sheet.colours,
                ]
                return self._cache.get(key, lambda: self._draw(sheet))
            case Picture(name, look, crop):
                key = [*self.drawing, "picture", name, look, crop]
                return self._cache.get(key, lambda: self._sheets.picture_svg(name, look, crop))
            case Static(content):
                return content
        raise TypeError(f"not renderable alone: {artifact.path}")

    def _draw(self, sheet: Sheet) -> bytes:
        if sheet.format == "pdf":
            return self._sheets.pdf(sheet.kind, sheet.data, self._moment)
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

    def pages(self, sheet: Sheet) -> list[bytes]:
        """A PNG of every page of a sheet, `width_px` wide."""
        size = sheet.data["size"]
        inches = size["width"] * size["scale"] / MM_PER_INCH
        return self._sheets.png(sheet.kind, sheet.data, sheet.width_px / inches)
