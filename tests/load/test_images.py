"""Images are handed on without what nobody means to publish, and with the pixels that they have."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Pixels
from PIL import PngImagePlugin

from handbill.load.images import Image, read_image, read_photo
from handbill.problems import ProblemsFound, Span

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def read(file: Path, largest: int = 1_000_000) -> Image:
    return read_image(file, file.parent, Span("campaign.yml"), file.parent, largest)


def code_of(file: Path, largest: int = 1_000_000) -> str:
    with pytest.raises(ProblemsFound) as found:
        read(file, largest)
    return found.value.problems[0].code


def photograph(size: tuple[int, int] = (40, 30)) -> Pixels.Image:
    picture = Pixels.new("RGB", size, "#0B5D5E")
    picture.paste("#F3E3C3", (0, 0, size[0] // 2, size[1] // 2))
    return picture


def exif(orientation: int = 1) -> Pixels.Exif:
    told = Pixels.Exif()
    told[MAKER] = "Camera of a person"
    told[ORIENTATION] = orientation
    told.get_ifd(GPS)[2] = (30.0, 35.0, 12.0)
    return told


def test_a_jpeg_loses_where_it_was_taken_and_no_pixel(tmp_path: Path) -> None:
    file = tmp_path / "photo.JPG"
    photograph().save(file, "JPEG", exif=exif(), comment=b"of a person", icc_profile=b"x" * 500)
    file.write_bytes(file.read_bytes() + b"depth map of a phone")
    bare = read(file).content
    for told in (b"Exif", b"person", b"ICC_PROFILE", b"depth map"):
        assert told in file.read_bytes()
        assert told not in bare
    with Pixels.open(file) as before, Pixels.open(io.BytesIO(bare)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_picture_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    photograph().save(file, "JPEG", exif=exif(orientation=6))
    image = read(file)
    assert (image.width, image.height) == (30, 40)
    with Pixels.open(io.BytesIO(image.content)) as upright:
        assert upright.size == (30, 40)
        assert not upright.getexif()
        # The pale corner was at the top left, and is at the top right.
        assert upright.getpixel((28, 2))[0] > 200 > upright.getpixel((2, 2))[0] + 100


def test_a_png_loses_its_texts(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "a person")
    photograph().convert("RGBA").save(file, "PNG", pnginfo=told, exif=exif())
    bare = read(file).content
    assert b"person" in file.read_bytes()
    assert b"person" not in bare
    with Pixels.open(file) as before, Pixels.open(io.BytesIO(bare)) as after:
        assert before.tobytes() == after.tobytes()


def test_the_name_of_an_image_follows_its_content(tmp_path: Path) -> None:
    first, other = tmp_path / "a.png", tmp_path / "b.png"
    photograph().save(first, "PNG")
    photograph((50, 30)).save(other, "PNG")
    assert read(first).name == read(first).name != read(other).name


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<a href="javascript:go()"><path d="M0 0"/></a>',
        '<image href="https://example.org/x.png"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<path d="M0 0" onClick="go()"/>',
        "<style>@import 'x.css';</style>",
        '<path style="fill: url(https://example.org/#a)" d="M0 0"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        "<text>ours</text>",
    ],
)
def test_an_svg_that_acts_or_loads_is_refused(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(DRAWN.format(inside), "utf-8")
    assert code_of(file) == "E693"


def test_entities_are_refused_before_anything_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    bomb = '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + DRAWN.format("&b;")
    file.write_text(bomb, "utf-8")
    assert code_of(file) == "E693"


def test_shapes_and_gradients_of_an_svg_stand(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    shapes = '<linearGradient id="a"/><path fill="url(#a)" d="M0 0h8v8z"/><use href="#a"/>'
    file.write_text(DRAWN.format(shapes), "utf-8-sig")
    assert read(file).ratio == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"no picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("a.svg", b"<html/>"),
        ("a.svg", b"<svg/>"),
        ("a.svg", b'<svg viewBox="0 0 0 0"/>'),
        ("a.svg", b"<svg"),
        ("a.svg", b"\xff\xfe\x00"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_what_is_no_image_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert code_of(tmp_path / name) == "E691"


def test_half_a_photograph_is_none(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    photograph((400, 300)).save(file, "JPEG")
    file.write_bytes(file.read_bytes()[:-600])
    assert code_of(file) == "E691"


def test_a_png_under_the_name_of_a_jpeg_is_none(tmp_path: Path) -> None:
    photograph().save(tmp_path / "photo.jpg", "PNG")
    assert code_of(tmp_path / "photo.jpg") == "E691"


def test_a_file_outside_or_missing_or_large(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    photograph().save(tmp_path / "a.png", "PNG")
    outside = tmp_path / "in" / ".." / "a.png"
    with pytest.raises(ProblemsFound) as found:
        read_image(outside, tmp_path / "in", Span("x"), tmp_path, 1000)
    assert found.value.problems[0].code == "E690"
    assert code_of(tmp_path / "b.png") == "E690"
    assert code_of(tmp_path / "a.png", largest=10) == "E692"


def test_a_second_picture_behind_the_first_is_left_out(tmp_path: Path) -> None:
    # As phones write them (MPO): the second has an EXIF of its own, with the place.
    file = tmp_path / "photo.jpg"
    second = io.BytesIO()
    photograph((20, 15)).save(second, "JPEG", exif=exif())
    for progressive in (False, True):
        photograph().save(file, "JPEG", exif=exif(), progressive=progressive)
        file.write_bytes(file.read_bytes() + second.getvalue())
        bare = read(file).content
        assert b"person" not in bare
        with Pixels.open(file) as before, Pixels.open(io.BytesIO(bare)) as after:
            assert before.tobytes() == after.tobytes()


def test_marks_between_the_scans_of_a_picture_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    photograph().save(file, "JPEG", progressive=True)
    whole = file.read_bytes()
    last = whole.rindex(b"\xff\xda")
    file.write_bytes(whole[:last] + b"\xff\xfe\x00\x0aa person" + whole[last:])
    bare = read(file).content
    assert b"person" not in bare
    with Pixels.open(io.BytesIO(whole)) as before, Pixels.open(io.BytesIO(bare)) as after:
        assert before.tobytes() == after.tobytes()


def photo_of(file: Path, largest: int = 1_000_000) -> Image:
    return read_photo(file, file.parent, Span("photos.yml"), file.parent, largest)


def test_the_size_of_a_photograph_is_that_which_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    for orientation, size in ((1, (800, 600)), (3, (800, 600)), (6, (600, 800))):
        photograph((800, 600)).save(file, "JPEG", exif=exif(orientation))
        assert (photo_of(file).width, photo_of(file).height) == size


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.svg", lambda file: file.write_text(DRAWN.format(""), "utf-8")),
        ("a.webp", lambda file: photograph().save(file, "WEBP")),
        ("a.jpg", lambda file: photograph().save(file, "PNG")),
        ("a.jpg", lambda file: file.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")),
        # More pixels than a camera has, of a few bytes.
        ("a.png", lambda file: Pixels.new("1", (9000, 9000)).save(file, "PNG")),
        ("a.png", lambda file: Pixels.new("1", (20000, 20000)).save(file, "PNG")),
    ],
)
def test_what_is_no_photograph_is_told(
    tmp_path: Path, name: str, write: Callable[[Path], object]
) -> None:
    write(tmp_path / name)
    with pytest.raises(ProblemsFound) as found:
        photo_of(tmp_path / name)
    assert [one.code for one in found.value.problems] == ["E691"]


def test_half_a_photograph_is_told_though_it_is_read_quickly(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    for progressive in (False, True):
        photograph((1600, 1200)).save(file, "JPEG", progressive=progressive)
        file.write_bytes(file.read_bytes()[: -len(file.read_bytes()) // 3])
        with pytest.raises(ProblemsFound) as found:
            photo_of(file)
        assert found.value.problems[0].code == "E691"
