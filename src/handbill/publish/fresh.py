"""Whether the site that lies here is what its sources make today: noted by a build, asked before
publishing."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from handbill.load.settings import Settings
from handbill.publish.placing import files_of, manifest_of
from handbill.publish.record import inputs, packages, program
from handbill.writing import write_whole


def made_of(settings: Settings) -> dict[str, Any]:
    """Returns what a build is made of: take it before the build, and note it afterwards."""
    return {
        "inputs": inputs(settings),
        "program": program(),
        "packages": dict(packages("handbill")),
        "settings": [settings.site_url, settings.leave_url],  # hooks may have set them
    }


def note(settings: Settings, made: dict[str, Any], today: datetime.date, *, strict: bool) -> None:
    """Notes that the site in place is made of this, and of nothing else. strict: whether the build would
    have failed on broken links and other warnings; False, too, where more may be in it."""
    told = json.dumps({**made, "day": today.isoformat(), "strict": strict}, sort_keys=True)
    write_whole(_file(settings), told.encode(), flush=False)


def is_clean(settings: Settings, today: datetime.date) -> bool:
    """Whether the site here is whole, is what its sources and this program make today, and went
    through a strict build."""
    try:
        told = json.loads(_file(settings).read_bytes())
    except (OSError, ValueError):
        return False
    listed = manifest_of(settings.site_dir)
    if listed is None or told != {**made_of(settings), "day": today.isoformat(), "strict": True}:
        return False
    return listed.items() <= files_of(settings.site_dir, listed).items()


def _file(settings: Settings) -> Path:
    return settings.build_dir / "built.json"
