"""Drawn bytes are kept by what they were made from."""

from pathlib import Path

import pytest

from handbill.render.cache import RenderCache, digest_of_files


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
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"1"]


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
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"drawn"]
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
