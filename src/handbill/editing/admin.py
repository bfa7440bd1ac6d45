"""The folder admin/: a page, the configuration, and the editor itself, which a person brings.

The editor (MIT) is not part of Handbill and is never fetched in a build: a site asks nobody else
for anything, and neither does its editor's page.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from handbill.editing.admin_config import admin_config, backend_of, config_text
from handbill.editing.files import format_files
from handbill.load.collection import Collection
from handbill.load.folders import load_collection
from handbill.load.settings import Settings
from handbill.policy import admin_policy
from handbill.problems import Both, Problem, ProblemsFound
from handbill.writing import write_whole

PACKAGE, VERSION = "@sveltia/cms", "0.221.1"
ARCHIVE = f"sveltia-cms-{VERSION}.tgz"
SHA256 = "cfc6193c6c17c3d1d97c85bc2d63ec3655ba2a844b37c6fe5759f1a80821bb02"
"""Of the package as `npm pack` writes it: the version that the configuration was tried with."""
SCRIPT = "sveltia-cms.js"
FOLDER = "admin"
_FONTS = {
    "material-symbols-outlined": "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
    "source-sans-3": "source-sans-3-latin-wght-normal-BqRLTx4X.woff2",
    "noto-mono": "noto-mono-latin-400-normal-DiC8lJru.woff2",
}
_TAKEN = re.compile(
    r"package/(?:dist/(?P<script>sveltia-cms\.js)|npm/assets/(?P<font>[\w.-]+\.(?:woff2|LICENSE\.txt))"
    r"|(?P<word>locales/[\w-]+\.json)|(?P<other>package\.json|LICENSE\.txt))"
)
"""What the editor needs of the package, in one folder."""

_OFFLINE = """\
// The editor asks a content-delivery network for its words and its fonts. Here they lie beside it.
"use strict";
(() => {
  const here = new URL(".", document.currentScript.src);
  const ask = window.fetch.bind(window);
  const known = /\\/@sveltia\\/cms(?:@[^/]+)?\\/((?:locales\\/[\\w-]+|package)\\.json)$/;
  window.fetch = (input, options) => {
    const found = known.exec(String(input?.url ?? input));
    return ask(found ? new URL(found[1], here) : input, options);
  };
  const fonts = /https:[^\\s"')]*\\/fonts\\/([a-z0-9-]+)[:@][^\\s"')]*\\.woff2/g;
  const files = FONTS;
  const bring = style => {
    const text = style.textContent.replace(
      fonts, (address, name) => files[name] ? new URL(files[name], here) : address);
    if (text !== style.textContent) style.textContent = text;
  };
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
    if (node.nodeName === "STYLE") bring(node);
  }))).observe(document, {childList: true, subtree: true});
})();
"""

_PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link href="config.yml" type="application/yaml" rel="cms-config-url">
</head>
<body>
<noscript>编辑器要用 JavaScript。 / The editor needs JavaScript.</noscript>
<script src="offline.js"></script>
<script src="{script}"></script>
</body>
</html>
"""


def admin_files(settings: Settings, collection: Collection, *, public: bool) -> dict[str, str]:
    """index.html, config.yml and offline.js by name.

    public: whether they go on a website, where the editor needs a repository to save to: raises
    ProblemsFound (E730) without one.
    """
    backend = backend_of(settings.repo_url)
    if public and backend is None:
        raise ProblemsFound(
            [Problem("E730", None, value=settings.repo_url or Both("没有写", "not set"))]
        )
    config = admin_config(collection, backend, _prefix(settings.root))
    return {
        "index.html": _PAGE.format(
            title=html.escape(f"编辑：{settings.site_name}"),
            script=SCRIPT,
            policy=html.escape(admin_policy(_hosts(backend)), quote=True),
        ),
        "config.yml": config_text(config),
        "offline.js": _OFFLINE.replace("FONTS", json.dumps(_FONTS)),
    }


def _hosts(backend: dict[str, str] | None) -> list[str]:
    """The addresses that the editor speaks to: of the service that it saves to, and no other."""
    if backend is None:
        return []
    if backend["name"] == "github":
        return ["https://api.github.com"]
    return [f"https://{urlsplit(backend.get('base_url', 'https://gitlab.com')).hostname}"]


