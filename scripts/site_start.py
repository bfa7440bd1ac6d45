"""Opens the desk of the site whose folder this file lies in, as start.py; `handbill new` puts it there.

start.bat, start.command and start.sh run it with a Python that is new enough. It finds Handbill, or
installs it from a wheel that lies beside it, and needs nothing but the standard library.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".start.json"
"""What `handbill new` has noted of this computer: its Python and, of a source tree, the folder."""
VENV = HERE / ".venv"
OWN = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LACKING = """\
这台电脑上找不到 Handbill。两种办法：
1. 下载 Handbill 的文件夹，双击里面的 start（Windows 是 start.bat），再用它打开这个网站。
2. 把 handbill-….whl 这个文件放进这个文件夹，再双击一次；要联网，装一次就够。

Handbill is not on this computer. Either
1. download Handbill's folder, double-click start in it (start.bat on Windows), and open this site with it;
   or
2. put the file handbill-….whl into this folder and double-click once more; that takes a network, once.
"""
NO_VENV = """\
装不进 .venv：在 Debian、Ubuntu 上请先运行 sudo apt install python3-venv；别的系统上看看磁盘和权限。
.venv cannot be made: on Debian and Ubuntu run sudo apt install python3-venv first; elsewhere see to the disk
and permissions.
"""


def noted() -> dict[str, str]:
    """Return what `handbill new` has noted of this computer; nothing on another one."""
    try:
        told = json.loads(HOME.read_text(encoding="utf-8"))
        return {str(name): str(value) for name, value in told.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def has_handbill(python: str | Path) -> bool:
    """Whether a Python runs and finds Handbill."""
    try:
        command = [str(python), "-c", "import handbill.cli"]
        done = subprocess.run(command, cwd=HERE, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def installed(wheel: Path) -> bool:
    """Make .venv with a wheel and what it needs, and return whether Handbill is there now."""
    print("安装 Handbill …… / installing Handbill ...", flush=True)
    try:
        venv.create(VENV, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{VENV}: {error}\n{NO_VENV}", file=sys.stderr)
        return False
    pip = [str(OWN), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    subprocess.run([*pip, "--only-binary", ":all:", str(wheel)], cwd=HERE, check=False)
    return has_handbill(OWN)


def command() -> list[str] | None:
    """Return the program that opens the desk, with its arguments; None where there is no Handbill."""
    told = noted()
    opener = Path(told.get("source") or HERE, "scripts", "start_desk.py")
    if opener.is_file():
        return [sys.executable, str(opener), str(HERE)]
    for python in (told.get("python"), OWN, sys.executable):
        if python and has_handbill(python):
            return [str(python), "-m", "handbill", "desk"]
    wheels = sorted(HERE.glob("handbill-*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    if wheels and installed(wheels[-1]):
        return [str(OWN), "-m", "handbill", "desk"]
    return None


def main() -> int:
    """Open the desk and return its exit code, or say what is lacking and return 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    found = command()
    if found is None:
        print(LACKING, file=sys.stderr)
        return 2
    sys.stdout.flush()
    with subprocess.Popen(found, cwd=HERE, env={**os.environ, "PYTHONUTF8": "1"}) as desk:
        while True:
            try:
                return desk.wait()
            except KeyboardInterrupt:  # the desk gets it too, and closes itself
                continue


if __name__ == "__main__":
    sys.exit(main())
