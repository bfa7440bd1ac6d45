"""What the runs over all names of the country rest on: which villages, which names, where the edge is."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from china_names import Desk, names_of
from cluster_run import villages, whole

FILES = {
    "provinces": "code,name\n42,湖北省\n",
    "cities": "code,name,provinceCode\n4201,武汉市,42\n",
    "areas": "code,name,cityCode\n420112,东西湖区,4201\n",
    "streets": "code,name,areaCode\n420112001,吴家山街道,420112\n420112002,东山街道,420112\n",
    "villages": "code,name,streetCode\n"
    "420112001001,甲村,420112001\n420112001002,63部队社区,420112001\n"
    "420112002001,\ue170村,420112002\n420112002002,二十一个字的那种很长很长的社区居民委员会,420112002\n"
    "420112002003,輋\U0002348d村,420112002\n",
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    file = tmp_path / "china.tgz"
    with tarfile.open(file, "w:gz") as packed:
        for name, text in FILES.items():
            info = tarfile.TarInfo(f"package/dist/{name}.csv")
            info.size = len(text.encode())
            packed.addfile(info, io.BytesIO(text.encode()))
    return file


def test_villages_come_from_everywhere_with_all_above_them(package: Path) -> None:
    rows, ids = villages(package, 2)
    assert ids == ["420112001001", "420112002002"]
    assert [row[0] for row in rows] == [
        "42",
        "4201",
        "420112",
        "420112001",
        "420112001001",
        "420112002",
        "420112002002",
    ]


def test_names_at_the_edge_are_drawn_and_those_that_cannot_be_are_told(package: Path) -> None:
    names = names_of(package)
    assert names.count == 10
    assert set(names.lacking) == {"\ue170村", "輋\U0002348d村"}
    widest, *others = names.edges
    assert widest == names.drawn[-1] == "二十一个字的那种很长很长的社区居民委员会"
    assert "甲村" in others and "63部队社区" in others
    assert sum(names.bearers.values()) == names.count - len(names.lacking)


@pytest.mark.parametrize("fits", range(8))
def test_the_edge_is_found(fits: int) -> None:
    class Refusing(Desk):
        def __init__(self) -> None:
            """Draws nothing."""

        def refusal(self, name: str, wanted: tuple[str, str, str, str]) -> str:
            return "E707" if len(name) > fits else ""

    names = [number * "村" for number in range(1, 9)]
    assert Refusing().first_refused(names, ("a", "b", "c", "d")) == fits


def test_a_file_that_is_not_as_the_manifest_says_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"path": "a.pdf", "hash": "0"}\n', "utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    with pytest.raises(AssertionError, match=r"a\.pdf"):
        whole(tmp_path)
