"""Detached signatures of a record, by minisign or sigstore where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handbill.problems import Problem, ProblemsFound

Tool = Literal["minisign", "sigstore"]
SUFFIX: dict[Tool, str] = {"minisign": ".minisig", "sigstore": ".sigstore.json"}
"""What the name of a signature ends with, after that of the signed file."""


@dataclass(frozen=True)
class Signer:
    """Who must have signed. key: the public key of minisign, as a file or itself. identity, issuer:
    of sigstore, such as an address of mail and who has confirmed it."""

    key: str | None = None
    identity: str | None = None
    issuer: str | None = None

    @property
    def tool(self) -> Tool | None:
        """What checks the signature; None where nobody is named."""
        return "minisign" if self.key else "sigstore" if self.identity else None


def signature_of(file: Path, tool: Tool) -> Path:
    """Return where the signature of a file lies: beside it."""
    return file.with_name(file.name + SUFFIX[tool])


def sign(file: Path, tool: Tool, key: Path | None, comment: str) -> Path:
    """Sign a file and return its signature. The tool may ask for a password.

    key: of minisign; its default one if None. Raises ProblemsFound: E784 where the tool is not
    installed, E785 when it fails.
    """
    made = signature_of(file, tool)
    if tool == "minisign":
        arguments = ["-S", "-m", str(file), "-x", str(made), "-t", comment]
        arguments += ["-s", str(key)] if key else []
    else:
        arguments = ["sign", "--overwrite", "--bundle", str(made), str(file)]
    _run(tool, arguments, file, asks=True)
    return made


def require_signed(file: Path, signer: Signer) -> Path:
    """Return the signature of a file when it holds. Raises ProblemsFound: E784 where the tool is not
    installed, E785 when there is no signature, or not of this signer and this file."""
    tool = signer.tool
    assert tool, "asked only where a signer is named"
    signature = signature_of(file, tool)
    if not signature.is_file():
        raise _failed(tool, file, f"{signature.name}: not there")
    if tool == "minisign":
        named = str(signer.key)
        arguments = ["-V", "-m", str(file), "-x", str(signature)]
        arguments += ["-p" if Path(named).is_file() else "-P", named]
    else:
        arguments = ["verify", "identity", "--bundle", str(signature)]
        arguments += ["--cert-identity", str(signer.identity)]
        arguments += ["--cert-oidc-issuer", str(signer.issuer), str(file)]
    _run(tool, arguments, file)
    return signature


def _run(tool: Tool, arguments: Sequence[str], file: Path, asks: bool = False) -> None:
    """Runs the tool. asks: whether it may ask for a password, and so must speak for itself."""
    program = shutil.which(tool)
    if program is None:
        raise ProblemsFound([Problem("E784", None, tool=tool)])
    done = subprocess.run(
        [program, *arguments],
        stderr=None if asks else subprocess.PIPE,
        stdout=None if asks else subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        last = [line for line in (done.stderr or "").splitlines() if line.strip()][-1:]
        raise _failed(tool, file, last[0].strip() if last else f"exit {done.returncode}")


def _failed(tool: Tool, file: Path, reason: str) -> ProblemsFound:
    return ProblemsFound([Problem("E785", None, path=str(file), tool=tool, reason=reason)])
