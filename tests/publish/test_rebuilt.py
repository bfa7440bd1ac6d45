"""A build that takes from the site before it gives the site that a build from nothing gives."""

from __future__ import annotations

import datetime
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import TypeAlias

import pytest

from handbill.load import kept
from handbill.publish import mkdocs_plugin
from handbill.publish.last_site import LastSite
from handbill.publish.placing import Draft
from handbill.publish.policies import put_policies
from handbill.resources import default_templates
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Fingerprint: TypeAlias = Callable[[Path], dict[str, str]]
CAMPAIGN = "campaigns/job-seeking"
HEAD = "编号,名称,上级,类别,材料有效期,派出所"
FIRST_DAY, LATER = datetime.date(2026, 11, 30), datetime.date(2027, 3, 1)
SETTINGS: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "1"}


def row(number: int, call: int = 0) -> str:
    until = "2027-01-01" if number % 3 == 0 else ""
    return f"c{number},{number}号社区,street,社区,{until},021-62{call or number:06}"


class Project:
    """A site that is edited. rows: of its table of places."""

    def __init__(self, folder: Path, run: Command, patch: pytest.MonkeyPatch) -> None:
        self.folder, self._run, self._patch = folder, run, patch
        self.rows = [row(number) for number in range(1, 7)]
        self.street = "第一街道"
        self.said: list[str] = []
        """Warnings of the last build."""
        new_site(folder, "zh")
        self.write("docs/notes.md", "# 附记\n\n见[首页](index.md)。\n")
        self.edit("mkdocs.yml", "# site_url: https://…", "site_url: https://example.org/")
        self.on(FIRST_DAY)
        self.save_places()

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def save_places(self) -> None:
        street = f"street,{self.street},,街道,,021-62000000"
        self.write("campaigns/places/many.csv", "\n".join([HEAD, street, *self.rows, ""]))

    def on(self, day: datetime.date) -> None:
        """Sets the computer's day."""
        date = SimpleNamespace(date=SimpleNamespace(today=lambda: day))
        self._patch.setattr(mkdocs_plugin, "datetime", date)

    def build(self) -> Path:
        return self._built(self.folder)

    def build_from_nothing(self) -> Path:
        """Builds a copy that knows nothing but drawings, which are not what is tried here."""
        copy = self.folder.with_name("fresh")
        shutil.rmtree(copy, ignore_errors=True)
        for name in ("campaigns", "docs", "templates", "build/cache"):
            if (self.folder / name).is_dir():
                shutil.copytree(self.folder / name, copy / name)
        shutil.copy(self.folder / "mkdocs.yml", copy)
        known = kept._KEPT.copy()
        kept._KEPT.clear()
        said = self.said
        try:
            site = self._built(copy)
        finally:
            kept._KEPT.clear()
            kept._KEPT.update(known)
        assert self.said == said
        return site

    def _built(self, folder: Path) -> Path:
        done = self._run(folder, "build", **SETTINGS)
        assert done.returncode == 0, done.stdout + done.stderr
        self.said = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
        return folder / "site"


def template(name: str) -> str:
    return (default_templates() / name).read_text("utf-8")


def call(project: Project, number: int, other: int) -> None:
    project.rows = [
        row(number, other) if one.startswith(f"c{number},") else one for one in project.rows
    ]


def rename(project: Project) -> None:
    project.street = "第二街道"


