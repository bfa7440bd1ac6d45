"""The preview in place of the server of `mkdocs serve`, for those who have only MkDocs."""

from __future__ import annotations

import logging
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from handbill.load.settings import Settings
from handbill.publish.preview.server import PreviewServer
from handbill.publish.preview.session import Build, Built, Session

log = logging.getLogger("mkdocs.plugins.handbill")


class PreviewInMkDocs:
    """What MkDocs asks of its server, answered by a preview of the site that it has just built.

    server: that of MkDocs, which is never opened. build: builds the site anew where that one has it.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        built: Built,
        build: Build,
        settings: Settings,
        language: str,
    ) -> None:
        host, port = server.server_address[:2]
        self._address = f"{host!s}:{port}"
        self._mount = urlsplit(server.url).path
        self._built = built
        self.session = Session(build, Path(server.root), settings, language)

    def watch(self, path: str, func: object = None, *, recursive: bool = True) -> None:
        """Watches one more file or folder. func, recursive: as MkDocs has them, without effect."""
        self.session.watch(Path(path))

    def unwatch(self, path: str) -> None:
        """Watches a file or folder no more."""
        self.session.unwatch(Path(path))

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answers requests until it is stopped."""
        server = PreviewServer(self._address, self.session, self._mount)
        self.session.adopt(self._built)
        with server.answering():
            log.info("Serving on %s", server.url)
            if open_in_browser:
                webbrowser.open(server.url)
            self.session.run()

    def shutdown(self, wait: bool = False) -> None:
        """Ends nothing: `serve` has ended by then."""
