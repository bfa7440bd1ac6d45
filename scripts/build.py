"""Builds the flagship site into site/. Makes the environment first when it is not there.

Use: python3 scripts/build.py [options of `handbill build`]
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import python_version  # noqa: F401
import built
import environment


def main() -> int:
    """Builds strictly; returns the exit code of `handbill build`."""
    began = time.monotonic()
    python = environment.prepare(environment.BUILD)
    options = [option for option in sys.argv[1:] if option != "--strict"]
    sources = built.digest(built.ROOT, built.SOURCES)
    code = environment.call([python, "-m", "handbill", "build", "--strict", *options])
    if code == 0 and not options:
        built.record(sources)
    if code == 0 and not {"-h", "--help"}.intersection(options):
        seconds = time.monotonic() - began
        print(f"用时 {seconds:.1f} 秒。看一看 / have a look: python3 scripts/serve.py")
    return code


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
