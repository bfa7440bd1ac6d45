"""What can go wrong while the environment is made, and what to do about it, in plain words."""

from __future__ import annotations

import re
from pathlib import Path

TEXTS: dict[str, tuple[str, str]] = {
    "venv_missing": (
        "这个 Python 缺少 venv 模块。Debian、Ubuntu 上请运行：sudo apt install python3-venv；"
        "其他系统请装完整的 Python。",
        "this Python has no venv module. On Debian and Ubuntu run: sudo apt install python3-venv; "
        "elsewhere install a complete Python.",
    ),
    "folder_read_only": (
        "不能写入文件夹 {path}。请把项目放到可以写入的地方（例如自己的主目录），或改正它的权限。",
        "the folder {path} cannot be written to. Move the project to a place where you may write "
        "(your home folder, say), or correct the folder's permissions.",
    ),
    "disk_full": (
        "磁盘空间不够：{path} 还剩 {free} MB，大约需要 {needed} MB。请腾出空间再试。",
        "the disk is full: {free} MB are free at {path}, about {needed} MB are needed. "
        "Make room and try again.",
    ),
    "no_network": (
        "下载不了软件包：连不上网络，或代理、镜像的设置不对。请检查网络再试；"
        "已下载的部分不会重复下载。",
        "packages could not be downloaded: there is no network, or the proxy or mirror set for "
        "pip is wrong. Check the connection and try again; what has arrived is kept.",
    ),
    "hash_mismatch": (
        "下载的文件与 {lock} 里记录的校验值不一致，没有安装。可能是镜像出错或文件被改动；"
        "请换一个镜像再试，不要绕过校验。",
        "a downloaded file does not match the hash in {lock}, so it was not installed. The mirror "
        "may be faulty or the file altered; try another mirror, and do not switch the check off.",
    ),
    "no_wheel": (
        "{package} 没有适合这台电脑（{system}，Python {python}）的安装包。"
        "请换用 64 位 Python 3.11 至 3.14 和较新的操作系统；用镜像的，也可能是镜像还没有跟上。",
        "{package} has no ready-made package for this computer ({system}, Python {python}). "
        "Use a 64-bit Python 3.11 to 3.14 on a recent operating system; or, where a mirror is "
        "used, the mirror may be behind.",
    ),
    "in_use": (
        "有文件被占用或没有权限，装不上。请关闭正在使用 {path} 的程序（例如还在运行的预览）再试。",
        "a file is in use or may not be written, so nothing could be installed. Close what is "
        "using {path} (a preview that is still running, say) and try again.",
    ),
    "install_failed": (
        "环境没有建成。下面是安装工具最后说的话：",
        "the environment could not be made. The last words of the installer:",
    ),
    "lock_missing": (
        "缺少文件 {path}。请重新取一份完整的项目。",
        "the file {path} is missing. Get a complete copy of the project.",
    ),
}

# The first that matches wins: without a network, pip ends by saying that nothing matches.
SIGNS: tuple[tuple[str, str], ...] = (
    ("hash_mismatch", r"DO NOT MATCH THE HASHES|hash(es)? mismatch"),
    ("disk_full", r"No space left on device|os error (28|112)\b|WinError 112|Errno 28\b"),
    (
        "no_network",
        r"name resolution|getaddrinfo|NameResolutionError|dns error|Network is unreachable"
        r"|NewConnectionError|ConnectTimeout|ReadTimeout|connection (refused|timed out|error)"
        r"|operation timed out|error sending request|ProxyError|SSLError|CERTIFICATE_VERIFY_FAILED"
        r"|tunnel error|\b(403|404|407|50[0234]) (Client|Server) Error|client error \(Connect\)",
    ),
    ("folder_read_only", r"Read-only file system|os error 30\b|Errno 30\b"),
    ("in_use", r"Permission denied|os error (5|13|32)\b|WinError (5|32)\b|Access is denied"),
    (
        "no_wheel",
        r"No matching distribution found for (?P<package>[\w.-]+)"
        r"|(?P<package_>[\w.-]+)==\S+ (has|was found, but has) no (usable )?wheels"
        r"|no wheels? (with|for) .*|not a supported wheel on this platform",
    ),
)


class Trouble(Exception):
    """One thing that stops the environment from being made; says it in Chinese and English."""

    def __init__(self, code: str, *, output: str = "", **details: object) -> None:
        """`output`: the installer's own words, of which the last lines are shown."""
        super().__init__(code)
        self.code = code
        self.details = details
        self.output = output

    def __str__(self) -> str:
        chinese, english = (text.format(**self.details) for text in TEXTS[self.code])
        lines = [f"错误：{chinese}", f"error: {english}"]
        if self.code == "install_failed":
            lines += [f"  {line}" for line in self.output.strip().splitlines()[-15:]]
        return "\n".join(lines)


def diagnose(output: str, **details: object) -> Trouble:
    """Reads an installer's output (pip's or uv's) and names the trouble behind it.

    Args:
        output: what it printed, both streams.
        details: values for the texts: path, lock, free, needed, system, python.
    """
    for code, pattern in SIGNS:
        found = re.search(pattern, output, re.IGNORECASE)
        if found:
            named = [text for text in found.groupdict().values() if text]
            details["package"] = named[0] if named else "?"
            return Trouble(code, output=output, **details)
    return Trouble("install_failed", output=output, **details)


def may_write(folder: Path) -> bool:
    """Whether a file can be made in the folder: tried, since permissions do not tell all."""
    probe = folder / ".write-test"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True
