"""The wheel stands alone: installed elsewhere, it makes a new site and builds it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from handbill.resources import STARTS

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the source, so that the tree stays as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore", *STARTS):
        shutil.copy(ROOT / name, source)
    (source / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/site_start.py", source / "scripts")
    for name in ("src", "templates", "deploy", "LICENSES"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    shutil.rmtree(source)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with this wheel, beside the dependencies that are installed here.

    A .pth line lends the dependencies without their own .pth files being read, so the editable
    install of the source tree is not seen.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=True)
    windows = os.name == "nt"
    found = folder / ("Scripts/python.exe" if windows else "bin/python")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    run(found, folder, *install)
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "lent.pth").write_text("\n".join(sorted(lent)) + "\n", "utf-8")
    return found


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_")) and name != "VIRTUAL_ENV"
    }
    done = subprocess.run(
        [str(python), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**environment, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_the_wheel_holds_what_a_site_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry_points = archive.read(
            next(name for name in names if name.endswith("entry_points.txt"))
        ).decode()
    assert {
        "handbill/py.typed",
        "handbill/starter/job-seeking/campaigns/job-seeking/campaign.yml",
        "handbill/starter/heat/campaigns/heat/campaign.yml",
    } <= names
    assert {
        f"handbill/{path.relative_to(ROOT / 'src/handbill').as_posix()}"
        for folder in ("starter", "desk/pages", "desk/assets")
        for path in (ROOT / "src/handbill" / folder).rglob("*")
        if path.is_file()
    } <= names
    assert {
        f"handbill/{path.relative_to(ROOT).as_posix()}"
        for folder in ("templates", "deploy")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    } <= names
    assert {f"handbill/start/{name}" for name in (*STARTS, "start.py")} <= names
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"handbill"}
    of_the_repository = {path.name for path in (ROOT / "tools").glob("*.py")}
    assert of_the_repository and not {name.rpartition("/")[2] for name in names} & of_the_repository
    assert "handbill = handbill.cli:main" in entry_points
    assert "handbill = handbill.publish.mkdocs_plugin:HandbillPlugin" in entry_points
    assert [name for name in names if name.endswith("licenses/LICENSES/CC-BY-4.0.txt")]


def test_a_new_site_builds_at_once_with_nothing_of_the_source_tree(
    python: Path, tmp_path: Path
) -> None:
    where = run(python, tmp_path, "-c", "import handbill; print(handbill.__file__)").stdout
    assert not Path(where.strip()).is_relative_to(ROOT / "src")
    run(python, tmp_path, "-m", "handbill", "new", "site of mine")
    site = tmp_path / "site of mine"
    found = run(python, site, "-c", "import start; print(start.command())").stdout
    assert ast.literal_eval(found) == [str(python), "-m", "handbill", "desk"]
    run(python, site, "-m", "handbill", "check")
    run(python, site, "-m", "handbill", "build")
    built = site / "site"
    assert (built / "index.html").is_file()
    assert list(built.glob("m/*/*.pdf"))
    assert list(built.glob("packs/*.zip"))
    assert (built / "pagefind" / "pagefind.js").is_file()
    text = "".join(path.read_text("utf-8") for path in built.rglob("*.html"))
    assert str(ROOT) not in text
    assert str(tmp_path) not in text
