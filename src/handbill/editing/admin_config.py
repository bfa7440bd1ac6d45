"""The configuration of Sveltia CMS, a form editor in the browser, made from the models.

A collection an editor sees: the files of a campaign with a name of their own, its audiences, its
cases of either type, its comics, and the places. Nothing is written that the models do not say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import yaml

from handbill.editing.forms import Choices, Form, form_of
from handbill.kinds.audience import Kinds
from handbill.load.collection import Collection
from handbill.load.files import Campaign
from handbill.model.case import AdjudicatedCase, Case, Scenario
from handbill.model.place import PlacesFile
from handbill.model.strip import Strip
from handbill.problems import span_file
from handbill.words import HEADINGS

NO_REPOSITORY = "-/本站文件夹"
"""What stands for a repository where mkdocs.yml names none. No service has an owner called "-"; the
editor shows the second half as the folder to choose."""
_CASES: dict[str, tuple[type[Case], str]] = {
    "adjudicated": (AdjudicatedCase, "裁判案例"),
    "scenario": (Scenario, "情景案例（虚构）"),
}
_SERVICES = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "gitea"}


def backend_of(repo_url: str | None) -> Form | None:
    """Returns where the editor saves to, from `repo_url` of mkdocs.yml; None when it is not set, or
    is of no service that the editor knows by its address."""
    parts = urlsplit(repo_url or "")
    name = _SERVICES.get(parts.hostname or "")
    repository = parts.path.strip("/").removesuffix(".git")
    if name is None or "/" not in repository:
        return None
    backend = {"name": name, "repo": repository}
    return (
        backend
        if name != "gitea"
        else {
            **backend,
            "base_url": f"https://{parts.hostname}",
            "api_root": f"https://{parts.hostname}/api/v1",
        }
    )


def admin_config(collection: Collection, backend: Form | None, prefix: str = "") -> dict[str, Any]:
    """Returns the whole configuration as data.

    prefix: from the repository's root to the site's, ending in "/", or empty.
    """
    settings = collection.settings
    campaigns = prefix + span_file(settings.campaigns_dir, settings.root)
    roles = {
        role.id: role.label
        for campaign in collection.campaigns
        for role in campaign.campaign.value.contact_roles
    }
    places = Choices(relations=_places(), keys={"contacts": roles})
    collections: list[Form] = []
    for campaign in collection.campaigns:
        collections += _campaign(campaign, f"{campaigns}/{campaign.id}", collection.kinds)
    file = ("places", "地区", f"{campaigns}/places/places.yml", form_of(PlacesFile, places))
    collections.append(_of_files("places", "地区", "location_on", [file]))
    return {
        "backend": backend or {"name": "github", "repo": NO_REPOSITORY},
        "app_title": settings.site_name or "Handbill",
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "media_folder": f"{prefix}{span_file(settings.docs_dir, settings.root)}/assets",
        "public_folder": "/assets",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "collections": collections,
    }


def config_text(config: dict[str, Any]) -> str:
    """Returns the configuration as config.yml: the same bytes every time, and no aliases, of which
    the editor's reader takes a hundred at most."""
    return yaml.dump(config, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _places() -> dict[str, Form]:
    place = {
        "collection": "places",
        "file": "places",
        "value_field": "places.*.id",
        "display_fields": ["places.*.name"],
    }
    return {"parent": place, "default_place": place}


def _campaign(campaign: Campaign, folder: str, kinds: Kinds) -> list[Form]:
    """The collections of one campaign."""
    choices = _choices(campaign, kinds)
    title = campaign.campaign.value.title
    files = [
        (sort.name, sort.zh, f"{folder}/{sort.pattern}", form_of(sort.model, choices))
        for sort, _ in campaign.each()
        if sort.folder is None
    ]
    made = [_of_files(campaign.id, f"{title}：活动", "campaign", files)]
    # Other files lie in the same folder; only an audience has a motto. The editor compares the
    # word null where there is none.
    chosen = {"field": "motto", "pattern": "^(?!null$).+"}
    name, label = f"{campaign.id}-audiences", f"{title}：对象和资料"
    fields = form_of(kinds.audience, choices)
    made.append(_of_folder(name, label, "groups", folder, chosen, "audience", fields))
    for kind, (model, called) in _CASES.items():
        icon = "gavel" if model is AdjudicatedCase else "auto_stories"
        name, label = f"{campaign.id}-{kind}", f"{title}：{called}"
        chosen, fields = {"field": "type", "value": kind}, form_of(model, choices)
        made.append(_of_folder(name, label, icon, f"{folder}/cases", chosen, "case", fields))
    if campaign.comics:
        files = [
            (
                comic.id,
                comic.value.title,
                f"{folder}/comics/{comic.id}.yml",
                form_of(kinds.strip, _with_cast(choices, comic.value)),
            )
            for comic in campaign.comics
        ]
        name, label = f"{campaign.id}-comics", f"{title}：漫画"
        made.append(_of_files(name, label, "comic_bubble", files))
    return [*made, {"divider": True}]


def _of_files(
    name: str, label: str, icon: str, files: Iterable[tuple[str, str, str, list[Form]]]
) -> Form:
    """A collection of single files. files: name, label, path and fields of each."""
    keys = ("name", "label", "file", "fields")
    listed = [dict(zip(keys, one, strict=True)) for one in files]
    return {"name": name, "label": label, "icon": icon, "format": "yaml", "files": listed}


def _of_folder(
    name: str, label: str, icon: str, folder: str, chosen: Form, kind: str, fields: list[Form]
) -> Form:
    """A collection of the files of a folder that `chosen` lets through. kind: what the name of a new
    file begins with; the name becomes its id, and is to be typed, since titles are Chinese."""
    return {
        "name": name,
        "label": label,
        "icon": icon,
        "folder": folder,
        "filter": chosen,
        "extension": "yml",
        "format": "yaml",
        "slug": {"template": f"{kind}-{{{{uuid_shorter}}}}", "editable": ["create"]},
        "identifier_field": "title",
        "fields": fields,
    }


def _choices(campaign: Campaign, kinds: Kinds) -> Choices:
    def of(file: str, ids: str, *shown: str) -> Form:
        return {
            "collection": campaign.id,
            "file": file,
            "value_field": ids,
            "display_fields": [ids, *shown],
        }

    claim = of("claims", "claims.*.id", "claims.*.text")
    source = of("sources", "sources.*.id", "sources.*.short")
    role = of("campaign", "contact_roles.*.id", "contact_roles.*.label")
    parts = of("notice", "parts.*.id", "parts.*.title")
    relations = {
        "claims": claim,
        "changes": claim,
        "source": source,
        "superseded_by": source,
        "topic": of("claims", "topics.*.id", "topics.*.title"),
        "contacts": role,
        "calls": of("campaign", "numbers.*.number", "numbers.*.use"),
        **({"covers": parts} if campaign.notice else {}),
        **_places(),
    }
    filters = campaign.filters.value.filters if campaign.filters else ()
    keys = {
        "words": {name: said[0] for name, said in HEADINGS.items()},
        "tags": {one.id: one.title for one in filters},
        "post": {name: kind.title.zh for name, kind in kinds.by_name.items()},
    }
    cases = {case.id: case.value.title for case in campaign.cases}
    return Choices(
        relations=relations,
        keys=keys,
        options={
            name: known
            for name, known in {
                "case": cases,
                "story": cases,
                "strips": {comic.id: comic.value.title for comic in campaign.comics},
                "audiences": {one.id: one.value.title for one in campaign.audiences},
                **{one.id: {value.id: value.title for value in one.values} for one in filters},
            }.items()
            if known
        },
    )


def _with_cast(choices: Choices, strip: Strip) -> Choices:
    """The choices of one strip: the people of its cast."""
    names = {name: name for name in strip.cast}
    return Choices(
        relations=choices.relations, keys={"cast": names}, options={**choices.options, "who": names}
    )
