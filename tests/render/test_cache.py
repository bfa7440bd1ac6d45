"""Drawn bytes are kept by what they were made from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handbill.render.cache import RenderCache, Store, digest_of_files
from handbill.render.pages import PageRenderer
from handbill.writing import DRAFT, take


def test_the_same_input_is_drawn_once(tmp_path: Path) -> None:
    first = RenderCache(tmp_path)
    assert first.get({"a": 1, "b": "文"}, lambda: b"drawn") == b"drawn"
    again = RenderCache(tmp_path)
    assert again.get({"b": "文", "a": 1}, lambda: b"never") == b"drawn"
    assert (first.drawn, again.drawn) == (1, 0)


def test_other_input_is_drawn_anew(tmp_path: Path) -> None:
    cache = RenderCache(tmp_path)
    cache.get({"a": 1}, lambda: b"one")
    assert cache.get({"a": 2}, lambda: b"two") == b"two"
    assert cache.drawn == 2


def test_what_a_run_did_not_use_is_dropped(tmp_path: Path) -> None:
    old = RenderCache(tmp_path)
    old.get("kept", lambda: b"1")
    old.get("gone", lambda: b"2")
    new = RenderCache(tmp_path)
    new.get("kept", lambda: b"never")
    new.drop_unused()
    [kept] = tmp_path.iterdir()
    assert kept.read_bytes().endswith(b"1")


def test_what_another_process_is_writing_is_not_dropped(tmp_path: Path) -> None:
    living, dead = tmp_path / f".a{DRAFT}", tmp_path / f".b{DRAFT}"
    dead.touch()
    with living.open("w+b") as stream:
        assert take(stream.fileno())
        RenderCache(tmp_path).drop_unused()
        assert list(tmp_path.iterdir()) == [living]


@pytest.mark.parametrize(
    "harm",
    [lambda kept: b"", lambda kept: kept[:20], lambda kept: kept[:-1], lambda kept: b"%PDF-",
     lambda kept: kept[:-1] + b"?", lambda kept: bytes(len(kept))],
    ids=["empty", "header", "cut", "other", "changed", "zeros"],
)  # fmt: skip
def test_an_entry_that_is_not_whole_is_drawn_anew_and_counted(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    RenderCache(tmp_path).get("a", lambda: b"drawn")
    RenderCache(tmp_path).get("b", lambda: b"drawn too")
    for file in tmp_path.iterdir():
        if file.read_bytes().endswith(b"drawn"):
            file.write_bytes(harm(file.read_bytes()))
    again = RenderCache(tmp_path)
    assert again.get("a", lambda: b"drawn") == b"drawn"
    assert again.get("b", lambda: b"never") == b"drawn too"
    assert (again.drawn, again.damaged) == (1, 1)
    healed = RenderCache(tmp_path)
    assert healed.get("a", lambda: b"never") == b"drawn" and healed.damaged == 0


def test_an_entry_under_the_name_of_another_is_no_entry(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write("a", b"content of a")
    (tmp_path / "a").rename(tmp_path / "b")
    assert store.read("a") is None and store.read("b") is None


def test_compiled_templates_that_are_not_whole_are_compiled_anew(tmp_path: Path) -> None:
    templates, store = tmp_path / "templates", Store(tmp_path / "jinja")
    (templates / "site").mkdir(parents=True)
    (templates / "site" / "a.txt.j2").write_text("{{ word }}!", "utf-8")

    def made() -> str:
        return (
            PageRenderer(templates, store)
            ._environment.get_template("site/a.txt.j2")
            .render(word="whole")
        )

    assert made() == "whole!"
    [kept] = store.folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"word", b"wart"))
    assert made() == "whole!"
    assert kept.read_bytes() == whole


def test_a_file_that_another_thread_reads_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no open file."""
    cache = RenderCache(tmp_path)

    def refuse(draft: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    def drawn_twice() -> bytes:
        RenderCache(tmp_path).get("a", lambda: b"drawn")
        monkeypatch.setattr(Path, "replace", refuse)
        return b"drawn"

    assert cache.get("a", drawn_twice) == b"drawn"
    assert RenderCache(tmp_path).get("a", lambda: b"never") == b"drawn"
    with pytest.raises(PermissionError):
        cache.get("b", lambda: b"never kept")


def test_without_a_folder_everything_is_drawn() -> None:
    cache = RenderCache(None)
    cache.get("a", lambda: b"")
    cache.get("a", lambda: b"")
    cache.drop_unused()
    assert cache.drawn == 2


def test_the_digest_of_files_knows_names_contents_and_their_border(tmp_path: Path) -> None:
    def digest(**files: str) -> str:
        for file in tmp_path.iterdir():
            file.unlink()
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        return digest_of_files(tmp_path.iterdir(), tmp_path)

    assert digest(a="1", b="2") == digest(b="2", a="1")
    assert len({digest(a="1", b="2"), digest(a="12", b=""), digest(a="1", c="2")}) == 3
