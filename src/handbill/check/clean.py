"""Texts that were found sound before: a site's thousands of sentences are looked at once.

One file in the folder of what is not published holds a digest of each; one that is lacking, old or
broken only costs time. Another rule, another word of a campaign or another text is another digest.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_LENGTH = 12
"""Bytes of a digest: of a million texts no two are alike but by a chance of 1 in 10¹⁶."""


class Clean:
    """The digests of sound texts. folder: where they are kept; only where it is there already, since
    a check makes no folders."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "sound"
        self._seen: set[bytes] = set()
        try:
            data = self._file.read_bytes()
        except OSError:
            data = b""
        whole = hashlib.sha256(data[32:]).digest() == data[:32]
        body = data[32:] if whole else b""
        self._known = {body[at : at + _LENGTH] for at in range(0, len(body), _LENGTH)}

    def key(self, *parts: str) -> bytes:
        """Return the digest of a text and of what it is looked at for."""
        joined = "\0".join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(joined, digest_size=_LENGTH, key=_rules()).digest()

    def holds(self, key: bytes) -> bool:
        """Tell whether a text was found sound; it is kept then."""
        if key in self._known:
            self._seen.add(key)
            return True
        return False

    def add(self, key: bytes) -> None:
        """Keep a text as sound."""
        self._seen.add(key)

    def save(self) -> None:
        """Write what this check has seen, whole or not at all; a disk that refuses is no fault."""
        if self._seen == self._known or not self._file.parent.is_dir():
            return
        body = b"".join(sorted(self._seen))
        draft = self._file.with_name("sound-new")
        try:
            draft.write_bytes(hashlib.sha256(body).digest() + body)
            draft.replace(self._file)
        except OSError:
            draft.unlink(missing_ok=True)


@cache
def _rules() -> bytes:
    """The digest of everything that decides whether a text is sound."""
    made = hashlib.blake2b(digest_size=32)
    here = Path(__file__).parent
    for folder in (here, here.parent / "words"):
        for file in sorted(folder.rglob("*.py")):
            made.update(file.read_bytes())
    return made.digest()