EDITS: dict[str, Callable[[Project], object]] = {
    "a sentence": lambda it: it.edit(f"{CAMPAIGN}/schools.yml", "先核实，再动身", "先问清，再动身"),
    "a number": lambda it: call(it, 2, 777),
    "an added place": lambda it: it.rows.append(row(9)),
    "a removed place": lambda it: it.rows.pop(0),
    "a renamed place above others": rename,
    "an added page": lambda it: it.write("docs/more.md", "# 另一页\n\n[附记](notes.md)\n"),
    "a changed page": lambda it: it.write("docs/notes.md", "# 附记二\n\n见[别处](nowhere.md)。\n"),
    "a removed page": lambda it: (it.folder / "docs/more.md").unlink(missing_ok=True),
    "a template of places": lambda it: it.write(
        "templates/site/local.html.j2",
        template("site/local.html.j2").replace("<body", '<body data-own="1"', 1),
    ),
    "a style sheet": lambda it: it.write(
        "templates/site/sheet.css.j2", template("site/sheet.css.j2") + "\n.own { margin: 0; }\n"
    ),
    "settings": lambda it: it.edit("mkdocs.yml", "site_name: 求职", "site_name: 再求职"),
    "another day": lambda it: it.on(LATER),
}


@pytest.mark.slow
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(
    tmp_path: Path, handbill: Command, fingerprint: Fingerprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "site", handbill, monkeypatch)
    project.build()
    names = list(EDITS)
    random.Random(14).shuffle(names)
    # A page is removed after it was added, whatever the order is.
    names.remove("a removed page")
    names.insert(names.index("an added page") + 3, "a removed page")
    steps = [names[at : at + 5] for at in range(0, len(names), 5)]
    for step, edits in enumerate(steps):
        for name in edits:
            EDITS[name](project)
        project.save_places()
        with monkeypatch.context() as disk:
            if step == 1:  # a disk that knows no second names of a file
                disk.setattr(os, "link", refused)
            site = project.build()
        found, wanted = fingerprint(site), fingerprint(project.build_from_nothing())
        assert sorted(found) == sorted(wanted), edits
        assert [name for name in wanted if found[name] != wanted[name]] == [], edits


def refused(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


@pytest.mark.slow
def test_what_is_the_same_stays_as_it_is_and_a_build_that_ends_early_claims_nothing(
    tmp_path: Path, handbill: Command, fingerprint: Fingerprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "site", handbill, monkeypatch)
    site = project.build()
    times = written(site)

    call(project, 2, 777)
    project.save_places()
    project.build()
    after = written(site)
    assert [name for name in times if name.startswith("p/c") and after[name] != times[name]] == [
        "p/c2/index.html"
    ]
    same = {name for name in times if after[name] == times[name]}
    assert {Path(name).suffix for name in same} >= {".html", ".pdf", ".svg", ".zip", ".pf_fragment"}

    # What was changed by hand is made again, and so is what is gone.
    wanted = fingerprint(site)
    (site / "p/c3/index.html").write_text("not ours", "utf-8")
    (site / "p/c4/index.html").unlink()
    (site / "pagefind/pagefind.js").unlink()
    project.build()
    assert fingerprint(site) == wanted

    call(project, 2, 888)
    call(project, 3, 999)
    project.save_places()
    for where, name in ((Draft, "put_in_place"), (LastSite, "save")):
        with monkeypatch.context() as ended:
            ended.setattr(where, name, interrupted)
            assert handbill(project.folder, "build", **SETTINGS).returncode != 0
    call(project, 3, 3)
    project.save_places()
    found, wanted = fingerprint(project.build()), fingerprint(project.build_from_nothing())
    assert [name for name in wanted.keys() | found if wanted.get(name) != found.get(name)] == []


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def written(site: Path) -> dict[str, int]:
    return {
        file.relative_to(site).as_posix(): file.stat().st_mtime_ns
        for file in site.rglob("*")
        if file.is_file()
    }


def test_a_page_that_two_sites_share_is_not_written_into(tmp_path: Path) -> None:
    page = '<!doctype html><head></head><template id="hb-policy"></template><p>x</p>'
    older, draft = tmp_path / "older/index.html", tmp_path / "draft/index.html"
    for file in (older, draft):
        file.parent.mkdir()
    older.write_text(page, "utf-8")
    os.link(older, draft)
    assert list(put_policies(draft.parent)) == []
    assert "Content-Security-Policy" in draft.read_text("utf-8")
    assert older.read_text("utf-8") == page
