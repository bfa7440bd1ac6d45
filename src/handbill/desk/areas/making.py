"""Making: the website, packs, sheets for chosen places; with what it says, and a way to stop it."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from handbill.desk.app import Area, Ask, page, see
from handbill.desk.desk import Desk
from handbill.problems import ProblemsFound

_SITE, _PACKS, _RUN = "make_site", "make_packs", "make_run"
MOST = 400
"""Places that a page lets somebody choose from; for more there is the command."""


def making(desk: Desk, ask: Ask) -> Response:
    """Shows what can be made, and the last job."""
    loaded = desk.loaded()
    if loaded.collection is None:
        raise ProblemsFound(loaded.problems)
    places = loaded.collection.places.value.places
    materials = [
        (one.id, one.title)
        for campaign in loaded.collection.campaigns
        for _, one in campaign.materials()
    ]
    return page(
        desk,
        ask,
        "making.html.j2",
        choices=(_SITE, _PACKS, _RUN),
        places=[(one.id, one.name) for one in places[:MOST]],
        materials=materials,
        unsaved=any(desk.kept.draft(name) for name in desk.papers()),
        **told_of(desk, ask),
    )


def told_of(desk: Desk, ask: Ask) -> dict[str, Any]:
    """Returns what the pages with jobs show of the last one."""
    return {
        "job": desk.jobs.latest(),
        "far": desk.jobs.far(),
        "said": desk.jobs.said(),
        "busy": "busy" in ask.query,
    }


def make(desk: Desk, ask: Ask) -> Response:
    """Starts a job, unless another one runs."""
    settings, language = desk.settings(), desk.language
    config = ["-f", desk.config.name, "--lang", language]
    what = ask.said("what")
    if what == _SITE:
        where = str(settings.site_dir)
        command = ["build", "--strict", *config]
    elif what == _PACKS:
        where = str(desk.root / "packs")
        command = ["pack", *config]
    elif what == _RUN:
        where = str(desk.root / "print-run")
        chosen = [value for name, value in ask.form if name == "place"] or ["all"]
        command = ["press", *config, *(f"--place={one}" for one in chosen)]
        command += [f"--material={value}" for name, value in ask.form if name == "material"]
    else:
        raise KeyError(what)
    return see("/make" if desk.jobs.start(what, where, command) else "/make?busy=1")


def stop(desk: Desk, ask: Ask) -> Response:
    """Ends the job that runs."""
    desk.jobs.stop()
    return see("/publish" if ask.said("back") == "/publish" else "/make")


AREA = Area(
    "making", "/make", (("GET", "/make", making), ("POST", "/make", make), ("POST", "/stop", stop))
)
