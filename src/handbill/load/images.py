"""Logos and photographs of a site: read with care, and handed on without what nobody means to publish.

What is wrong with one is a problem: of no use, too large, an SVG that acts or loads, a shape that
does not fit.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pixels

from handbill.load.text_source import no_file, refusal
from handbill.problems import Both, Problem, ProblemsFound, Span, span_file

MOST_PIXELS = 60_000_000
"""Pixels of an image that is decoded: a camera's picture, and no bomb."""
_FORMATS = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_SUFFIXES = {"SVG": "svg", "PNG": "png", "JPEG": "jpg"}
_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM"}
"""Chunks of a PNG that say how it looks; all others are left out."""
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
"""Of EXIF: which way a camera was held."""
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the pixels of a scan."""
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler", "listener"})
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?(?!#|data:image/)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9.]+)(?:px|pt|mm|cm|in)?\s*$")


@dataclass(frozen=True)
class Image:
    """An image as it is published. format: svg, png or jpg. width, height: pixels, of an SVG its own
    units. content: bytes without metadata."""

    format: str
    width: float
    height: float
    content: bytes

    @property
    def name(self) -> str:
        """What templates call it: the digest of its content."""
        return hashlib.sha256(self.content).hexdigest()[:32]

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height


def read_image(path: Path, inside: Path, span: Span, root: Path, largest: int) -> Image:
    """Returns an image without its metadata.

    inside: the folder that it must lie in. largest: bytes that it may have. Raises ProblemsFound at
    `span`: E690 when it is not there, E691 when it is none, E692 when it is too large, E693 for an
    SVG that acts, loads or has text.
    """
    content = _content(path, inside, span, root, largest)
    name = span_file(path, root)
    wanted = _FORMATS.get(path.suffix.casefold())
    if wanted == "SVG":
        return _svg(content, span, name)
    if wanted is None:
        raise _useless(span, name, Both("要 SVG、PNG 或 JPEG", "SVG, PNG or JPEG is asked for"))
    return _pixels(content, wanted, span, name)


def read_photo(path: Path, inside: Path, span: Span, root: Path, largest: int) -> Image:
    """Returns a photograph as it lies on the disk, with the size that it has upright: what is
    published of it is made of its pixels alone (`render.photos`).

    As `read_image`, but E691 for an SVG.
    """
    content = _content(path, inside, span, root, largest)
    name = span_file(path, root)
    wanted = _FORMATS.get(path.suffix.casefold())
    if wanted not in ("PNG", "JPEG"):
        raise _useless(span, name, Both("要 JPEG 或 PNG", "JPEG or PNG is asked for"))
    with _decoded(content, wanted, span, name, quickly=True) as picture:
        width, height = _whole_size(picture)
        return Image(_SUFFIXES[wanted], width, height, content)


def _content(path: Path, inside: Path, span: Span, root: Path, largest: int) -> bytes:
    """The bytes of a file that may be an image, which lies in `inside`."""
    name = span_file(path, root)
    try:
        within = path.resolve().is_relative_to(inside.resolve())
        if not (within and path.exists()):
            folder = span_file(path.parent if within else inside, root)
            raise ProblemsFound([Problem("E690", span, file=path.name, folder=folder)])
        info = path.stat()
        if what := no_file(info.st_mode):
            raise _useless(span, name, what)
        if info.st_size > largest:
            details = {"file": name, "size": info.st_size, "limit": largest}
            raise ProblemsFound([Problem("E692", span, **details)])
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise _useless(span, name, refusal(error)) from None


def _useless(span: Span, name: str, reason: str | Both) -> ProblemsFound:
    return ProblemsFound([Problem("E691", span, file=name, reason=reason)])


@contextmanager
def _decoded(
    content: bytes, wanted: str, span: Span, name: str, quickly: bool = False
) -> Iterator[Pixels.Image]:
    """The image of a file, all of it read. quickly: a JPEG at an eighth of its size, which tells as
    well whether it is whole. What is wrong in the block is a fault of the file, too."""
    try:
        with Pixels.open(io.BytesIO(content), formats=(wanted,)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                most = MOST_PIXELS // 1_000_000
                raise _useless(
                    span, name, Both(f"超过 {most} 百万像素", f"it has more than {most} megapixels")
                )
            picture.info["whole"] = picture.size
            if quickly:
                picture.draft(None, (picture.width // 8, picture.height // 8))
            picture.load()
            yield picture
    except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError, struct.error):
        told = Both(f"里面不是 {wanted} 图片，或者不完整", f"it holds no whole {wanted}")
        raise _useless(span, name, told) from None


def _whole_size(picture: Pixels.Image) -> tuple[int, int]:
    """Width and height in pixels of an image that `_decoded` gives, upright."""
    width, height = picture.info["whole"]
    turned = picture.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
    return (height, width) if turned else (width, height)


def _pixels(content: bytes, wanted: str, span: Span, name: str) -> Image:
    with _decoded(content, wanted, span, name) as picture:
        turned = picture.getexif().get(_ORIENTATION, 1) != 1
        width, height = picture.size
        if turned or picture.mode not in ("RGB", "RGBA", "L", "LA", "P", "1"):
            content, (width, height) = _anew(picture, wanted)
    bare = _bare_png(content) if wanted == "PNG" else _bare_jpeg(content)
    return Image(_SUFFIXES[wanted], width, height, bare)


def _anew(picture: Pixels.Image, wanted: str) -> tuple[bytes, tuple[int, int]]:
    """An image as it is to be seen, where its pixels say otherwise."""
    shown, made = as_seen(picture), io.BytesIO()
    shown.save(made, wanted, **({"quality": 95} if wanted == "JPEG" else {}))
    return made.getvalue(), shown.size


def as_seen(picture: Pixels.Image) -> Pixels.Image:
    """Returns an image upright and in sRGB, on white where it is transparent, of 8 bits a channel,
    with nothing but its pixels. A profile that cannot be used is passed over."""
    from PIL import ImageCms, ImageOps

    upright = ImageOps.exif_transpose(picture)
    profile = upright.info.get("icc_profile")
    if upright.mode.startswith("I"):
        # Pillow cuts 16 bits off at 255 when it makes eight of them.
        upright = upright.convert("I").point(lambda level: level / 257).convert("L")
    elif upright.has_transparency_data:
        ground = Pixels.new("RGBA", upright.size, "#ffffff")
        upright = Pixels.alpha_composite(ground, upright.convert("RGBA")).convert("RGB")
    elif upright.mode not in ("RGB", "CMYK"):
        upright = upright.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            wanted = ImageCms.createProfile("sRGB")
            upright = ImageCms.profileToProfile(upright, found, wanted, outputMode="RGB") or upright
    bare = upright.convert("RGB")
    bare.info = {}
    return bare


def _bare_png(content: bytes) -> bytes:
    """A PNG with the chunks alone that say how it looks, pixels untouched."""
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] in _KEPT:
            kept.append(content[at:end])
        at = end
    return b"".join(kept)


def _bare_jpeg(content: bytes) -> bytes:
    """A JPEG without its EXIF (the place where it was taken), XMP, profiles and comments, pixels
    untouched: of its segments only those that decode it stay, and nothing behind its end, where
    phones put a second picture with an EXIF of its own."""
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at : at + 2] != _JPEG_END:
        marker = content[at + 1]
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == _JPEG_SCAN and (following := _JPEG_MARKER.search(content, end)):
            end = following.start()
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            kept.append(content[at:end])
        at = end
    return b"".join([*kept, _JPEG_END])


def _svg(content: bytes, span: Span, name: str) -> Image:
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise _acts(span, name, "<!DOCTYPE>")
    try:
        tree = ET.fromstring(content)  # noqa: S314 (no entities are left in it)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise _useless(span, name, str(error)) from None
    if _tag(tree) != "svg":
        raise _useless(span, name, Both("里面不是 SVG", "it holds no SVG"))
    for what in _faults(tree):
        raise _acts(span, name, what)
    box = [float(one) for one in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", tree.get("viewBox", ""))]
    sides = [
        found[1] for side in ("width", "height") if (found := _LENGTH.match(tree.get(side, "")))
    ]
    width, height = box[2:] if len(box) == 4 else map(float, sides) if len(sides) == 2 else (0, 0)
    if not (width > 0 and height > 0):
        raise _useless(span, name, Both("没有 viewBox", "it has no viewBox"))
    return Image("svg", width, height, content)


def _acts(span: Span, name: str, what: str | Both) -> ProblemsFound:
    return ProblemsFound([Problem("E693", span, file=name, what=what)])


def _tag(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _faults(tree: ET.Element) -> Iterator[str | Both]:
    """What of an SVG runs, loads from elsewhere, or needs a font that others lack."""
    for element in tree.iter():
        tag = _tag(element)
        if tag in _ACTIVE:
            yield f"<{tag}>"
        if tag in ("text", "tspan", "textPath"):
            yield Both("文字（请转成曲线）", "text (turn it into outlines)")
        if tag == "style" and _OUTSIDE.search(element.text or ""):
            yield Both("外部的样式", "styles from elsewhere")
        for key, value in element.attrib.items():
            short = key.rpartition("}")[2]
            if short.casefold().startswith("on"):
                yield f"{short}="
            if short == "href" and not re.match(r"\s*(#|data:image/(png|jpeg);)", value):
                yield f"href={value[:40]}"
            if _OUTSIDE.search(value):
                yield f"{short}={value[:40]}"
