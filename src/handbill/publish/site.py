"""`handbill build`: the whole site, made aside and put in place only when it is whole."""

from __future__ import annotations

import datetime
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact, Overview, Sheet, Static
from handbill.compose.sheets import WIDE
from handbill.load.settings import Settings, read_settings
from handbill.problems import Problem, ProblemsFound
from handbill.progress import Progress, silent
from handbill.publish import fresh
from handbill.publish.changed import keep_before
from handbill.publish.hand_written import hand_written
from handbill.publish.last_site import LastSite
from handbill.publish.mkdocs_plugin import HandbillPlugin
from handbill.publish.placing import Draft, heal, refuse_foreign
from handbill.publish.preview.framed import only_known
from handbill.publish.preview.server import PreviewServer
from handbill.publish.preview.session import Session
from handbill.publish.writer import Writer, one_writer
from handbill.render.cache import RenderCache
from handbill.writing import write_whole

log = logging.getLogger("mkdocs.plugins.handbill")


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    site: Path
    contact_sheet: Path
    checked: Checked
    kept: Sequence[str]
    """What stays in the site that no build made: paths in it."""
    damaged: int
    """How many entries of the cache were not whole."""
    locked: bool
    """Whether the disk knows locks."""


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
    """Returns the handbill plugin of a MkDocs configuration. Raises ProblemsFound when it is
    absent."""
    for plugin in config.plugins.values():
        if isinstance(plugin, HandbillPlugin):
            return plugin
    raise ProblemsFound([Problem("E710", None, file=config.config_file_path)])


def build_site(
    settings: Settings, config_file: Path, *, strict: bool, language: str, progress: Progress
) -> Built:
    """Build into a folder beside the old site (so on the same disk), then swap the two.

    A build that fails, or is killed, leaves the old site as it was: the next start first heals what
    it finds. Raises ProblemsFound, mkdocs Abort (already reported in the log) or ConfigurationError.
    """
    site_dir = Path(os.path.realpath(settings.site_dir))
    try:
        with one_writer(settings.build_dir, "handbill build") as writer:
            heal(site_dir)
            refuse_foreign(site_dir)
            with Draft(site_dir, settings.build_dir) as draft:
                return _build(settings, config_file, draft, writer, strict, language, progress)
    except OSError as error:
        # A full disk names no file. The site that was there is whole.
        path = error.filename if isinstance(error.filename, str) else str(settings.site_dir)
        raise OSError(error.errno, error.strerror or str(error), path) from error


def _build(
    settings: Settings,
    config_file: Path,
    draft: Draft,
    writer: Writer,
    strict: bool,
    language: str,
    progress: Progress,
) -> Built:
    quiet_material()
    made = fresh.made_of(settings)
    stood = hand_written(settings)
    config = load_config(str(config_file), strict=strict)
    config.site_dir = str(draft.folder)
    plugin = plugin_of(config)
    plugin.stood = stood
    plugin.progress, plugin.language, plugin.drafting = progress, language, True
    # MkDocs keeps a plugin as long as the process lives: one that has verified is told of today.
    plugin.today = plugin.drawings = None
    plugin.last = _last_site(settings, config)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
        site = plugin.site
        assert site, "MkDocs has built, so its plugins have run"
        sheet = settings.build_dir / "contact-sheet.png"
        with progress.stage("publish") as notes:
            cache = RenderCache(settings.build_dir / "contact-sheet.cache")
            write_whole(sheet, _contact_sheet(site.checked, site.artifacts, draft.folder, cache))
            writer.require()
            keep_before(draft.site, draft.folder, settings.build_dir / "before")
            kept = draft.put_in_place(plugin.last.lying)
            plugin.last.save()
            # What hooks, other plugins and a theme of the site read is in no list of inputs.
            known = only_known(config) and not config.theme.custom_dir
            fresh.note(settings, made, site.checked.today, strict=strict and known)
            notes.append(settings.site_dir.name)
    finally:
        config.plugins.on_shutdown()
        # MkDocs keeps the plugin: a later build by somebody else is not ours.
        plugin.progress, plugin.drafting, plugin.last = silent(), False, LastSite()
    damaged = plugin.damaged + cache.damaged
    return Built(settings.site_dir, sheet, site.checked, kept, damaged, writer.locked)


