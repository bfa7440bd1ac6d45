"""Writes the requirements locks anew from pyproject.toml, by uv.

Use: python3 scripts/lock.py [options of `uv pip compile`]

Versions that are locked stay where pyproject.toml still allows them; with `--upgrade` the newest
are taken. Each lock is for Linux, macOS and Windows and every supported Python, and holds the
hashes of all files.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment

HEADING = """\
# {purpose}
# Written by `python3 scripts/lock.py` from pyproject.toml; do not edit by hand.
"""
LOCKS = {
    environment.BUILD: ("What a build of the site needs.", []),
    environment.TEST: (
        "What the tests need: all of requirements.lock, the fonts of other scripts, and the tools.",
        ["--extra", "test", "--extra", "languages", "--constraint", environment.BUILD],
    ),
    environment.BENCH: (
        "What the benches need: all of requirements.lock, and what is compared with.",
        ["--extra", "bench", "--constraint", environment.BUILD, "--constraint", environment.TEST],
    ),
}


def main() -> int:
    """Compiles the locks; returns uv's exit code when it fails."""
    found = shutil.which("uv")
    uv = [found] if found else [environment.prepare(environment.TEST), "-m", "uv"]
    for name, (purpose, options) in LOCKS.items():
        path = environment.ROOT / name
        command = [*uv, "pip", "compile", "pyproject.toml", "--group", "install", *options]
        command += ["--constraint", "scripts/constraints.txt", "--universal", *sys.argv[1:]]
        command += ["--python-version", "3.11", "--generate-hashes"]
        command += ["--no-header", "--quiet", "--output-file", name]
        code = environment.call(command)
        if code:
            return code
        pins = path.read_text(encoding="utf-8")
        path.write_text(HEADING.format(purpose=purpose) + pins, encoding="utf-8", newline="\n")
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
