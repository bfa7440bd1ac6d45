"""The environment that the project's commands run in: `.venv`, with what a lock file names.

Needs nothing but the standard library. A stamp inside `.venv` says what it holds, so that the
second time costs a few milliseconds.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD, TEST, BENCH = "requirements.lock", "requirements-test.lock", "requirements-bench.lock"
"""The locks. The others hold all that BUILD holds, and agree together."""
FOLDER = ROOT / ".venv"
PROGRAMS = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
STAMP = FOLDER / "handbill.json"

# The first sign that is found wins: without a network, pip ends by saying that nothing matches.
CURES = {
    r"ensurepip is not available|No module named '?(venv|ensurepip)": (
        "这个 Python 缺少 venv 模块。Debian、Ubuntu 上请运行：sudo apt install python3-venv",
        "this Python has no venv module. On Debian and Ubuntu run: sudo apt install python3-venv",
    ),
    r"DO NOT MATCH THE HASHES": (
        "下载的文件与锁文件记录的校验值不一致，没有安装。请换一个镜像再试，不要绕过校验。",
        "a download does not match its hash in the lock, so it was not installed. Try another "
        "mirror, and do not switch the check off.",
    ),
    r"No space left|Errno 28\b|WinError 112": (
        "磁盘满了。请腾出 1 GB 再试。",
        "the disk is full. Make room, 1 GB, and try again.",
    ),
    r"NewConnection|name resolution|getaddrinfo|timed out|Timeout|unreachable|ProxyError|SSLError"
    r"|\b(40[347]|50[0-4]) (Client|Server) Error|[Cc]onnection (refused|aborted|broken)": (
        "下载不了软件包：请检查网络，以及为 pip 设的代理或镜像，然后再试；已下载的不会重复下载。",
        "packages could not be downloaded: check the network, and the proxy or mirror that is set "
        "for pip, then try again; what has arrived is kept.",
    ),
    r"Long Path|WinError 206": (
        "文件夹的路径太长。请把项目移到短的路径，例如 C:\\handbill。",
        "the path of this folder is too long. Move the project to a short one, C:\\handbill say.",
    ),
    r"Permission denied|Read-only file system|Access is denied|WinError (5|32)\b|Errno 13\b": (
        "有文件不能写入。请把项目放在自己的文件夹里，关闭正在使用 .venv 的程序（例如预览）再试。",
        "a file may not be written. Keep the project in a folder of your own, close what is using "
        ".venv (a preview, say), and try again.",
    ),
    r"No matching distribution|not a supported wheel": (
        "有软件包不支持这台电脑。请用 64 位 Python 3.11 至 3.14 和较新的系统，或换一个镜像。",
        "a package does not support this computer. Use a 64-bit Python 3.11 to 3.14 and a recent "
        "system, or another mirror.",
    ),
    "": (
        "环境没有建成，原因见上面几行。",
        "the environment could not be made, see the lines above.",
    ),
}


class Trouble(Exception):
    """The environment could not be made. Its text is in Chinese and English, with the cure."""

    def __init__(self, said: str) -> None:
        """`said`: what venv, pip or the system said, of which the last lines are shown."""
        chinese, english = next(cure for sign, cure in CURES.items() if re.search(sign, said))
        shown = "\n".join(f"  {line}" for line in said.strip().splitlines()[-12:])
        super().__init__(f"{shown}\n错误：{chinese}\nerror: {english}")


def prepare(lock: str) -> str:
    """Makes `.venv` hold what the lock names and the project itself; returns its Python's path.

    Raises:
        Trouble: it could not be made, with the reason.
    """
    try:
        now = {name: _digest(name) for name in (BUILD, TEST, BENCH, "pyproject.toml")}
        now |= {"project": str(ROOT), "python": f"{sys.version} {sys.base_prefix}"}
        held = _held()
        if all(
            held.get(name) == now[name] for name in (lock, "pyproject.toml", "project", "python")
        ):
            return str(PYTHON)
        print("准备环境 .venv … / making the environment …", flush=True)
        if not held or any(now[name] != held[name] for name in held if name != "pyproject.toml"):
            _quietly(sys.executable, "-m", "venv", "--clear", str(FOLDER))
            held = {}
        STAMP.unlink(missing_ok=True)
        pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
        pip += ["--no-deps", "--no-compile", "--progress-bar", "off"]
        _quietly(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock)
        # The project itself, in place: MkDocs finds the plugin by its entry points.
        _quietly(*pip, "--no-index", "--no-build-isolation", "--editable", ".")
        known = {*held, lock, BUILD, "pyproject.toml", "project", "python"}
        STAMP.write_text(json.dumps({name: now[name] for name in known}), encoding="utf-8")
    except OSError as error:
        raise Trouble(str(error)) from error
    return str(PYTHON)


def call(command: list[str], folder: Path | None = None) -> int:
    """Runs a program with its output shown, in the project's folder unless another is named; returns
    its exit code."""
    sys.stdout.flush()
    program = subprocess.Popen(command, cwd=folder or ROOT, env=_settings())
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:  # the program gets it too, and says goodbye itself
            continue


def begin(command: list[str]) -> subprocess.Popen[str]:
    """Starts a program in the project's folder, beside others; its output is kept for later."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=_settings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def guarded(main: Callable[[], int]) -> int:
    """Runs a script's main; a failure is said in plain words, and the exit code is then 2."""
    for stream in (sys.stdout, sys.stderr):  # a console of another encoding must not stop us
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        return main()
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _quietly(*command: str) -> None:
    """Runs an installer, showing only its large downloads. Raises Trouble when it fails."""
    said = ""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=_settings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as program:
        for line in program.stdout or ():
            said += line
            if " MB)" in line:
                print(line.rstrip(), flush=True)
    if program.returncode:
        raise Trouble(said)


def _settings() -> dict[str, str]:
    """The person's environment variables, without those that lead Python or pip elsewhere."""
    astray = re.compile(r"PYTHON|PIP_(TARGET|PREFIX|ROOT|DRY_RUN|NO_BINARY|CONSTRAINT|REQUIREMENT)")
    kept = {name: value for name, value in os.environ.items() if not astray.match(name.upper())}
    kept["PATH"] = os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", os.defpath)])
    return kept | {"VIRTUAL_ENV": str(FOLDER), "PYTHONUTF8": "1", "PIP_USER": "0"}


def _held() -> dict[str, str]:
    """What the stamp says that `.venv` holds; nothing when it is unreadable or Python is gone."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8"))) if PYTHON.exists() else {}
    except (OSError, ValueError, TypeError):
        return {}


def _digest(name: str) -> str:
    """sha256 of a text file, the same whichever line ends a checkout gave it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()
