"""One campaign's part of a site in one language, and what all of its pages share."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from handbill.compose.artifacts import Page, PageArtifact
from handbill.compose.entries import Listed, material_entries
from handbill.compose.lockup import MARK
from handbill.compose.packs import PURPOSES
from handbill.edition.edition import Audience, Edition
from handbill.edition.translated import untranslated
from handbill.model.telephone import dialled
from handbill.model.text import BLANK, plain_text
from handbill.model.uri import readable, uri
from handbill.words import words
from handbill.words.languages import autonym, direction, written_day

FEED = "feed.xml"
"""What is new, for feed readers; there as soon as the site has an address."""


_ICONS = {"svg": "image/svg+xml", "png": "image/png"}
"""Media types of a site's logo, by the endings that it may have."""
ONLY_IN_SOURCE = "site/only_in_source.md.j2"
"""The page that stands for one whose texts are not translated."""


def url_of(path: str) -> str:
    """The address of a page below the site: cases/s1.md -> cases/s1/, m/x/index.html -> m/x/."""
    folder, _, name = path.rpartition("/")
    stem = name.rsplit(".", 1)[0]
    if name.endswith(".md") and stem != "index":
        folder = f"{folder}/{stem}" if folder else stem
    return f"{folder}/" if folder else ""


def one_name(path: str) -> str:
    """What tells the file of the site that a path of docs/ becomes from others, on every disk:
    Windows and macOS take A for a, macOS é in one sign for é in two. law.md and law/index.html are
    one file, too."""
    stem = path.removesuffix(".md")
    if stem != path:
        above, _, name = stem.rpartition("/")
        folder = above if name in ("index", "README") else stem
        path = f"{folder}/index.html".removeprefix("/")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def root_of(path: str) -> str:
    """The way from a page up to the site's root: ../ for each folder."""
    return "../" * url_of(path).count("/")


def base_path(edition: Edition) -> str:
    """Path part of the site's address: a 404 page may be served anywhere below it."""
    path = urlsplit(edition.site_url or "").path
    return path if path.endswith("/") else f"{path}/"


def marks(edition: Edition) -> dict[str, str]:
    """The site's logo and icon: paths below the site, and the type of the icon."""
    return {
        "logo": edition.logo,
        "icon": edition.favicon,
        "icon_type": _ICONS[edition.favicon.rpartition(".")[2].casefold()],
    }


def leave_address(edition: Edition) -> str:
    """Returns where “Leave now” leads: the site's address or the campaign's; "" where the campaign
    has no such button."""
    own = edition.campaign.leave
    return uri(edition.leave_url or own) if own else ""


def language_prefix(edition: Edition, language: str) -> str:
    """The folder of a language: "" for the one that the campaign is written in, else en/."""
    return "" if language == edition.languages[0] else f"{language}/"