def published_files(settings: Settings, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yields the files of admin/ that go on the website. Raises ProblemsFound: E730, or E731 when
    the script is not there."""
    made = admin_files(settings, collection, public=True)
    folder = settings.root / FOLDER
    if not (folder / SCRIPT).is_file():
        raise ProblemsFound([Problem("E731", None, file=f"{FOLDER}/{SCRIPT}")])
    for name, text in made.items():
        yield f"{FOLDER}/{name}", text.encode()
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name not in made and not file.name.startswith("."):
            yield f"{FOLDER}/{name}", file.read_bytes()


def write_admin(
    settings: Settings, folder: Path, package: Path | None, language: str
) -> Iterator[str]:
    """Write admin/ and say, line by line, what there is and what is to be done next.

    package: the editor's package. Raises ProblemsFound: the campaigns cannot be read, the package is
    not the one that was tried (E732), or the folder holds files of others (E711). Raises OSError.
    """
    collection, problems = load_collection(settings)
    if collection is None:
        raise ProblemsFound(problems)
    files: dict[str, bytes] = read_package(package) if package else {}
    files |= {
        name: text.encode()
        for name, text in admin_files(settings, collection, public=False).items()
    }
    _require_own(folder, files)
    replaced = []
    for name in sorted(files, key=lambda name: name != _MARKED):
        file = folder / name
        if file.is_file() and file.read_bytes() == files[name]:
            continue
        if write_whole(file, files[name]):
            replaced.append(name)
    yield str(folder)
    if replaced:
        names = ", ".join(replaced)
        yield Both(f"已替换原来的：{names}", f"replaced: {names}").get(language)
    for line in _next_steps(settings, folder):
        yield line.get(language)


_MARKED, _MARK = "index.html", "cms-config-url"
"""The file by which a folder is known to be ours, and what stands in it. It is written first."""


def _require_own(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raises ProblemsFound (E711) for a folder with files that are not of the editor."""
    if not folder.is_dir():
        return
    page = folder / _MARKED
    if page.is_file() and _MARK in page.read_text("utf-8", errors="replace"):
        return
    known = {name.split("/")[0] for name in files} - {_MARKED} | {SCRIPT}
    if any(one.name not in known and not one.name.startswith(".") for one in folder.iterdir()):
        raise ProblemsFound([Problem("E711", None, path=str(folder))])


def _next_steps(settings: Settings, folder: Path) -> Iterator[Both]:
    untidy = [file.name for file in format_files(settings) if file.changed or file.problems]
    if untidy:
        yield Both(
            f"先整理再用编辑器，不然 027、1.0 这样的内容会变：handbill fmt（{len(untidy)} 个文件）",
            "tidy up before using the editor, or texts such as 027 and 1.0 change: handbill "
            f"fmt ({len(untidy)} files)",
        )
    if _repository(settings.root) is None:
        yield Both(
            "编辑器只认 git 仓库的文件夹：git init",
            "the editor takes the folder of a git repository only: git init",
        )
    if not (folder / SCRIPT).is_file():
        yield Both(
            f"还缺编辑器程序：npm pack {PACKAGE}@{VERSION}，再 handbill admin --package {ARCHIVE}",
            f"the editor itself is missing: npm pack {PACKAGE}@{VERSION}, then handbill "
            f"admin --package {ARCHIVE}",
        )
        return
    yield Both(
        f"打开：python3 -m http.server -b 127.0.0.1 -d {folder} 8001，再用 Chrome 或者 Edge 看 "
        "http://127.0.0.1:8001/",
        f"open it: python3 -m http.server -b 127.0.0.1 -d {folder} 8001, then "
        "http://127.0.0.1:8001/ in Chrome or Edge",
    )


def read_package(file: Path) -> dict[str, bytes]:
    """Returns the files of the editor's package that admin/ needs, by their name there.

    Raises ProblemsFound (E732) when it is not the version that was tried, byte for byte.
    """
    try:
        archive = file.read_bytes()
    except OSError as error:
        raise _not_tried(file, error.strerror or str(error)) from None
    found = hashlib.sha256(archive).hexdigest()
    if found != SHA256:
        raise _not_tried(file, f"SHA-256 {found[:16]}…")
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as package:
        for member in package:
            match = _TAKEN.fullmatch(member.name)
            if match and (content := package.extractfile(member)) is not None:
                files[next(name for name in match.groups() if name)] = content.read()
    return files


def _not_tried(file: Path, found: str) -> ProblemsFound:
    return ProblemsFound([Problem("E732", None, file=file.name, found=found, version=VERSION)])


def _repository(root: Path) -> Path | None:
    """The root of the git repository that the site is in."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)


def _prefix(root: Path) -> str:
    repository = _repository(root)
    if repository is None or repository == root:
        return ""
    return root.relative_to(repository).as_posix() + "/"
