"""What a change asks for, the state of the site that is shown, and what is wrong with the campaign.

Most changes ask for little: the campaigns are read, checked and planned anew, and a page is made when
somebody asks for it. What reaches into every page (mkdocs.yml, the theme, styles, a page that comes or
goes) asks for a build by MkDocs, aside: until it is done the last good site is shown.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import secrets
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from mkdocs.exceptions import MkDocsException

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Artifact
from handbill.compose.part import one_name
from handbill.load.left_out import left_out
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound, Severity, Span
from handbill.problems.report import render as report
from handbill.publish.mkdocs_settings import as_mkdocs_has_them
from handbill.publish.preview.framed import Frame
from handbill.publish.preview.shown import Shown, changed_sheets, sheets_of
from handbill.publish.preview.watched import Watched
from handbill.publish.site_files import Planned
from handbill.render.cache import RenderCache
from handbill.render.translations import translated
from handbill.resources import default_templates

log = logging.getLogger("mkdocs.plugins.handbill")

_AT_ONCE = 2
"""Layouts that are drawn in the background before a look at what has been edited."""


class Built(Protocol):
    """The plugin after a build by MkDocs. texts: the Markdown of its pages, by path."""

    site: Planned | None
    frame: Frame | None
    texts: dict[str, str]

    def planned(self, settings: Settings) -> tuple[Checked, Sequence[Artifact]]:
        """Reads, checks and plans a site. Raises ProblemsFound."""

    def checked(self, settings: Settings) -> Checked:
        """Reads and checks a site. Raises ProblemsFound."""

    @property
    def drawn_in(self) -> Path | None:
        """The folder of drawings."""


Build = Callable[[], Built]
"""Builds a site by MkDocs and returns the plugin that took part. Raises ProblemsFound, or what MkDocs
ends with."""


class Session:
    """A preview. build: makes the whole site in `output`. settings: of the site. language: of what is
    said in the terminal."""

    def __init__(self, build: Build, output: Path, settings: Settings, language: str) -> None:
        self._build, self._output, self._language = build, output, language
        self._settings = settings
        self._plugin: Built | None = None
        self._folder: Path | None = None
        """Where whole builds lie."""
        self._boot, self._count = secrets.token_hex(4), 0
        self._changing = threading.Condition()
        self._problems: list[Problem] = []
        self._whole_next = True
        self._tried: dict[str, Artifact] = {}
        """The sheets that are drawn, or wait for it, by path."""
        self._waiting: list[Artifact] = []
        """Sheets that have not been tried yet, in the background."""
        self._resting = True
        self.shown: Shown | None = None
        """The last good state of the site, None before the first."""
        self.ended = False
        self._more: list[Path] = []
        self._watched = Watched(self._roots)

    @property
    def state(self) -> str:
        """Another text for every state, over starts of the server, too."""
        return f"{self._boot}.{self._count}"

    def fault(self) -> str:
        """Returns what is wrong with the campaign as a piece of HTML, nothing when all is well."""
        if not self._problems:
            return ""
        root = self._settings.root
        lang = self._language
        errors = [one for one in self._problems if one.severity is Severity.ERROR]
        told = report(errors or self._problems, root=root, lang=lang, format="html")
        head = ("有问题，改好会自动更新", "a problem; mended, the page goes on by itself")
        under = ("下面是上一次好的网页。", "Below is the last good page.")
        order = (0, 1) if lang == "zh" else (1, 0)
        said = " / ".join(head[one] for one in order)
        note = " ".join(under[one] for one in order) if self.shown else ""
        return (
            f'<section role="alert"><header><h1>{said}</h1>'
            f'<button type="button" aria-label="关上 / close">×</button></header>'
            f"<p>{note}</p>{told}</section>"
        )

    def wait(self, known: tuple[str, str], seconds: float) -> tuple[str, str]:
        """Waits until state or fault are others than those known, and returns them."""
        with self._changing:
            self._changing.wait_for(
                lambda: self.ended or (self.state, self.fault()) != known, seconds
            )
            return self.state, self.fault()

    def watch(self, path: Path) -> None:
        """Watches one more file or folder."""
        self._more.append(path)

    def unwatch(self, path: Path) -> None:
        """Watches a file or folder of `watch` no more."""
        self._more = [one for one in self._more if one != path]

    def run(self) -> None:
        """Makes the site, unless it is there, and again on every change, until it is stopped."""
        _end_gently()
        gc.disable()  # of what a build lets go of, most is freed at once: see _rest
        try:
            if self.shown is None:
                self._remake(set())
            while True:
                if changed := self._watched.changed():
                    self._remake(changed)
                elif self._waiting:
                    self._try_sheets()
                elif not self._resting:
                    self._rest()
        finally:
            gc.enable()
            with self._changing:
                self.ended = True
                self._changing.notify_all()
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)

    def adopt(self, plugin: Built) -> None:
        """Shows what MkDocs has built already."""
        self._take(plugin)

    def told(self, problems: Sequence[Problem]) -> None:
        """Takes notice of what could not be made when somebody asked for it."""
        new = [one for one in problems if str(one) not in {str(old) for old in self._problems}]
        if new:
            log.error(self._text(new))
            with self._changing:
                self._problems = [*self._problems, *new]
                self._changing.notify_all()

    def _remake(self, changed: set[Path]) -> None:
        started, self._resting = time.perf_counter(), False
        if changed:
            log.info("%s", self._say("文件有改动", "Detected file changes"))
        if any(self._template(path) for path in changed):
            self._tried = {}
        try:
            made = None
            if not self._whole_next:
                with contextlib.suppress(OSError):  # a file is gone again, or held: MkDocs says so
                    made = self._quickly(changed)
            self._whole_next = made is None  # until it has come to a good end
            if made:
                self._publish(made, [])
            else:
                self._take(self._whole())
        except ProblemsFound as found:
            log.error(self._text(found.problems))
            self._publish(self.shown, found.problems)
            log.info(
                "%s",
                self._say(
                    "上一次好的网页还在；改好一保存，就会更新",
                    "The last good pages stay; mended and saved, they go on by themselves",
                ),
            )
            return
        log.info(
            "%s (%.1f s)",
            self._say("网页已更新", "Reloading browsers"),
            time.perf_counter() - started,
        )

    def _whole(self) -> Built:
        """Lets MkDocs build. Raises ProblemsFound, whatever it ends with."""
        with _overheard() as said:
            try:
                return self._build()
            except (MkDocsException, OSError) as error:
                name = self._settings.config_file.name
                reason = "\n".join(said) or str(error)
                told = Problem("E146", Span(name), file=name, reason=reason)
                raise ProblemsFound([told]) from None

    def _take(self, plugin: Built) -> None:
        """Shows what has been built."""
        site, frame = plugin.site, plugin.frame
        assert site and frame, "MkDocs has built, so its plugins have run"
        self._plugin, self._settings = plugin, site.checked.settings
        self._folder = self._folder or Path(mkdtemp(prefix="handbill-preview-"))
        folder = self._folder / str(self._count + 1)
        shutil.move(self._output, folder)
        cache = RenderCache(plugin.drawn_in)
        made = Shown(
            frame, folder, site.checked, site.artifacts, cache, plugin.texts, frozenset(), self.told
        )
        self._publish(made, [])
        self._whole_next = False

    def _quickly(self, changed: set[Path]) -> Shown | None:
        """The site with what has changed; None where only a whole build will do."""
        shown, plugin = self.shown, self._plugin
        if shown is None or plugin is None or shown.frame.several:
            return None
        edited = self._edited_pages(shown, changed)
        if edited is None:
            return None
        settings = as_mkdocs_has_them(shown.checked.settings, shown.frame.config)
        if any(
            path.is_relative_to(settings.campaigns_dir) or self._template(path) for path in changed
        ):
            checked, artifacts = plugin.planned(settings)
        else:  # pages of docs/ are no part of the plan, but the checks read them
            checked, artifacts = plugin.checked(settings), shown.artifacts
        if not self._fits(shown, artifacts):
            return None
        for problem in left_out(checked.problems):
            log.warning(self._text([problem]))
        made = shown.with_(checked, artifacts, edited)
        for source in edited - shown.edited:
            page = shown.frame.files.src_uris[source].page
            titled = page.title if page else None
            with shown.frame.lock:
                if shown.frame.populated(source).title != titled:
                    return None  # other pages have it in their menus
        return made

    def _edited_pages(self, shown: Shown, changed: set[Path]) -> frozenset[str] | None:
        """The pages of docs/ that have changed since the last whole build, among others; None when
        more than pages and campaigns have changed."""
        frame, settings = shown.frame, shown.checked.settings
        pages = {Path(one.abs_src_path): one for one in frame.files if one.abs_src_path}
        edited = set(shown.edited)
        for path in changed:
            if inside := self._template(path):
                if inside.parts[:2] == ("site", "theme") or ".css" in inside.suffixes:
                    return None
            elif path in pages and path.is_file():
                file = pages[path]
                if file.is_documentation_page():
                    edited.add(file.src_uri)
                else:
                    shutil.copyfile(path, shown.folder / file.dest_path)
            elif not path.is_relative_to(settings.campaigns_dir):
                return None
        return frozenset(edited)

    def _template(self, path: Path) -> Path | None:
        """Where a file of the look stands in it; None for another file."""
        own = self._settings.templates_dir or self._settings.root / "templates"
        home = next((one for one in (own, default_templates()) if path.is_relative_to(one)), None)
        return path.relative_to(home) if home else None

    @staticmethod
    def _fits(shown: Shown, artifacts: Sequence[Artifact]) -> bool:
        """Whether a plan goes with the last whole build: styles stand in every page, and a path that
        a page of docs/ has is a fault that the build tells."""
        known = {one.path: one for one in shown.artifacts}
        new = []
        for one in artifacts:
            other = known.get(one.path)
            if one.path.endswith(".css") and not (other and one.body == other.body):
                return False
            if other is None:
                new.append(one_name(one.path))
        taken = (one_name(one.src_uri) for one in shown.frame.files if one.generated_by is None)
        return not new or set(new).isdisjoint(taken)

    def _publish(self, shown: Shown | None, problems: Sequence[Problem]) -> None:
        """Shows a state, and tells every page."""
        before = last = self.shown
        if shown is not None and shown is not before:
            if before and before.before and self._problems:
                before = before.before  # what that one cannot make, an earlier one may
            shown.before = before.without_before() if before else None
            tried = self._tried.copy()
            for one in self._waiting:
                tried.pop(one.path, None)
            self._waiting = changed_sheets(shown.artifacts, tried)
            self._tried = {one.path: one for one in sheets_of(shown.artifacts)}
        with self._changing:
            # The site first: who is told of a state finds it.
            self.shown, self._problems = shown, list(problems)
            self._count += shown is not last
            self._changing.notify_all()
        if last and shown and last.folder != shown.folder:
            shutil.rmtree(last.folder, ignore_errors=True)

    def _try_sheets(self) -> None:
        """Draws what has changed, so that what does not fit is told before it is printed. Ends when
        something is edited."""
        shown = self.shown
        assert shown
        drawn = shown.renderer.layouts(self._waiting)
        found: list[Problem] = []
        left = False
        for at in range(0, len(drawn), _AT_ONCE):
            if self._watched.pending():
                self._waiting = drawn[at:]
                return
            for artifact, problem in shown.renderer.faults(drawn[at : at + _AT_ONCE]):
                if translated(artifact):
                    left = True
                elif problem.severity is Severity.ERROR:
                    found.append(problem)
        self._waiting = []
        if left:
            self._leave_out(shown)
        if found:
            self.told(found)

    def _leave_out(self, shown: Shown) -> None:
        """Leaves out of translations what cannot be drawn."""
        assert self._plugin
        cache = RenderCache(self._plugin.drawn_in)
        checked, artifacts = road.settle(shown.checked, shown.artifacts, cache)
        if artifacts is shown.artifacts:
            return
        self._publish(shown.with_(checked, artifacts, shown.edited), self._problems)
        self._waiting = []
        for problem in left_out(checked.problems):
            log.warning(self._text([problem]))

    def _rest(self) -> None:
        """Collects what circles of objects hold, while nobody waits, and lets later runs skip what
        stays: the campaigns are some hundred thousand objects."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._resting = True

    def _roots(self) -> Iterator[Path]:
        """What a change of is seen."""
        settings = self._settings
        yield from self._more
        yield from settings.config_files
        yield from (settings.campaigns_dir, settings.docs_dir, default_templates())
        yield settings.templates_dir or settings.root / "templates"
        if shown := self.shown:
            config = shown.frame.config
            yield from map(Path, config.watch)
            yield from (settings.root / name for name in config["hooks"])
            if custom := config.theme.custom_dir:
                yield Path(custom)

    def _text(self, problems: Sequence[Problem]) -> str:
        return "\n" + report(problems, root=self._settings.root, lang=self._language)

    def _say(self, chinese: str, english: str) -> str:
        return chinese if self._language == "zh" else english


def _end_gently() -> None:
    """Lets whoever ends the program be as good as Ctrl+C: what is temporary goes."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@contextlib.contextmanager
def _overheard() -> Iterator[list[str]]:
    """What MkDocs says of a build that fails."""
    said: list[str] = []
    listener = logging.Handler(logging.ERROR)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