def _last_site(settings: Settings, config: MkDocsConfig) -> LastSite:
    """The site before, for a site of which nobody else has a hand in the files: another plugin or a
    hook may change any of them, and would do it twice."""
    if not only_known(config):
        return LastSite()
    return LastSite(settings.site_dir, settings.build_dir / "record")


def rebuild_site(
    settings: Settings, config_file: Path, folder: Path, today: datetime.date, progress: Progress
) -> Path:
    """Build for a day into `folder`, with every drawing drawn anew, and return the site in it.

    The project's site stays as it is. Raises as `build_site` does.
    """
    with one_writer(settings.build_dir, "handbill verify"):
        quiet_material()
        stood = hand_written(settings)
        config = load_config(str(config_file))
        config.site_dir = str(folder / "site")
        plugin = plugin_of(config)
        plugin.stood = stood
        plugin.progress, plugin.drafting = progress, True
        plugin.today, plugin.drawings = today, folder / "drawings"
        plugin.last = LastSite()
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    return folder / "site"


def _contact_sheet(
    checked: Checked, artifacts: Sequence[Artifact], site: Path, cache: RenderCache
) -> bytes:
    """Every side of every material on one picture, for the review; sheets before banners.

    Made of the small pictures that lie in the finished `site`; only further sides are drawn.
    """
    small: dict[int, Artifact] = {}
    sides: list[tuple[Artifact, Sheet]] = []
    for artifact in artifacts:
        match artifact.body:
            case Sheet(format="png", data=data) if artifact.path.endswith("-small.png"):
                small[id(data)] = artifact
            case Sheet(format="svg") as side:
                sides.append((artifact, side))
    # What has no small picture, the lock-up of pages, is no sheet.
    sides = [one for one in sides if id(one[1].data) in small]
    parts: list[Artifact] = []
    for artifact, side in sides:
        first = small[id(side.data)]
        assert isinstance(first.body, Sheet)
        body = replace(first.body, page=side.page)
        drawn = Static((site / first.path).read_bytes()) if side.page == 0 else body
        parts.append(Artifact(artifact.path, drawn))
    shown = [
        (body.data["sheets"][0]["title"], artifact.path, body.data["size"])
        for artifact, body in sides
    ]
    shown.sort(key=lambda one: one[2]["width"] >= WIDE * one[2]["height"])
    overview = Artifact("contact-sheet.png", Overview(tuple(one[:2] for one in shown)))
    made = {
        artifact.path: content
        for artifact, content in road.render(checked, [*parts, overview], cache)
    }
    cache.drop_unused()
    return made[overview.path]


def serve_site(settings: Settings, *, address: str, language: str) -> None:
    """Serve a site at `address` (host:port) and make it anew on every change until stopped.

    What is wrong with the campaigns is told in the pages and in the log, and the preview goes on.
    Raises ProblemsFound (E714) for an address that cannot be opened.
    """
    quiet_material()
    with TemporaryDirectory(prefix="handbill-", ignore_cleanup_errors=True) as folder:
        output = Path(folder, "site")

        def build() -> HandbillPlugin:
            read_settings(settings.config_file)  # what is wrong with it is said in our own way
            config = load_config(str(settings.config_file), site_dir=str(output))
            plugin = plugin_of(config)
            plugin.language, plugin.shelving = language, True
            config.plugins.on_startup(command="serve", dirty=False)
            with plugin.telling():
                mkdocs_build(config, serve_url=server.url)
            return plugin

        session = Session(build, output, settings, language)
        server = PreviewServer(address, session, urlsplit(settings.site_url or "/").path or "/")
        with server.answering():
            log.info("Serving on %s", server.url)
            session.run()


STOPPED = (Abort, ConfigurationError)
"""What MkDocs ends a build with; what led to it stands in the log."""
