"""`handbill materialise`: the same artifacts as a docs tree, for any generator of the family.

The tree stands alone: docs/, overrides/ (the theme) and mkdocs.yml without the plugin. It is
safe to write again and again: unchanged files keep their time, files that are no longer made are
removed, and nothing that Handbill did not write is touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from pathlib import Path

import yaml

from handbill.compose.part import one_name
from handbill.load.settings import Settings
from handbill.problems import Problem, ProblemsFound
from handbill.publish.hand_written import gone, twins
from handbill.publish.inline_styles import style_parts
from handbill.publish.site_files import Planned
from handbill.writing import flush_files, write_whole

MANIFEST = "written-by-handbill.txt"
_LEFT_OUT = {"handbill", "offline", "material/offline"}
"""Plugins that the tree does without: pages link to folders, which `offline` makes files."""
_BANNER = (
    "# 由 handbill materialise 生成，改动会被覆盖。 / Generated; changes will be overwritten.\n"
)


def _hand_written(settings: Settings, stood: Collection[str]) -> Iterator[tuple[str, bytes]]:
    for name in sorted(stood):
        try:
            yield f"docs/{name}", (settings.docs_dir / name).read_bytes()
        except FileNotFoundError:
            raise ProblemsFound(gone(settings, stood)) from None


def _theme(templates: Path) -> Iterator[tuple[str, bytes]]:
    folder = templates / "site" / "theme"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"overrides/{file.relative_to(folder).as_posix()}", file.read_bytes()


def standalone_config(texts: Sequence[str], settings: Settings) -> tuple[str, list[str]]:
    """Returns mkdocs.yml without the plugin, with the theme beside it and the logo that it may leave
    out; and the files of its hooks.

    texts: of mkdocs.yml, then of what it inherits from, which is written into the one. Works on YAML
    nodes, so tags such as !ENV and !!python/name survive.
    """
    nodes = [yaml.compose(text, Loader=yaml.SafeLoader) for text in texts]
    mappings = [node for node in nodes if isinstance(node, yaml.MappingNode)]
    if not mappings:
        raise ProblemsFound([Problem("E710", None, file=settings.config_file.name)])
    root = reduce(lambda above, below: _laid_over(below, above), mappings)
    root.value = [pair for pair in root.value if pair[0].value != "INHERIT"]
    entries = {key.value: value for key, value in root.value}

    def scalar(value: str) -> yaml.ScalarNode:
        return yaml.ScalarNode("tag:yaml.org,2002:str", value)

    def put(mapping: yaml.MappingNode, name: str, value: yaml.Node) -> None:
        mapping.value = [(key, old) for key, old in mapping.value if key.value != name]
        mapping.value.append((scalar(name), value))

    plugins = entries.get("plugins")
    if isinstance(plugins, yaml.SequenceNode):
        plugins.value = [item for item in plugins.value if _plugin_name(item) not in _LEFT_OUT]
    elif isinstance(plugins, yaml.MappingNode):
        plugins.value = [pair for pair in plugins.value if pair[0].value not in _LEFT_OUT]
    root.value = [pair for pair in root.value if pair[0].value != "use_directory_urls"]
    theme = entries.get("theme")
    if not isinstance(theme, yaml.MappingNode):
        name = theme.value if isinstance(theme, yaml.ScalarNode) else "material"
        theme = yaml.MappingNode("tag:yaml.org,2002:map", [(scalar("name"), scalar(name))])
        put(root, "theme", theme)
    put(theme, "custom_dir", scalar("overrides"))
    put(theme, "logo", scalar(settings.logo))
    put(theme, "favicon", scalar(settings.favicon))
    put(root, "docs_dir", scalar("docs"))
    if not getattr(entries.get("site_url"), "value", "").isascii():
        put(root, "site_url", scalar(settings.site_url or ""))
    serialized: str = yaml.serialize(root, allow_unicode=True, width=100)
    hooks = entries.get("hooks")
    names = hooks.value if isinstance(hooks, yaml.SequenceNode) else []
    return _BANNER + serialized, [name.value for name in names]


def _laid_over(below: yaml.MappingNode, above: yaml.MappingNode) -> yaml.MappingNode:
    """Joins settings as MkDocs does: groups by name, all else of the one above holds."""
    pairs = {key.value: (key, value) for key, value in below.value}
    for key, value in above.value:
        old = pairs[key.value][1] if key.value in pairs else None
        if isinstance(old, yaml.MappingNode) and isinstance(value, yaml.MappingNode):
            value = _laid_over(old, value)
        pairs[key.value] = (key, value)
    return yaml.MappingNode(above.tag, list(pairs.values()), flow_style=above.flow_style)


def _plugin_name(item: yaml.Node) -> str:
    if isinstance(item, yaml.MappingNode) and item.value:
        return str(item.value[0][0].value)
    return str(item.value) if isinstance(item, yaml.ScalarNode) else ""


def materialise(site: Planned, out: Path, stood: Collection[str]) -> list[str]:
    """Write the tree of a site below `out` and return its files, relative and sorted.

    stood: the files of docs/ when it began, see `hand_written`; one that is gone is E143.
    Raises ProblemsFound when `out` holds files that Handbill did not write (E711), also where one
    of its own is to be (E763), or when two sources make one path (E705).
    """
    manifest = out / MANIFEST
    before = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
    if not before and out.is_dir() and any(out.iterdir()):
        raise ProblemsFound([Problem("E711", None, path=str(out))])
    checked = site.checked
    written = dict(_hand_written(checked.settings, stood))
    if same := list(twins(checked.settings, stood)):
        raise ProblemsFound(same)
    files = dict(written)
    there = {one_name(name[5:]): name for name in written}
    for path, content, _ in chain(site.published(there), site.late(there)):
        files[f"docs/{path}"] = content
        if path.endswith(".css"):
            files |= {f"overrides/{part}": text for part, text in style_parts(path, content)}
    files.update(_theme(checked.templates))
    texts = [file.read_text("utf-8-sig") for file in checked.settings.config_files]
    config, hooks = standalone_config(texts, checked.settings)
    files["mkdocs.yml"] = config.encode()
    for hook in hooks:
        files[hook] = (checked.settings.root / hook).read_bytes()
    changed = [name for name, content in files.items() if not _same(out / name, content)]
    if mine := sorted(name for name in changed if name not in before and (out / name).exists()):
        raise ProblemsFound([Problem("E763", None, files=mine[:3], path=str(out))])
    # A list of all that may lie there: a tree that is half written is ours as well.
    _write_list(manifest, {*before, *files})
    for name in changed:
        write_whole(out / name, files[name], flush=False)
    flush_files(out / name for name in changed)
    for name in set(before) - set(files):
        _remove(out, name)
    _write_list(manifest, files)
    return sorted(files)


def _write_list(manifest: Path, names: Iterable[str]) -> None:
    write_whole(manifest, "".join(f"{name}\n" for name in sorted(names)).encode())


def _same(file: Path, content: bytes) -> bool:
    """Only what changed is written, so that a generator that watches the tree is not woken in
    vain."""
    return file.is_file() and file.read_bytes() == content


def _remove(out: Path, name: str) -> None:
    """Remove a file that is no longer made; never one outside `out`, whatever the manifest says."""
    file = (out / name).resolve()
    if file.is_relative_to(out.resolve()) and file.is_file():
        file.unlink()
