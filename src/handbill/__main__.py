"""python -m handbill"""

from handbill.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
