"""What is to be made: a list of artifacts, each a path and the plan of its bytes.

Everything here is plain data. Nothing is rendered, and no disk is touched, before `render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from handbill.compose.origins import Origin
from handbill.problems import Span


@dataclass(frozen=True)
class Page:
    """A page made by Jinja. front_matter: what the theme reads (Markdown pages), None for a
    standalone HTML page. weighs: paths of artifacts whose size in bytes the page states; its
    template gets them as `weights`. unlisted: neither the sitemap nor the site's own search leads
    to it."""

    template: str
    data: Mapping[str, Any]
    front_matter: Mapping[str, Any] | None = None
    weighs: tuple[str, ...] = ()
    unlisted: bool = False


@dataclass(frozen=True)
class Stream:
    """Pages of one template, below the path of their artifact, planned as they are rendered: however
    many there are, none is held in memory. Not made by MkDocs, and no sheet's size stands in them.

    searched: whether search is to find what stands in them; else they are written last of all. pieces:
    templates that are rendered once for all pages that share their data; a page finds them,
    by these names, in its own. pages: yields each page anew whenever it is called: its path, the
    data that it shares with others, and its own; or only those of some paths. digests: returns by path
    a digest of what each page has of its own, without planning any; None where nobody knows.
    """

    template: str
    pieces: Mapping[str, str]
    pages: Callable[..., Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]] = field(
        compare=False
    )
    searched: bool = False
    digests: Callable[[], Mapping[str, str]] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Sheet:
    """A sheet drawn by Typst. data: what sheet.typ reads. format: "fields" is a JSON of where it is
    filled in (see `model.sheet_field`), "fillable" all of it as a script of its page. page: which page
    of an SVG or PNG (0 is the first). width_px: width of a PNG. colours: of its palette, 0 for all
    there are."""

    kind: str
    data: Mapping[str, Any]
    format: Literal["pdf", "svg", "png", "fields", "fillable"]
    page: int = 0
    width_px: int = 0
    colours: int = 0


TILE = (0.0, 34.0, 72.0, 38.4)
"""The part of a picture that web pages show: x, y, width and height in u."""


@dataclass(frozen=True)
class Picture:
    """A picture alone, as SVG, cropped to x, y, width, height in u. look: tone → #RRGGBB."""

    name: str
    look: Mapping[str, str]
    crop: tuple[float, float, float, float]


@dataclass(frozen=True)
class WebPhoto:
    """A photograph alone, as JPEG for web pages. cut: of its pixels, as sheets have it."""

    cut: Mapping[str, Any]


@dataclass(frozen=True)
class Static:
    """Bytes that are there already."""

    content: bytes


@dataclass(frozen=True)
class PackFile:
    """A file of a pack that is an artifact of its own. path: of that artifact."""

    name: str
    path: str


@dataclass(frozen=True)
class SpecRow:
    """A row of the spec sheet; lengths in mm. `file` names a PackFile."""

    file: str
    title: str
    kind: str
    size: str
    trim: str
    bleed: str
    scale: str
    paper: str
    finish: str
    valid_until: str


@dataclass(frozen=True)
class Combined:
    """One PDF of several, to print in one go. paths: of the artifacts in their order. title: of the
    document."""

    paths: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class Tiled:
    """A PDF at true size on several pages of `paper`. source: path of its artifact. scale: of its
    drawing; 0.1 is enlarged ten times. overlap: of neighbours, mm."""

    source: str
    paper: str
    title: str
    scale: float = 1.0
    overlap: float = 10.0

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifact it is made of."""
        return (self.source,)


@dataclass(frozen=True)
class SeveralUp:
    """As many copies of a PDF as a page of `paper` takes. source: path of its artifact."""

    source: str
    paper: str
    title: str

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifact it is made of."""
        return (self.source,)


@dataclass(frozen=True)
class Illustrated:
    """A sheet with small pictures of others. pictures: name and path of each PNG; the template
    finds them, as bytes by name, in the `pictures` of its data."""

    sheet: Sheet
    pictures: tuple[tuple[str, str], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifacts it is made of."""
        return tuple(path for _, path in self.pictures)


@dataclass(frozen=True)
class Overview:
    """A picture of many: title and path of each PNG."""

    pictures: tuple[tuple[str, str], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifacts it is made of."""
        return tuple(path for _, path in self.pictures)


@dataclass(frozen=True)
class Pack:
    """A zip. files: other artifacts. rows: of the spec sheet, which is left out without any. texts:
    name and text of files made for it. checksums: whether a list of SHA-256 sums goes with it."""

    files: tuple[PackFile, ...]
    rows: tuple[SpecRow, ...]
    texts: tuple[tuple[str, str], ...] = field(default=())
    checksums: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifacts it is made of."""
        return tuple(file.path for file in self.files)


@dataclass(frozen=True)
class Editable:
    """A file that people go on writing in: HTML by Jinja, made into a document of a word processor
    (docx) or a presentation (pptx). language: of its text. look: tone → #RRGGBB. pictures: name and
    path of each PNG that it shows."""

    template: str
    data: Mapping[str, Any]
    format: Literal["docx", "pptx"]
    language: str
    look: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[tuple[str, str], ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The artifacts it is made of."""
        return tuple(path for _, path in self.pictures)


OfOthers = Combined | Tiled | SeveralUp | Illustrated | Overview | Editable | Pack
"""What is made of other artifacts; `paths` names them."""
Body = Page | Stream | Sheet | Picture | WebPhoto | Static | OfOthers


@dataclass(frozen=True)
class Artifact:
    """One file of the site. path: below docs/ for pages (so cases/s1.md becomes cases/s1/), and
    below the site for all else. source: where in the YAML it comes from. inner: it is there only
    for others to be made of, and is no file of the site. origin: of a sheet, for faults of a part
    of it."""

    path: str
    body: Body
    source: Span | None = None
    inner: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class PageArtifact(Artifact):
    """A page of the site."""

    body: Page

    def with_front_matter(self, **more: Any) -> PageArtifact:
        """Returns the page with more for the theme to read."""
        front = {**(self.body.front_matter or {}), **more}
        return replace(self, body=replace(self.body, front_matter=front))


def is_late(artifact: Artifact) -> bool:
    """Whether a file is written after all that search and the theme look into."""
    return isinstance(artifact.body, Stream) and not artifact.body.searched


Files = Iterator[tuple[Artifact, bytes]]
"""Artifacts with their bytes, rendered as they are asked for."""


def with_parts(chosen: Sequence[Artifact], artifacts: Sequence[Artifact]) -> list[Artifact]:
    """Chooses artifacts and all that they are made of, in the order of `artifacts`."""
    by_path = {artifact.path: artifact for artifact in artifacts}
    wanted: set[str] = set()
    waiting = list(chosen)
    while waiting:
        artifact = waiting.pop()
        if artifact.path not in wanted:
            wanted.add(artifact.path)
            if isinstance(artifact.body, OfOthers):
                waiting += [by_path[path] for path in artifact.body.paths]
    return [artifact for artifact in artifacts if artifact.path in wanted]
