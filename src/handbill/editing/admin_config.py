"""The configuration of Sveltia CMS, a form editor in the browser, made from the models.

A collection an editor sees: the files of a campaign with a name of their own, its audiences, its
cases of either type, its comics, and the places. Nothing is written that the models do not say.
"""

from __future__ import annotations

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
    collections.append(
        {
            "name": "places",
            "label": "地区",
            "icon": "location_on",
            "format": "yaml",
            "files": [
                {
                    "name": "places",
                    "label": "地区",
                    "file": f"{campaigns}/places/places.yml",
                    "fields": form_of(PlacesFile, places),
                }
            ],
        }
    )
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
    choices = _choices(campaign)
    title = campaign.campaign.value.title
    shared = {"format": "yaml"}
    made: list[Form] = [
        {
            "name": f"{campaign.id}",
            "label": f"{title}：活动",
            "icon": "campaign",
            **shared,
            "files": [
                {
                    "name": sort.name,
                    "label": sort.zh,
                    "file": f"{folder}/{sort.pattern}",
                    "fields": form_of(sort.model, choices),
                }
                for sort, _ in campaign.each()
                if sort.folder is None
            ],
        },
        {
            "name": f"{campaign.id}-audiences",
            "label": f"{title}：对象和资料",
            "icon": "groups",
            # Other files lie in the same folder; only an audience has a motto. The editor compares the
            # word null where there is none.
            "folder": folder,
            "filter": {"field": "motto", "pattern": "^(?!null$).+"},
            "extension": "yml",
            **shared,
            "slug": _slug("audience"),
            "identifier_field": "title",
            "fields": form_of(kinds.audience, choices),
        },
    ]
    for name, (model, label) in _CASES.items():
        made.append(
            {
                "name": f"{campaign.id}-{name}",
                "label": f"{title}：{label}",
                "icon": "gavel" if model is AdjudicatedCase else "auto_stories",
                "folder": f"{folder}/cases",
                "filter": {"field": "type", "value": name},
                "extension": "yml",
                **shared,
                "slug": _slug("case"),
                "identifier_field": "title",
                "fields": form_of(model, choices),
            }
        )
    if campaign.comics:
        made.append(
            {
                "name": f"{campaign.id}-comics",
                "label": f"{title}：漫画",
                "icon": "comic_bubble",
                **shared,
                "files": [
                    {
                        "name": comic.id,
                        "label": comic.value.title,
                        "file": f"{folder}/comics/{comic.id}.yml",
                        "fields": form_of(Strip, _with_cast(choices, comic.value)),
                    }
                    for comic in campaign.comics
                ],
            }
        )
    return [*made, {"divider": True}]


def _slug(kind: str) -> Form:
    """The name of a new file, which becomes its id: to be typed, since titles are Chinese."""
    return {"template": f"{kind}-{{{{uuid_shorter}}}}", "editable": ["create"]}


def _choices(campaign: Campaign) -> Choices:
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
    relations = {
        "claims": claim,
        "changes": claim,
        "source": source,
        "superseded_by": source,
        "topic": of("claims", "topics.*.id", "topics.*.title"),
        "contacts": role,
        "calls": of("campaign", "numbers.*.number", "numbers.*.use"),
        **_places(),
    }
    if campaign.disguises is not None:
        relations["disguises"] = of("disguises", "disguises.*.id", "disguises.*.title")
    cases = {case.id: case.value.title for case in campaign.cases}
    return Choices(
        relations=relations,
        options={
            name: known
            for name, known in {
                "case": cases,
                "story": cases,
                "strips": {comic.id: comic.value.title for comic in campaign.comics},
                "audiences": {one.id: one.value.title for one in campaign.audiences},
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
