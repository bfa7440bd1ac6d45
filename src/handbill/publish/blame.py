"""Which plugin or hook of MkDocs an exception comes from, so that a build does not end in a traceback."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from handbill.load.options import PLUGIN
from handbill.problems import Problem


def plugin_problem(error: BaseException, plugins: Mapping[str, object]) -> Problem | None:
    """Returns E148 with the plugin or hook whose code raised an exception; None where it was none.

    plugins: by name, as MkDocs has them; a hook is a module.
    """
    code = {name: _code_of(plugin) for name, plugin in plugins.items() if name != PLUGIN}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        for name, own in code.items():
            if own and (file == own or own in file.parents):
                said = f"{type(error).__name__}: {error}"
                return Problem("E148", None, plugin=name, reason=said)
    return None


def _code_of(plugin: object) -> Path | None:
    """The folder of a plugin's package, or the one file that it is."""
    name = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
    module = plugin if isinstance(plugin, ModuleType) else sys.modules.get(name)
    file = getattr(module, "__file__", None)
    if file is None:
        return None
    return Path(file).parent if "." in name.removesuffix(".py") else Path(file)
