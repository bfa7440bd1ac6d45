"""Style sheets as parts of the theme, which citizens' pages hold in themselves.

On a slow phone the way to a second file and back is what a first screen waits for: with its styles
inside, a page is painted when it has come; without comments and the space for people it is
lighter.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbill.render.pages import one_line
from handbill.writing import write_whole

FOLDER = "hb-inline"
"""Where the theme finds them: hb-inline/assets/site.css.html."""


def style_parts(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yields the parts of the theme that a style sheet becomes, by path below the theme's folder.

    path: of the style sheet below the site. They end in .html, since MkDocs copies other files of
    a theme to the site.
    """
    text = one_line(content.decode("utf-8"))
    # Raw: “{#” begins a selector in CSS and a comment in Jinja.
    yield f"{FOLDER}/{path}.html", f"{{% raw %}}{text}{{% endraw %}}".encode()


def write_style(folder: Path, path: str, content: bytes) -> None:
    """Write the parts of a style sheet below `folder`, a folder of the theme."""
    for name, part in style_parts(path, content):
        file = folder / name
        if file.is_file() and file.read_bytes() == part:
            continue
        write_whole(file, part, flush=False)
