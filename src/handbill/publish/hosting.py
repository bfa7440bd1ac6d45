"""Ready files for what serves a site: filled in with its address, written where they are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handbill import __version__
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound
from handbill.resources import host_files
from handbill.writing import write_whole

_ROOT = "/srv/www/site"
"""Where the ready files have the site."""
_PORT = {"listen 80;": "listen 8080;", "    server_name example.org;\n": ""}
"""What changes of nginx's settings in an image: a user without rights, and no name."""


def hosts() -> tuple[str, ...]:
    """Returns the names of the hosts that there are files for."""
    return tuple(sorted({path.split("/")[0] for path in host_files()}))


def files_for(host: str, site_url: str | None) -> dict[str, str]:
    """Returns the files for a host by their path, filled in with the address of the site, as far as it
    is known: its host, the folder that it lies in, the version of Handbill that builds it."""
    files = {
        path.partition("/")[2]: file.read_text("utf-8")
        for path, file in host_files().items()
        if path.startswith(f"{host}/")
    }
    if host == "docker":
        conf = host_files()["nginx/handbill.conf"].read_text("utf-8")
        files["handbill.conf"] = _changed(conf, _PORT)
    address = urlsplit(site_url or "")
    below = address.path.rstrip("/")
    changes = {
        "/404.html": f"{below}/404.html",
        f"{_ROOT}/": f"{_ROOT}{below}/",
        ":8080/": f":8080{below}/",
        "handbill==0.1.0": f"handbill=={__version__}",
    }
    if address.hostname:
        changes["example.org"] = address.hostname
    return {path: _changed(text, changes) for path, text in files.items()}


def write_host_files(settings: Settings, host: str, folder: Path) -> list[Path]:
    """Writes the files for a host into a folder and returns them. Raises ProblemsFound (E950) for files
    that are there and say something else: none is written then; OSError."""
    made = {folder / path: text for path, text in files_for(host, settings.site_url).items()}
    if taken := [file.as_posix() for file, text in made.items() if _differs(file, text)]:
        raise ProblemsFound([Problem("E950", None, files=taken, host=host)])
    for file, text in made.items():
        write_whole(file, text.encode())
    return sorted(made)


def _changed(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def _differs(file: Path, text: str) -> bool:
    return file.exists() and not (
        file.is_file() and file.read_bytes().replace(b"\r\n", b"\n") == text.encode()
    )
