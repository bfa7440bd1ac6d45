"""`handbill build`: the whole site, made aside and put in place only when it is whole."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Sheet
from handbill.compose.sheets import PREVIEW_WIDTH
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress
from handbill.publish.mkdocs_plugin import HandbillPlugin
from handbill.render.cache import RenderCache


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    site: Path
    contact_sheet: Path
    artifacts: Sequence[Artifact]


def quiet_material() -> None:
    """Material prints a notice about MkDocs 2 on every build; it says nothing about this site."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def log_to_terminal(level: int) -> None:
    """Send MkDocs' log to standard error, as its own command does."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)-8s %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(level)


def plugin_of(config: MkDocsConfig) -> HandbillPlugin:
    """The handbill plugin of a MkDocs configuration. Raises ProblemsFound when it is absent."""
    for plugin in config.plugins.values():
        if isinstance(plugin, HandbillPlugin):
            return plugin
    raise ProblemsFound([Problem("E710", None, file=config.config_file_path)])


def build_site(
    settings: Settings, config_file: Path, *, strict: bool, language: str, progress: Progress
) -> Built:
    """Build into a folder beside the old site (so on the same disk), then swap the two.

    A build that fails leaves the old site as it was. Raises ProblemsFound, mkdocs Abort (already
    reported in the log) or ConfigurationError.
    """
    quiet_material()
    config = load_config(str(config_file), strict=strict)
    target = Path(config.site_dir)
    draft = target.with_name(f".{target.name}-draft")
    shutil.rmtree(draft, ignore_errors=True)
    config.site_dir = str(draft)
    plugin = plugin_of(config)
    plugin.progress, plugin.language = progress, language
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
        site = plugin.site
        assert site, "MkDocs has built, so its plugins have run"
        sheet = settings.build_dir / "contact-sheet.png"
        with progress.stage("publish") as notes:
            cache = RenderCache(sheet.with_suffix(".cache"))
            sheet.write_bytes(_contact_sheet(site.checked, site.artifacts, cache))
            swap(draft, target)
            notes.append(str(target.name))
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(draft, ignore_errors=True)
    return Built(target, sheet, site.artifacts)


def _contact_sheet(checked: Checked, artifacts: Sequence[Artifact], cache: RenderCache) -> bytes:
    """Every page of every material on one picture, for the review; sheets before banners."""
    from handbill.render.contact_sheet import ROW_PX, WIDTH_PX, contact_sheet, stored, unpacked

    def fitted(sheet: Sheet) -> Sheet:
        aspect = sheet.data["size"]["width"] / sheet.data["size"]["height"]
        return replace(sheet, width_px=min(WIDTH_PX, round(ROW_PX * aspect)))

    sheets = sorted(
        (
            fitted(artifact.body)
            for artifact in artifacts
            if isinstance(artifact.body, Sheet)
            and artifact.body.data["edition"] == "preview"
            and artifact.body.width_px == PREVIEW_WIDTH
        ),
        key=lambda sheet: sheet.width_px == WIDTH_PX,
    )
    renderer = road.renderer(checked, cache)

    def pages(sheet: Sheet) -> list[tuple[str, bytes]]:
        # Each sheet is kept by itself: one that has changed is drawn anew, not all of them.
        kept = cache.get(
            [renderer.drawing, sheet.kind, sheet.data, sheet.width_px],
            lambda: stored(renderer.pages(sheet)),
        )
        return [(sheet.data["sheets"][0]["title"], page) for page in unpacked(kept)]

    items = [page for sheet in sheets for page in pages(sheet)]
    key = [(title, hashlib.sha256(page).hexdigest()) for title, page in items]
    made = cache.get([renderer.drawing, "contact sheet", *key], lambda: contact_sheet(items))
    cache.drop_unused()
    return made


def swap(draft: Path, target: Path) -> None:
    """Put `draft` where `target` is; put the old one back when that fails (E709)."""
    old = target.with_name(f".{target.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if target.exists():
            target.replace(old)
        draft.replace(target)
    except OSError as error:
        if old.exists() and not target.exists():
            old.replace(target)
        raise ProblemsFound(
            [Problem("E709", None, path=str(target), reason=error.strerror or str(error))]
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def serve_site(config_file: Path, *, address: str, language: str) -> None:
    """Build into a temporary folder, serve it at `address` (host:port), and build anew on every
    change until stopped.

    Raises ProblemsFound (E714) for an address that cannot be opened, and as `build_site` does when
    the first build fails; later ones are reported in the log, and the preview goes on.
    """
    quiet_material()
    HandbillPlugin.language = language  # MkDocs makes the plugin itself, on every change
    try:
        mkdocs_serve(str(config_file), dev_addr=address)
    except (OSError, OverflowError) as error:  # the latter for a port beyond 65535
        raise ProblemsFound(
            [
                Problem(
                    "E714",
                    None,
                    address=address,
                    reason=getattr(error, "strerror", None) or str(error),
                )
            ]
        ) from None


STOPPED = (Abort, ConfigurationError)
"""What MkDocs ends a build with; what led to it stands in the log."""
