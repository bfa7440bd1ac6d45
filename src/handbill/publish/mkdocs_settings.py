"""Settings as MkDocs has them once its plugins and hooks have changed what mkdocs.yml says."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from handbill.load.options import PLUGIN
from handbill.load.settings import Settings, site_address, templates_folder
from handbill.model.uri import uri
from handbill.problems import Problem, ProblemsFound, Span


def as_mkdocs_has_them(settings: Settings, config: MkDocsConfig) -> Settings:
    """Returns the settings of a site with what MkDocs has for them now, but for its folder."""
    plugin = config.plugins.get(PLUGIN)
    own: Any = plugin.config if plugin else {}
    root = settings.root
    taken: dict[str, Any] = {}
    if plugin:
        taken["campaigns_dir"] = root / own["campaigns"]
        taken["templates_dir"] = templates_folder(root, own["templates"])
        taken["leave_url"], taken["admin"] = uri(own["leave"] or "") or None, own["admin"]
    return replace(
        settings,
        site_url=site_address(config.site_url),
        site_name=config.site_name,
        repo_url=config.repo_url or None,
        docs_dir=Path(config.docs_dir),
        **taken,
    )


def with_hooks(settings: Settings) -> Settings:
    """Returns the settings as the hooks of mkdocs.yml leave them: a sheet bears the address that the
    website will have.

    Runs their `on_config`, and that of no plugin. Raises ProblemsFound (E146) when MkDocs does not
    take mkdocs.yml, or a hook fails.
    """
    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    name = settings.config_file.name
    try:
        config = load_config(str(settings.config_file))
        hooks: Mapping[str, ModuleType] = config["hooks"]
        changes = [
            (file, one.on_config) for file, one in hooks.items() if hasattr(one, "on_config")
        ]
        for file, change in sorted(changes, key=lambda one: -getattr(one[1], "mkdocs_priority", 0)):
            name = file
            config = change(config) or config
    except Exception as error:  # a hook is anybody's code
        reason = said[-1] if isinstance(error, Abort) and said else f"{error}"
        sort = "" if isinstance(error, MkDocsException) else f"{type(error).__name__}: "
        at = Span(settings.config_file.name)
        raise ProblemsFound([Problem("E146", at, file=name, reason=f"{sort}{reason}")]) from None
    finally:
        logger.removeHandler(listener)
    return as_mkdocs_has_them(settings, config)
