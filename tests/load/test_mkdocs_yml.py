"""Settings are what MkDocs takes them for, whichever way they are written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from handbill.load.mkdocs_yml import merged, read_mkdocs_yml
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.scaffold import new_site

Command: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

BASE = """
site_name: 底
site_url: https://base.example
docs_dir: docs
theme: {name: material, language: zh, font: false, features: [a, b]}
plugins: {search: {lang: zh}, handbill: {campaigns: 宣传}}
extra: {generator: false, social: [{icon: x, link: https://x.example}], deep: {one: 1, two: [1]}}
"""
WRITTEN = {
    "alone": {"mkdocs.yml": BASE},
    "inherited": {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": BASE},
    "twice": {
        "mkdocs.yml": "INHERIT: shared/middle.yml\nsite_name: 顶\n",
        "shared/middle.yml": "INHERIT: ../base.yml\nsite_url: https://middle.example/x\n",
        "base.yml": BASE,
    },
    "joined by name": {
        "mkdocs.yml": "INHERIT: base.yml\ntheme: {language: en}\nextra: {deep: {two: 2, three: 3}}\n"
        "plugins: {handbill: {admin: true}}\n",
        "base.yml": BASE,
    },
    "a list for a group": {
        "mkdocs.yml": "INHERIT: base.yml\nplugins: [handbill]\ntheme: material\n",
        "base.yml": BASE,
    },
    "from the environment": {
        "mkdocs.yml": "INHERIT: base.yml\nsite_url: !ENV [NOT_SET, ADDRESS, 'https://no.example/']\n",
        "base.yml": BASE,
    },
    "an empty base": {"mkdocs.yml": f"INHERIT: base.yml\n{BASE}", "base.yml": "# nothing\n"},
}


def written(folder: Path, files: dict[str, str]) -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize("files", WRITTEN.values(), ids=WRITTEN)
def test_settings_are_those_of_mkdocs(
    tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADDRESS", "https://environment.example/sub")
    config_file = written(tmp_path, files)
    theirs = load_config(str(config_file))
    ours = merged(read_mkdocs_yml(config_file))
    with config_file.open("rb") as file:
        assert yaml_load(file) == ours
    settings = read_settings(config_file)
    assert settings.site_url == theirs.site_url
    assert settings.site_name == theirs.site_name
    own: Any = theirs.plugins["handbill"].config
    assert settings.campaigns_dir.name == own["campaigns"]
    assert settings.admin == own["admin"]


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yml": "INHERIT: nowhere.yml\n"},
        {"mkdocs.yml": "INHERIT: docs\n"},
        {"mkdocs.yml": "INHERIT: [base.yml]\n"},
        {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "INHERIT: mkdocs.yml\n"},
        {"mkdocs.yml": "INHERIT: mkdocs.yml\n"},
    ],
)
def test_a_base_that_is_not_there_is_told(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(ProblemsFound) as found:
        read_settings(written(tmp_path, files))
    assert [one.code for one in found.value.problems] == ["E145"]


def test_what_is_wrong_in_a_base_is_told_there(tmp_path: Path) -> None:
    base = "site_name: x\nplugins:\n  - handbill:\n      admn: true\nsite_url: https://a b/\n"
    files = {"mkdocs.yml": "INHERIT: base/one.yml\n", "base/one.yml": base}
    with pytest.raises(ProblemsFound) as found:
        read_settings(written(tmp_path, files))
    places = {one.code: str(one.span) for one in found.value.problems}
    assert places == {"E209": "base/one.yml:5:11", "E180": "base/one.yml:4:13"}
    (tmp_path / "base/one.yml").write_text("site_name: [x\n", "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_settings(tmp_path / "mkdocs.yml")
    assert str(found.value.problems[0].span).startswith("base/one.yml:")


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "site"
    new_site(folder, "zh")
    return folder


ADDRESS = "https://warn.hubei.gov.cn/xc/"


def set_by_a_base(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "base.yml")
    text = f"INHERIT: base.yml\nsite_url: {ADDRESS}\n"
    (project / "mkdocs.yml").write_text(text, "utf-8")


def set_in_a_base(project: Path) -> None:
    (project / "base.yml").write_text(f"site_url: {ADDRESS}\n", "utf-8")
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{text}", "utf-8")


def set_in_mkdocs_yaml(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yaml").write_text(f"site_url: {ADDRESS}\n{text}", "utf-8")


def set_by_a_hook(project: Path) -> None:
    hook = f"def on_config(config):\n    config.site_url = {ADDRESS!r}\n"
    (project / "address.py").write_text(hook, "utf-8")
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"hooks: [address.py]\n{text}", "utf-8")


def set_by_the_environment(project: Path) -> None:
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"site_url: !ENV HANDBILL_TEST_ADDRESS\n{text}", "utf-8")


@pytest.mark.parametrize(
    "change",
    [set_by_a_base, set_in_a_base, set_in_mkdocs_yaml, set_by_a_hook, set_by_the_environment],
)
def test_every_command_has_the_address_of_the_site(
    starter: Path,
    tmp_path: Path,
    handbill: Command,
    change: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HANDBILL_TEST_ADDRESS", ADDRESS)
    project = tmp_path / "site"
    shutil.copytree(starter, project)
    assert "W501" in handbill(project, "check").stderr
    change(project)
    done = handbill(project, "check", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "site_url of mkdocs.yml" not in done.stderr
    assert handbill(project, "sheet", "schools-poster", "-o", "sheet.pdf").returncode == 0
    assert handbill(project, "build").returncode == 0
    built = [file.read_bytes() for file in (project / "site/m").rglob("*.pdf")]
    assert (project / "sheet.pdf").read_bytes() in built
    assert f"<loc>{ADDRESS}" in (project / "site/sitemap.xml").read_text("utf-8")
    assert ADDRESS in (project / "site/feed.xml").read_text("utf-8")
    assert handbill(project, "materialise", "tree").returncode == 0
    tree = load_config(str(project / "tree/mkdocs.yml"))
    if change is set_by_a_hook:
        tree = tree["hooks"]["address.py"].on_config(tree) or tree
    assert tree.site_url == ADDRESS
    assert "handbill" not in tree.plugins


def test_a_hook_that_fails_is_told(starter: Path, tmp_path: Path, handbill: Command) -> None:
    project = tmp_path / "site"
    shutil.copytree(starter, project)
    (project / "address.py").write_text("def on_config(config):\n    1 / 0\n", "utf-8")
    text = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"hooks: [address.py]\n{text}", "utf-8")
    done = handbill(project, "check", "--lang", "en")
    assert done.returncode == 1
    assert "E146" in done.stderr
    assert "address.py: ZeroDivisionError" in done.stderr


def test_campaigns_of_a_base_are_found_by_plain_mkdocs(
    starter: Path, tmp_path: Path, handbill: Command
) -> None:
    project = tmp_path / "site"
    shutil.copytree(starter, project)
    (project / "campaigns").rename(project / "宣传")
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    base = yaml.safe_dump({"plugins": [{"handbill": {"campaigns": "宣传"}}]}, allow_unicode=True)
    (project / "base.yml").write_text(base, "utf-8")
    del config["plugins"]
    config["INHERIT"] = "base.yml"
    text = yaml.safe_dump(config, allow_unicode=True)
    (project / "mkdocs.yml").write_text(text, "utf-8")
    assert handbill(project, "check").returncode == 0
    assert handbill(project, "build").returncode == 0
