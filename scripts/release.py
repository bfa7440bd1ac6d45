"""Checks that a release is whole, and builds it. Pushes nothing.

Use: python3 scripts/release.py

The version in src/handbill/__init__.py, the first dated heading of CHANGELOG.md and the git tag
of the commit must agree, and the tree must be clean. Then sdist and wheel are built twice from
the tag, in two places; they must be the same byte for byte, and are left in dist/, with the bill
of materials (SBOM, CycloneDX).
"""

import datetime
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment

VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
SECTION = re.compile(
    r"^## (\S+)(?: \((\d{4}-\d\d-\d\d)\))?\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)


def git(root: Path, *arguments: str) -> str:
    """Returns what git prints, without the line end; "" when it fails."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout.strip() if done.returncode == 0 else ""


def version_of(root: Path) -> str:
    """Returns the version that the source names."""
    found = VERSION.search((root / "src/handbill/__init__.py").read_text(encoding="utf-8"))
    return found[1] if found else ""


def disagreements(root: Path) -> list[str]:
    """Returns what stands against a release of the commit, in Chinese and English; [] is good."""
    version, found = version_of(root), []
    sections = SECTION.findall((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if sections and sections[0][0] == "Unreleased" and not sections[0][2].strip():
        sections.pop(0)
    named, date, _ = sections[0] if sections else ("", "", "")
    if named != version:
        found.append(
            f"CHANGELOG.md 最上面一节是 {named}，版本是 {version}。 / "
            f"CHANGELOG.md begins with {named}, the version is {version}."
        )
    elif date != _day_of(root):
        found.append(
            f"CHANGELOG.md 的日期是 {date}，提交的日期是 {_day_of(root)}。 / "
            f"CHANGELOG.md is dated {date}, the commit {_day_of(root)}."
        )
    if git(root, "status", "--porcelain"):
        found.append("有没有提交的改动。 / there are changes that are not committed.")
    tag = f"v{version}"
    tagged, head = git(root, "rev-list", "-n1", tag), git(root, "rev-parse", "HEAD")
    if not tagged:
        found.append(f'没有标签 / there is no tag: git tag -a {tag} -m "Handbill {version}"')
    elif tagged != head:
        found.append(f"标签 {tag} 不在这个提交上。 / the tag {tag} is on another commit.")
    return found


def build_twice(python: str, root: Path, tag: str, out: Path) -> list[str]:
    """Builds sdist and wheel from the tag in two places, and puts the first pair into `out`.

    Returns:
        The names of files that differ between the two builds; [] is good.

    Raises:
        subprocess.CalledProcessError: git or the build failed; its output has been shown.
    """
    when = git(root, "log", "-1", "--format=%ct", tag)
    settings = {**os.environ, "SOURCE_DATE_EPOCH": when}
    built: list[dict[str, bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("one", "another place"):
            source, made = Path(folder, name, "source"), Path(folder, name, "dist")
            clone = ["git", "-c", "advice.detachedHead=false", "clone", "--quiet"]
            subprocess.run([*clone, "--branch", tag, str(root), str(source)], check=True)
            command = [python, "-m", "build", "--no-isolation", "--outdir", str(made), str(source)]
            subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL)
            built.append({file.name: file.read_bytes() for file in sorted(made.iterdir())})
    first, second = built
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name, content in first.items():
        (out / name).write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {out.name}/{name}", flush=True)
    return sorted(name for name in {*first, *second} if first.get(name) != second.get(name))


def bill_of_materials(python: str, root: Path, out: Path) -> None:
    """Writes what a build of a site is made with (SBOM): every package of requirements.lock with its
    digests, as CycloneDX 1.6 in JSON, checked against its schema.

    Raises:
        subprocess.CalledProcessError: it could not be made, or is not valid; why has been shown.
    """
    when = git(root, "log", "-1", "--format=%ct")
    subprocess.run(
        [
            *(python, "-m", "cyclonedx_py", "requirements", "--pyproject", "pyproject.toml"),
            *("--spec-version", "1.6", "--output-reproducible", "--validate"),
            *("--output-file", str(out), environment.BUILD),
        ],
        cwd=root,
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": when, "PYTHONWARNINGS": "ignore"},
    )
    print(
        f"{hashlib.sha256(out.read_bytes()).hexdigest()}  {out.parent.name}/{out.name}", flush=True
    )


def _day_of(root: Path) -> str:
    """The day of the commit, as its author counted it: 2026-11-24."""
    moment = git(root, "log", "-1", "--format=%aI")
    return datetime.datetime.fromisoformat(moment).date().isoformat() if moment else ""


def main() -> int:
    """Returns 0 when the release is in dist/, 1 when something stands against it."""
    root = environment.ROOT
    against = disagreements(root)
    for line in against:
        print("✗", line, file=sys.stderr)
    if against:
        return 1
    tag = f"v{version_of(root)}"
    python = environment.prepare(environment.TEST)
    differing = build_twice(python, root, tag, root / "dist")
    if differing:
        print("✗ 两次做的不一样 / two builds differ:", ", ".join(differing), file=sys.stderr)
        return 1
    bill_of_materials(python, root, root / "dist" / f"handbill-{version_of(root)}.cdx.json")
    print(f"可以发布 / ready to push: git push origin HEAD {tag}")
    return 0


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
