"""What files a campaign has: each stands here once, as a field of `Campaign`. Loading, schemas,
editing, translation, placeholders and the guide follow from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import cache, wraps
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from handbill.kinds.audience import AudienceFile, Kinds
from handbill.kinds.base import MaterialBase
from handbill.load.marks import Marks
from handbill.load.sourced import Sourced
from handbill.model.answers import AnswersFile
from handbill.model.campaign import CampaignFile, FiltersFile, HelpFile, QuizFile, WordsFile
from handbill.model.case import CaseFile
from handbill.model.catalog import Catalog
from handbill.model.law import ClaimsFile, GlossaryFile, SourcesFile
from handbill.model.notice import NoticeFile
from handbill.model.photo import PhotosFile
from handbill.model.place import PlacesFile
from handbill.model.recall import RecallsFile
from handbill.model.reviewed import ReviewedFile
from handbill.model.strip import Strip
from handbill.model.why import WhyFile

Group = Literal[
    "law", "safety", "frame", "audiences", "cases", "materials", "other", "places", "words"
]
"""What a text is for. law: claims and sources. safety: help, self-test, numbers, what to do.
frame: home page and what all pages show. words: the generator's own. places: proper names."""

T = TypeVar("T")
CAMPAIGN = "campaign"
"""The sort of campaign.yml, of which each campaign has one."""
PLACES = "places"
NOT_CAMPAIGNS = (PLACES, "schema")
"""Folders of campaigns/ that hold no campaign."""


@dataclass(frozen=True)
class FileType:
    """A sort of file.

    group: what its texts are for. name: of its schema, the field's if not given; of the file too,
    unless there are many of the sort. folder: where many lie, "" beside campaign.yml; None where
    there is one. filled: whether placeholders are filled in; else none may stand there. field: of
    `Campaign`. model: type of the contents. required: whether a campaign must have it.
    """

    zh: str
    en: str
    group: Group
    name: str = ""
    folder: str | None = None
    filled: bool = True
    field: str = ""
    model: Any = None
    required: bool = False

    def model_for(self, kinds: Kinds) -> Any:
        """The type of the contents in a site that has these kinds of material."""
        made = {AudienceFile: kinds.audience, Strip: kinds.strip}
        return made.get(self.model, self.model)

    @property
    def pattern(self) -> str:
        """The file below its campaign's folder: why.yml, cases/*.yml."""
        if self.folder is None:
            return f"{self.name}.yml"
        return f"{self.folder}/*.yml".lstrip("/")


def _absent(name: str, value: T) -> Sourced[T]:
    """Returns what stands for a file that a campaign may do without: one that holds nothing."""
    file = f"{name}.yml"
    return Sourced(name, file, value, Marks(file, ()))


_NO_SOURCES = _absent("sources", SourcesFile(sources=[]))
_NO_CLAIMS = _absent("claims", ClaimsFile(topics=[], claims=[]))


