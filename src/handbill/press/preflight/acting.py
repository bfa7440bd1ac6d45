"""What a file does or carries beside its pages."""

from __future__ import annotations

from collections.abc import Iterator

from handbill.press.foreign import acts
from handbill.press.preflight.registry import Context, fault
from handbill.problems import Problem


@fault
def nothing_but_pages(context: Context) -> Iterator[Problem]:
    """E830, W830, W833, W834: programs, attachments, what qpdf has mended, encryption."""
    finished = context.finished
    yield from acts(finished.document, finished.file, finished.warnings)
