"""Low pictures that materials name: on sheets that show them, and told in words."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.check.registry import Context, rule
from handbill.problems import Problem
from handbill.words import scene_word, words


@rule
def scenes_of_materials(context: Context) -> Iterator[Problem]:
    """E667: a scene on a kind that shows none. E668: one of the site's own that nothing tells those
    who cannot see it."""
    told, staging = words("zh-CN"), context.staging
    for campaign in context.campaigns:
        for file in campaign.audiences:
            for index, material in enumerate(file.value.materials):
                if material.staged is None:
                    continue
                span = file.span("materials", index, "scene")
                if staging is not None and material.kind not in staging:
                    kinds = context.collection.kinds.by_name.items()
                    known = [kind.title for name, kind in kinds if name in staging]
                    yield Problem("E667", span, kind=material.declared.title, known=known)
                elif scene_word(*material.staged) not in told and material.picture_alt is None:
                    yield Problem("E668", span, scene=material.scene)
