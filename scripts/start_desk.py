"""Opens the desk in the browser: what start.bat, start.command and start.sh run.

Use: python3 scripts/start_desk.py [folder of a site] [options of `handbill desk`]
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment


def main() -> int:
    """Runs the desk until it is closed; returns its exit code."""
    options = sys.argv[1:]
    folder = Path(options.pop(0)).resolve() if options and Path(options[0]).is_dir() else None
    python = environment.prepare(environment.BUILD)
    return environment.call([python, "-m", "handbill", "desk", *options], folder)


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
