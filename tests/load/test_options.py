"""Settings of mkdocs.yml: options that MkDocs would pass over, and addresses of every setting."""

from __future__ import annotations

import pytest

from handbill.load.options import OPTIONS
from handbill.load.settings import read_settings
from handbill.problems import ProblemsFound
from handbill.publish.mkdocs_plugin import HandbillConfig

SITE = "site_name: x\nplugins:\n  - handbill\n"


def codes(tmp_path, text):
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, "utf-8")
    try:
        return [one.code for one in read_settings(file).warnings]
    except ProblemsFound as found:
        return [one.code for one in found.problems]


def test_mkdocs_knows_the_same_options():
    assert set(OPTIONS) == {name for name, _ in HandbillConfig._schema}


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("site_url: https://www.gov.cn@evil.example/\n", ["E160"]),
        ("site_url: https://a b/\n", ["E209"]),
        ("site_url: https://a.example:999999/\n", ["E209"]),
        ("site_url: https://a.example/?x=1#y\n", ["E209"]),
        ("site_url: 7\n", ["E209"]),
        ("repo_url: 'javascript:alert(1)'\n", ["E209"]),
        ("repo_url: https://github.com/a/b\n", []),
        ("copyright: '<a href=\"javascript:alert(1)\">x</a>'\n", ["E209"]),
        ("copyright: '[x](https://www.gоv.cn/)'\n", ["E160"]),
        ("copyright: '<a href=\"/about/\">x</a> <a href=https://a.example>y</a>'\n", []),
        ("site_url: !ENV [NOT_SET, 'https://a.example/']\n", []),
    ],
)
def test_addresses(tmp_path, more, wanted):
    assert codes(tmp_path, SITE + more) == wanted


@pytest.mark.parametrize(
    ("plugins", "wanted"),
    [
        ("[handbill]", []),
        ("{handbill: {admin: true}}", []),
        ("{handbill: }", []),
        ("[handbill: {admin: !ENV [NOT_SET, false]}]", []),
        ("[handbill: {leave: 'https://www.baidu.com/'}]", []),
        ("[handbill: {leave: 'javascript:alert(1)'}]", ["E209"]),
        ("[handbill: {leave: [a]}]", ["E181"]),
        ("[handbill: {admin: 'yes'}]", ["E181"]),
        ("[handbill: {admin: 1}]", ["E181"]),
        ("[handbill: {campaigns: 7}]", ["E181"]),
        ("[handbill: {admn: true, admin: no}]", ["E180"]),
        ("[handbill: true]", ["E181"]),
        ("[search]", ["W180"]),
        ("handbill", []),
        ("7", ["W180"]),
        ("", ["W180"]),
    ],
)
def test_options(tmp_path, plugins, wanted):
    assert codes(tmp_path, f"site_name: x\nplugins: {plugins}\n") == wanted


def test_an_option_is_pointed_at(tmp_path):
    text = SITE.replace("- handbill", "- handbill:\n      admn: true")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_settings(tmp_path / "mkdocs.yml")
    [problem] = found.value.problems
    assert str(problem.span) == "mkdocs.yml:4:13"