@dataclass(frozen=True)
class Campaign:
    """The files of one campaign; a field without a default must be there. id: its folder's name."""

    id: str
    campaign: Annotated[Sourced[CampaignFile], FileType("整个活动", "The campaign", "frame")]
    sources: Annotated[Sourced[SourcesFile], FileType("来源", "Sources", "law", filled=False)] = (
        _NO_SOURCES
    )
    claims: Annotated[Sourced[ClaimsFile], FileType("法律事实", "Claims", "law", filled=False)] = (
        _NO_CLAIMS
    )
    glossary: Annotated[
        Sourced[GlossaryFile] | None, FileType("词表", "Glossary", "other", filled=False)
    ] = None
    photos: Annotated[
        Sourced[PhotosFile] | None, FileType("照片", "Photographs", "materials", filled=False)
    ] = None
    quiz: Annotated[Sourced[QuizFile] | None, FileType("自测题", "Self-test", "safety")] = None
    why: Annotated[
        Sourced[WhyFile] | None,
        FileType("算一算", "Arithmetic of a number that multiplies", "other"),
    ] = None
    help: Annotated[Sourced[HelpFile] | None, FileType("遇到了怎么办", "What to do", "safety")] = (
        None
    )
    answers: Annotated[
        Sourced[AnswersFile] | None,
        FileType("搜索的回答", "Answers of the search", "safety", filled=False),
    ] = None
    filters: Annotated[
        Sourced[FiltersFile] | None,
        FileType("案例的筛选", "Filters of cases", "cases", filled=False),
    ] = None
    words: Annotated[
        Sourced[WordsFile] | None, FileType("自己的说法", "Words", "frame", filled=False)
    ] = None
    recalls: Annotated[
        Sourced[RecallsFile] | None, FileType("撤下的资料", "Sheets to take down", "safety")
    ] = None
    notice: Annotated[
        Sourced[NoticeFile] | None,
        FileType("通知的各项", "Parts of the notice", "other", filled=False),
    ] = None
    reviewed: Annotated[
        Sourced[ReviewedFile] | None, FileType("审核过的句子", "Reviewed", "other", filled=False)
    ] = None
    audiences: Annotated[
        tuple[Sourced[AudienceFile], ...],
        FileType("一个对象一个文件", "One audience each", "audiences", "audience", folder=""),
    ] = ()
    """In the order of the pages."""
    cases: Annotated[
        tuple[Sourced[CaseFile], ...], FileType("案例", "Cases", "cases", "case", folder="cases")
    ] = ()
    """In the order of the lists."""
    comics: Annotated[
        tuple[Sourced[Strip], ...],
        FileType("四格漫画", "Comic strips", "materials", "strip", folder="comics"),
    ] = ()
    """By name."""
    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    """Translations by language tag, in the order of the tags."""
    own_words: Mapping[str, str] = field(default_factory=dict)
    """The generator's own words in the campaign's own language, by context, where it brings none."""
    unread: frozenset[str] = frozenset()
    """Ids of files that are there but broken: what refers to them is not to be blamed for it."""

    def __hash__(self) -> int:
        return hash((self.id, self.campaign.file))

    def each(self) -> Iterator[tuple[FileType, Sourced[Any]]]:
        """Every file of the campaign with its sort."""
        own: Any = type(self)
        for sort in file_types(own):
            found = getattr(self, sort.field)
            for file in found if isinstance(found, tuple) else [found] if found else []:
                yield sort, file

    def files(self, *, filled: bool | None = None) -> Iterator[Sourced[Any]]:
        """Every file of the campaign, or those that placeholders are, or are not, filled in in."""
        return (file for sort, file in self.each() if filled in (None, sort.filled))

    def materials(self) -> Iterator[tuple[Sourced[AudienceFile], MaterialBase]]:
        """Every material with its audience, in the order of the files."""
        for audience in self.audiences:
            for material in audience.value.materials:
                yield audience, material

    def mapped(self, change: Callable[[FileType, Any], Any]) -> Campaign:
        """The campaign with what `change` makes of the contents of each file."""
        made: dict[str, Any] = {}
        for sort, file in self.each():
            new = file.changed(change(sort, file.value))
            made[sort.field] = new if sort.folder is None else (*made.get(sort.field, ()), new)
        return replace(self, **made)


def of_campaign(function: Callable[[Campaign], T]) -> Callable[[Campaign], T]:
    """Makes a function work out its answer once for a campaign, which holds it: to find it by the
    campaign's value would compare all files of all campaigns that are alike."""

    @wraps(function)
    def found(campaign: Campaign) -> T:
        held = vars(campaign).setdefault("_held", {})
        name = function.__qualname__
        if name not in held:
            held[name] = function(campaign)
        answer: T = held[name]
        return answer

    return found


@cache
def file_types(campaign: Any = Campaign) -> tuple[FileType, ...]:
    """Return the sorts of file that a campaign is made of, in the order of its fields."""
    hints = get_type_hints(campaign, include_extras=True)
    found = []
    for one in fields(campaign):
        hint = hints[one.name]
        for row in getattr(hint, "__metadata__", ()):
            if isinstance(row, FileType):
                while get_origin(hint) is not Sourced:
                    hint = get_args(hint)[0]
                found.append(
                    replace(
                        row,
                        name=row.name or one.name,
                        field=one.name,
                        model=get_args(hint)[0],
                        required=one.default is MISSING,
                    )
                )
    return tuple(found)


FILES: dict[str, FileType] = {
    **{sort.name: sort for sort in file_types()},
    PLACES: FileType("地区", "Places", "places", PLACES, filled=False, model=PlacesFile),
}
"""Every sort of file below campaigns/, by the name of its schema."""
