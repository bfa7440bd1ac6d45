"""Stops a Python that is too old, in plain words. Import it before anything else.

This file, and every script that imports it, must parse on Python 3.6: only then can an old
Python read far enough to say what is wrong.
"""

import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    _found = ".".join(str(part) for part in sys.version_info[:3])
    _needed = ".".join(str(part) for part in OLDEST)
    _lines = [
        "错误：这里的 Python 是 {0}，需要 {1} 或更新的版本。请安装新版 Python，再用它运行本脚本，"
        "例如：python{1} scripts/build.py",
        "error: this is Python {0}; {1} or newer is needed. Install a newer Python and run this "
        "script with it, for example: python{1} scripts/build.py",
    ]
    for _line in _lines:
        _text = _line.format(_found, _needed)
        try:
            _text.encode(sys.stderr.encoding or "ascii")
        except UnicodeError:  # a console without Chinese characters
            continue
        sys.stderr.write(_text + "\n")
    sys.exit(2)