@dataclass
class Part:
    """One campaign's part of a site in one language.

    folder: of the campaign, "" when it is the site's only one. packs: paths of the packs there are.
    site_look: colours of headers and buttons (`Look.of_site`), None for those of base.css.
    """

    edition: Edition
    folder: str
    packs: Collection[str]
    site_look: Mapping[str, str] | None = None
    leave: str = field(init=False)
    prefix: str = field(init=False)
    """Folder of the language and the campaign: "", en/, fire/ or en/fire/."""
    say: Mapping[str, str] = field(init=False)
    entries: list[Listed] = field(init=False)
    """Every material; in a translation also those that are not translated."""

    def __post_init__(self) -> None:
        edition = self.edition
        self.leave = leave_address(edition)
        self.prefix = language_prefix(edition, edition.language) + self.folder
        self.say = words(edition.language, edition.own_words, "site") | edition.headings
        self.entries = material_entries(edition)

    def packs_of(self, audience: Audience) -> list[dict[str, str]]:
        """The packs of an audience, each with whom it is for. file: path below the whole site."""
        return [
            {
                "path": path,
                "file": f"{self.prefix}{path}",
                "title": self.say[f"pack_{purpose}"],
                "note": self.say[f"pack_{purpose}_note"],
            }
            for purpose in PURPOSES
            if f"{self.prefix}{(path := f'packs/{audience.id}-{purpose}.zip')}" in self.packs
        ]

    def menu(self) -> list[dict[str, str]]:
        """The ways of the header, in order, each with the section it stands for."""
        edition, say = self.edition, self.say
        ways = [("help/", "help", edition.met.title)] if edition.met else []
        ways += [("check/", "check", edition.look.title)] if edition.look else []
        ways += [("cases/", "cases", say["cases"])] if edition.cases else []
        ways += [("materials/", "materials", say["materials"])] if self.entries else []
        ways += [("law/", "law", say["law"])] if edition.has_law else []
        return [
            {"href": href, "section": section, "title": title}
            for href, section, title in [*ways, ("search/", "search", say["search"])]
        ]

    def languages(self, path: str) -> list[dict[str, Any]]:
        """This page in every language: tag, name in itself, direction, path below the site.

        path: of the page, with this site's prefix. Empty when there is but one language.
        """
        edition, url = self.edition, url_of(path).removeprefix(self.prefix)
        if len(edition.languages) < 2:
            return []
        return [
            {
                "tag": tag,
                "name": autonym(tag),
                "dir": direction(tag),
                "path": f"{language_prefix(edition, tag)}{self.folder}{url}",
                "current": tag == edition.language,
            }
            for tag in edition.languages
        ]

    def data(
        self, path: str, title: str, section: str, root: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """What every template gets, and what its page is about. path: with this site's prefix."""
        language = self.edition.language
        return {
            "edition": self.edition,
            "campaign": self.edition.campaign,
            "site_look": self.site_look,
            "say": self.say,
            "page": {
                "url": url_of(path),
                "root": root_of(path) if root is None else root,
                "title": title,
                "section": section,
                "languages": self.languages(path),
            },
            "site": {
                "prefix": self.prefix,
                "source_prefix": self.folder,
                "lang": language,
                "dir": direction(language),
                "source_lang": self.edition.languages[0],
                **marks(self.edition),
                "leave": self.leave,
                "title": self.edition.campaign.title,
                "menu": self.menu(),
            },
            "weights": {},
            **more,
        }

    def page(
        self,
        path: str,
        template: str,
        title: str,
        section: str,
        description: str,
        styles: Sequence[str] = (),
        scripts: Sequence[str] = (),
        look: str = "",
        rests_on: Sequence[object] = (),
        **more: Any,
    ) -> PageArtifact:
        """A page that the theme frames (Markdown with front matter).

        rests_on: the texts that it must have in its own language. While one of them is not
        translated, the page says that it is there only in the campaign's language, and leads there:
        what is said of law and safety is never half in one language and half in another.
        """
        path = self.prefix + path
        lacking = template == ONLY_IN_SOURCE or bool(untranslated(rests_on))
        if lacking:
            template, styles, scripts, look = ONLY_IN_SOURCE, (), (), ""
            description = self.say["only_in_source"]
        data = self.data(path, title, section, **more)
        front: dict[str, Any] = {
            "title": plain_text(title),
            "description": plain_text(description),
            "template": "citizen.html",
            "lang": self.edition.language,
            "look": look,
            "styles": list(styles),
            "scripts": list(scripts),
            "frame": self.frame(path, section),
        }
        unlisted = lacking or section == "search"
        if unlisted:
            front["unlisted"] = True
        return PageArtifact(path, Page(template, data, front, unlisted=unlisted))

    def frame(self, path: str, section: str) -> dict[str, Any]:
        """Header and footer as plain data: the theme can ask nobody else."""
        edition, say, root = self.edition, self.say, root_of(path)
        facts, place, home = edition.campaign, edition.place, root + self.prefix
        return {
            "root": root,
            **marks(edition),
            "home": home or "./",
            "title": facts.title,
            "section": section,
            "feed": f"{root}{self.prefix}{FEED}" if edition.site_url else "",
            "leave": self.leave,
            "dir": direction(edition.language),
            "languages": [
                {**one, "href": root + one["path"] or "./"} for one in self.languages(path)
            ],
            "menu": [
                {**way, "href": home + way["href"], "current": way["section"] == section}
                for way in self.menu()
            ],
            "numbers": [
                {"number": one.number, "href": dialled(one.number), "text": one.use}
                for one in facts.numbers
            ],
            "mark": {"src": home + MARK, "alt": edition.sentence(facts.action).strip()},
            "audiences": [
                {"href": f"{home}{audience.id}/", "title": audience.file.title}
                for audience in edition.audiences
            ],
            "more": [
                {"href": f"{home}p/{place.id}/", "title": say["local_numbers"]},
                {"href": f"{home}recall/", "title": say["recall_title"]},
                # Names the file: the way on where a folder does not open as a page.
                {"href": f"{home}search/index.html#pages", "title": say["all_pages"]},
            ],
            "facts": [
                {"name": say["publisher"], "value": place.publisher},
                {"name": say["applies_to"], "value": place.full_name},
                *self._local_facts(),
                {
                    "name": say["checked"],
                    "value": say["checked_next"].format(
                        checked=written_day(facts.checked_on, edition.language),
                        review=written_day(facts.review_by, edition.language),
                    ),
                },
                {"name": say["corrections"], "value": facts.corrections or BLANK},
            ],
            "disclaimer": facts.disclaimer,
            "review": {
                "day": facts.review_by.isoformat(),
                "past": edition.is_past(facts.review_by),
                "text": say["fresh_page"].format(
                    day=written_day(facts.review_by, edition.language)
                ),
            },
            "words": {name: say[name] for name in FRAME_WORDS},
        }

    def _local_facts(self) -> list[dict[str, str]]:
        """What the place has supplied about itself."""
        place, say = self.edition.place, self.say
        facts = []
        if place.website:
            facts.append({"name": say["website"], "value": readable(place.website)})
        if place.checked_by and place.checked_on:
            day = written_day(place.checked_on, self.edition.language)
            facts.append({"name": say["checked_here"], "value": f"{place.checked_by} {day}"})
        return facts


FRAME_WORDS = ("skip", "leave", "menu", "blank", "no_data")
"""The words of header and footer."""
