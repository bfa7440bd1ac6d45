"""Shows the site in a browser and builds it anew on every change. Stop it with Ctrl+C.

Use: python3 scripts/serve.py [options of `handbill serve`]
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import environment


def main() -> int:
    """Serves until stopped; returns the exit code of `handbill serve`."""
    python = environment.prepare(environment.BUILD)
    return environment.call([python, "-m", "handbill", "serve", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
