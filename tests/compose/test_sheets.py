"""What is worked out for sheets before they are drawn."""

from __future__ import annotations

import pytest

from handbill.compose.sheets import typed


@pytest.mark.parametrize(
    ("length", "cut"), [(47, False), (48, False), (49, True)], ids=["below", "at", "above"]
)
def test_an_address_is_printed_whole_while_anyone_would_type_it(length: int, cut: bool) -> None:
    host = "warn.example.org"
    whole = f"{host}/{'p' * (length - len(host) - 1)}"
    assert typed(f"https://{whole}") == (host if cut else whole)


def test_what_only_a_code_can_carry_is_not_printed() -> None:
    assert typed("https://warn.example.org/p/street/?m=poster.1.0") == "warn.example.org/p/street"
    query = "?m=" + "x" * 60
    assert typed(f"https://warn.example.org/p/street/{query}") == "warn.example.org/p/street"
