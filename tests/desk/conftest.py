"""A site and its desk, a new one for each module of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from served_desk import Open, open_desk

from handbill.scaffold import new_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `handbill new` writes it."""
    folder = tmp_path_factory.mktemp("desk") / "site"
    new_site(folder, "zh")
    return folder


@pytest.fixture(scope="module")
def desk(site: Path) -> Iterator[Open]:
    """The desk of that site."""
    with open_desk(site) as found:
        yield found
