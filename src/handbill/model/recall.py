"""Sheets that must come down: replaced by newer ones, or withdrawn."""

from __future__ import annotations

from typing import Literal

from handbill.model.text import Date, Identifier, Line, Model, Slug, described

EVERY_VERSION = "all"
"""Stands in `Recall.versions` for every version there has been."""


class Recall(Model):
    """Versions of one material that must come down."""

    material: Slug = described("资料编号", "Id of the material", example="communities-poster")
    title: Line | None = described(
        "资料名称；资料已经删去时填写",
        "What the material was called; for one that is no longer made",
        None,
    )
    versions: list[Identifier] = described(
        "版本号；写 all 是全部版本", "Versions; all for every one", min_length=1, example=["1.0"]
    )
    status: Literal["replaced", "withdrawn"] = described(
        "replaced 换了新版，withdrawn 作废", "replaced by a newer one, or withdrawn"
    )
    on: Date = described("哪一天起", "From which day on")
    reason: Line = described("原因；给公众看", "Why, for the public")
    replaced_by: Slug | None = described(
        "换成哪份资料；同一份资料的新版不用填",
        "Id of the material that replaces it; not needed for a newer version of the same",
        None,
    )
    places: list[Slug] = described(
        "只在哪些地区，含下级；不填是全部",
        "Only in these places and those below them; everywhere when not set",
        list,
    )


class RecallsFile(Model):
    """recalls.yml: sheets that must come down."""

    recalls: list[Recall] = described("要撤下的资料", "Sheets to take down")
