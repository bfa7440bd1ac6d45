"""What is wrong with a drawing as bytes, so that the cache can keep it: it is not drawn in vain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from handbill.problems import Both, Problem


def kept(problems: Sequence[Problem]) -> bytes:
    """Returns the problems of a drawing, which have no place yet, as JSON."""
    written = [{"code": one.code, "details": one.details} for one in problems]
    return json.dumps(written, ensure_ascii=False, default=_both).encode()


def read(content: bytes) -> list[Problem]:
    """Returns the problems that `kept` has written."""
    return [
        Problem(one["code"], None, **{name: _value(it) for name, it in one["details"].items()})
        for one in json.loads(content)
    ]


def _both(value: object) -> dict[str, str]:
    assert isinstance(value, Both), f"no detail of a drawing: {value!r}"
    return {"zh": value.zh, "en": value.en}


def _value(written: Any) -> object:
    return Both(**written) if isinstance(written, dict) else written
