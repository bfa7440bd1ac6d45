"""A small project with a lock of its own, whose packages lie in a folder: no network is used."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
BACKEND = """\
import base64, hashlib, pathlib, zipfile


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    source = pathlib.Path("src").resolve()
    files = {
        "_pamphlet.pth": f"{source}\\n",
        "pamphlet-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: pamphlet\\nVersion: 1\\n",
        "pamphlet-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: test\\n"
        "Root-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    record = "".join(f"{name},,\\n" for name in files) + "pamphlet-1.dist-info/RECORD,,\\n"
    name = "pamphlet-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w") as wheel:
        for path, text in {**files, "pamphlet-1.dist-info/RECORD": record}.items():
            wheel.writestr(path, text)
    return name
"""


@dataclass
class Project:
    """root: the project. wheels: the folder that its packages are installed from."""

    root: Path
    wheels: Path

    def lock(self, *pins: str, name: str = "requirements.lock", spoilt: bool = False) -> None:
        """Write a lock of `name==version` pins, each with the hash of its wheel."""
        lines = []
        for pin in pins:
            package, version = pin.split("==")
            wheel = self._wheel(package, version)
            content = b"another file" if spoilt else wheel.read_bytes()
            lines.append(f"{pin} --hash=sha256:{hashlib.sha256(content).hexdigest()}\n")
        (self.root / name).write_text("".join(lines), "utf-8")

    def _wheel(self, package: str, version: str) -> Path:
        path = self.wheels / f"{package}-{version}-py3-none-any.whl"
        info = f"{package}-{version}.dist-info"
        files = {
            f"{package}.py": f"version = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\n"
            "Tag: py3-none-any\n",
        }
        rows = []
        for name, text in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
            rows.append(f"{name},sha256={digest.decode()},{len(text)}\n")
        with zipfile.ZipFile(path, "w") as wheel:
            for name, text in files.items():
                wheel.writestr(zipfile.ZipInfo(name), text)
            wheel.writestr(zipfile.ZipInfo(f"{info}/RECORD"), "".join(rows) + f"{info}/RECORD,,\n")
        return path

    def run(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run the project's build.py as a person would, elsewhere and with an empty home."""
        home = self.wheels / "home"
        home.mkdir(exist_ok=True)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
            **settings,
        }
        return subprocess.run(
            [sys.executable, str(self.root / "scripts" / "build.py"), *arguments],
            capture_output=True,
            encoding="utf-8",
            env=environment,
            cwd=self.wheels,
        )

    def installed(self) -> set[str]:
        """Names of the modules in the environment that come from the test's wheels."""
        packages = (self.root / ".venv").rglob("site-packages/*.py")
        return {path.stem for path in packages} & {"paper", "ink"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose `handbill build` only says what it sees."""
    root, wheels = tmp_path / "小 册子", tmp_path / "wheels"
    package = root / "src" / "handbill"
    package.mkdir(parents=True)
    wheels.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import os, sys, paper\n"
        "print('built', sys.argv[1:], 'paper', paper.version, os.getcwd() == "
        "os.path.dirname(sys.prefix))\n"
        "sys.exit(int(os.environ.get('FAIL', 0)))\n",
        "utf-8",
    )
    (root / "backend.py").write_text(BACKEND, "utf-8")
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "pamphlet"\nversion = "1"\n',
        "utf-8",
    )
    (root / "scripts").mkdir()
    for script in SCRIPTS.glob("*.py"):
        shutil.copy(script, root / "scripts")
    made = Project(root, wheels)
    for name in ("requirements.lock", "requirements-test.lock", "requirements-bench.lock"):
        made.lock("paper==1.0", "ink==1.0", name=name)
    return made
