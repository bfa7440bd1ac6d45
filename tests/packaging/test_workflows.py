"""Workflows and templates are what their platforms read, and run what the README says."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
FORMS = sorted(
    set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {GITHUB / "ISSUE_TEMPLATE/config.yml"}
)
SCHEMAS = {
    "vendor.github-workflows": sorted((GITHUB / "workflows").glob("*.yml")),
    "custom.github-workflows-require-timeout": sorted((GITHUB / "workflows").glob("*.yml")),
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
}

KEYS = {"type", "id", "render"}
"""Of a form: what the platform reads, and nobody else."""


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_published_schema_is_kept(schema: str) -> None:
    assert SCHEMAS[schema]
    command = ["-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [sys.executable, *command, *SCHEMAS[schema]], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def findings(folder: Path) -> list[str]:
    """What zizmor says of the workflows and settings below a folder."""
    zizmor = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    assert zizmor, "zizmor is not installed"
    options = ["--offline", "--persona", "pedantic", "--format", "json", "--no-progress"]
    done = subprocess.run([zizmor, *options, folder], capture_output=True, encoding="utf-8")
    return [finding["ident"] for finding in json.loads(done.stdout)]


def test_nothing_in_a_workflow_can_be_turned_against_us(tmp_path: Path) -> None:
    assert findings(GITHUB) == []
    workflow = (GITHUB / "workflows/ci.yml").read_text("utf-8")
    careless = tmp_path / ".github" / "workflows" / "ci.yml"
    careless.parent.mkdir(parents=True)
    careless.write_text(workflow.replace("persist-credentials: false", "fetch-depth: 1"), "utf-8")
    assert set(findings(tmp_path)) == {"artipacked"}, "it would be seen"


def test_every_platform_runs_the_two_commands_of_the_readme() -> None:
    github = yaml.safe_load((GITHUB / "workflows/ci.yml").read_text("utf-8"))
    jobs = {
        name: [step["run"] for step in job["steps"] if "run" in step and "if" not in step]
        for name, job in github["jobs"].items()
    }
    assert jobs == {
        "test": ["python scripts/build.py", "python scripts/test.py"],
        "lowest": ["python scripts/lowest.py"],
        "audit": [
            'python -m pip install "pip-audit==2.10.1"',
            "python -m pip_audit --requirement requirements.lock --require-hashes --disable-pip",
        ],
        "release": ["python scripts/release.py"],
    }
    gitee = yaml.safe_load((ROOT / ".workflow/ci.yml").read_text("utf-8"))
    [stage] = gitee["stages"]
    [step] = stage["steps"]
    assert step["commands"] == ["set -e", "python3 scripts/build.py", "python3 scripts/test.py"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_speaks_chinese_and_english(form: Path) -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for key in value for text in texts(value[key]) if key not in KEYS]
        if isinstance(value, list):
            return [text for one in value for text in texts(one)]
        return [value] if isinstance(value, str) else []

    for text in texts(yaml.safe_load(form.read_text("utf-8"))):
        assert any("一" <= character <= "鿿" for character in text), text
        assert sum(character.isascii() and character.isalpha() for character in text) > 3, text
