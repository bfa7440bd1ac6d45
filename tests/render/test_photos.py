"""Photographs on sheets: where they stand, what of them is published, and that nothing else is."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from camera import PLANTED, layers, photograph, scene
from PIL import Image as Pixels
from PIL import ImageCms
from sample_sheets import COPY, KINDS, TEMPLATES, Document
from sample_sheets import Sheet as SampleSheet

from handbill import road
from handbill.check import Checked
from handbill.compose.artifacts import Pack, Sheet, WebPhoto
from handbill.compose.photos import OFFICE_DPI, TILE_BOX, photo_on_sheet
from handbill.edition.localise import localise
from handbill.edition.photos import Photograph
from handbill.load.images import Image
from handbill.load.settings import read_settings
from handbill.load.templates import shows_picture
from handbill.model.photo import Photo, Subject
from handbill.model.units import MM_PER_INCH
from handbill.press.preflight import Wanted, preflight
from handbill.render.cache import RenderCache
from handbill.render.photos import cut_out
from handbill.render.typst import SheetRenderer
from handbill.scaffold import new_site

SHOWING = sorted(name for name, kind in KINDS.items() if kind.photo)
WIDTH, HEIGHT = 4000, 3000
CREDIT = "Photo: Jinhu Library"


def told(**more: object) -> Photo:
    return Photo(id="shade", file="photos/shade.jpg", alt="x", credit="x", permission="x", **more)


@pytest.fixture(scope="module")
def photo() -> Photograph:
    content = photograph(WIDTH, HEIGHT)
    subject = Subject(x=44, y=33, width=12, height=24)
    return Photograph(told(subject=subject), Image("jpg", WIDTH, HEIGHT, content))


@pytest.fixture(scope="module")
def small() -> Photograph:
    return Photograph(told(), Image("jpg", 800, 600, photograph(800, 600)))


def test_a_kind_that_shows_pictures_says_where_photographs_stand() -> None:
    assert [name for name in KINDS if shows_picture(TEMPLATES / name)] == [
        name for name in KINDS if KINDS[name].photo
    ]


SHOWN = {
    "points_title": "先停一停",
    "acts": ["不先交钱", "证件自己拿"],
    "points": [{"title": "先交钱", "text": "还没做事先要钱，先停下来，问一问家里人。"}] * 3,
}
"""Copy of a picture for phones, beside that of a poster."""
SIZES = [(kind, size) for kind in SHOWING for size in KINDS[kind].sizes]


# The long image is a story as far as the picture goes, and no page of a known height.
@pytest.mark.parametrize(("kind", "size"), [one for one in SIZES if one != ("social", "long")])
def test_the_declared_place_is_the_drawn_one(
    document: Document, sheet: SampleSheet, small: Photograph, kind: str, size: str
) -> None:
    # What is checked and cut by the declaration would otherwise be another picture than the drawn.
    measures, box = KINDS[kind].sizes[size], KINDS[kind].photo_box(size)
    assert box is not None
    on_it = photo_on_sheet(small, box, measures, "press", KINDS[kind].medium, CREDIT)
    copy = sheet(kind, photo=on_it) if kind in COPY else sheet("poster", photo=on_it, copy=SHOWN)
    drawing = SheetRenderer(TEMPLATES, images={small.image.name: small.image})
    made = drawing.pdf(kind, document(kind, copy, size=size, edition="press"), 0)
    page = pymupdf.open(stream=made)[0]
    trim = page.trimbox
    u = min(trim.width, trim.height) / 72
    [shown] = [one["bbox"] for one in page.get_image_info() if one["width"] > 100]
    wide, high = (shown[2] - shown[0]) / u, (shown[3] - shown[1]) / u
    assert wide == pytest.approx(box.width + box.left + box.right, rel=0.01)
    assert high == pytest.approx(box.height + box.foot, rel=0.01)
    # It runs past the trim where the declaration says so, and nowhere else.
    assert (
        (trim.x0 - shown[0]) / u == pytest.approx(box.left, abs=0.1)
        if box.left
        else (shown[0] > trim.x0 - 0.1)
    )
    assert (
        (shown[2] - trim.x1) / u == pytest.approx(box.right, abs=0.1)
        if box.right
        else (shown[2] < trim.x1 + 0.1)
    )
    # The credit stands within it, large enough to be read.
    words = page.get_text("words")
    [line] = [word for word in words if word[4].startswith("Jinhu")]
    assert shown[0] <= line[0] < line[2] <= shown[2]
    assert shown[1] <= line[1] < line[3] <= shown[3] + 0.1
    assert line[3] - line[1] >= 5


@pytest.mark.parametrize(("kind", "size"), SIZES)
def test_every_crop_keeps_the_subject(photo: Photograph, kind: str, size: str) -> None:
    box = KINDS[kind].photo_box(size)
    assert box is not None
    assert photo.is_whole(box)
    left, top, right, foot = photo.crop(box)
    assert 0 <= left < right <= WIDTH
    assert 0 <= top < foot <= HEIGHT


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (4200, 2800)])
@pytest.mark.parametrize("x", [20, 35, 50])
@pytest.mark.parametrize("y", [0, 30, 45])
def test_a_box_of_the_size_that_the_guide_names_is_whole_everywhere(
    width: int, height: int, x: int, y: int
) -> None:
    # As docs/guide/templates.md says it.
    subject = Subject(x=x, y=y, width=30, height=35)
    one = Photograph(told(subject=subject), Image("jpg", width, height, b""))
    boxes = [KINDS[kind].photo_box(size) for kind, size in SIZES] + [TILE_BOX]
    assert all(box and one.is_whole(box) for box in boxes)


def test_a_subject_at_the_edge_is_told(photo: Photograph) -> None:
    box = KINDS["poster"].photo_box("A3")
    assert box is not None
    edge = Photograph(told(subject=Subject(x=0, y=40, width=9, height=20)), photo.image)
    # Of a photograph as wide as the crop the first 6 u of 84 run past the trim.
    assert not edge.is_whole(box)
    assert edge.crop(box)[0] == 0


def test_editions_have_the_pixels_that_they_need_and_no_more(
    photo: Photograph, small: Photograph
) -> None:
    box, size = KINDS["poster"].photo_box("A4"), KINDS["poster"].sizes["A4"]
    assert box is not None
    inches = 84 / 72 * size.width / MM_PER_INCH
    made = {
        edition: photo_on_sheet(photo, box, size, edition, "paper", CREDIT)["width"]
        for edition in ("press", "office", "large", "preview")
    }
    assert made["press"] == round(inches * 300)
    assert made["office"] == made["large"] == round(inches * OFFICE_DPI)
    assert made["preview"] == 1080
    assert photo_on_sheet(small, box, size, "press", "paper", CREDIT)["width"] <= 800


WHOLE = {"crop": [0, 0, 40, 30], "width": 40, "height": 30, "quality": 95}


def seen(content: bytes, kind: str, size: tuple[int, int] = (40, 30)) -> Pixels.Image:
    return Pixels.open(io.BytesIO(cut_out(Image(kind, *size, content), WHOLE))).convert("RGB")


def test_a_photograph_is_upright_without_what_the_camera_wrote() -> None:
    for orientation, size in ((6, (40, 30)), (3, (40, 30))):
        content = photograph(*size, orientation=orientation)
        made = cut_out(Image("jpg", *size, content), WHOLE)
        assert PLANTED in content
        assert all(mark not in made for mark in (PLANTED, b"Exif", b"ICC_PROFILE", b"GPS"))
        with Pixels.open(io.BytesIO(made)) as upright:
            assert upright.size == size
            assert not upright.getexif()
            red, green = upright.getpixel((0, 5)), upright.getpixel((39, 5))
            assert red[0] > 180 > red[1] + 60
            assert green[1] > 180 > green[0] + 60


def test_inks_profiles_and_deep_greys_come_out_as_they_look() -> None:
    inks, made = scene(40, 30).convert("CMYK"), io.BytesIO()
    inks.save(made, "JPEG", quality=95)
    red, green, _ = seen(made.getvalue(), "jpg").getpixel((0, 5))
    assert red > 180 > green + 60
    # Sixteen bits a pixel: the middle of them is a middle grey, not white.
    deep, made = Pixels.new("I;16", (40, 30), 32768), io.BytesIO()
    deep.save(made, "PNG")
    assert seen(made.getvalue(), "png").getpixel((20, 15))[0] == pytest.approx(127, abs=3)
    # Transparent is white.
    clear, made = Pixels.new("RGBA", (40, 30), (200, 0, 0, 0)), io.BytesIO()
    clear.save(made, "PNG")
    assert min(seen(made.getvalue(), "png").getpixel((20, 15))) > 250
    # A profile is reckoned with: of LAB's lightness 50 the grey of sRGB is 119, not 127.
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    grey, plain, broken = (io.BytesIO() for _ in range(3))
    picture = Pixels.new("RGB", (40, 30), (127, 128, 128))
    picture.save(grey, "PNG", icc_profile=lab)
    picture.save(plain, "PNG")
    picture.save(broken, "PNG", icc_profile=PLANTED * 40)
    assert seen(broken.getvalue(), "png").getpixel((9, 9)) == seen(
        plain.getvalue(), "png"
    ).getpixel((9, 9))


def test_the_same_photograph_gives_the_same_bytes(photo: Photograph) -> None:
    cut = {"crop": [100.5, 200.25, 3100, 2450], "width": 900, "height": 675, "quality": 85}
    assert cut_out(photo.image, cut) == cut_out(photo.image, cut)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("photos") / "mine"
    new_site(root, "en", starter="heat")
    folder = root / "campaigns/heat"
    (folder / "photos").mkdir()
    (folder / "photos/shade.jpg").write_bytes(photograph(3200, 2400, orientation=6))
    (folder / "photos.yml").write_text(
        "photos:\n  - id: shade\n    file: photos/shade.jpg\n    alt: A face under a wide sky.\n"
        "    credit: Jinhu Library\n    licence: CC BY 4.0\n"
        f"    permission: {PLANTED.decode()}, in writing\n"
        "    subject: {x: 44, y: 33, width: 12, height: 24}\n",
        "utf-8",
    )
    for name in ("older-people", "outdoor-work", "schools"):
        file = folder / f"{name}.yml"
        text = file.read_text("utf-8").replace("\npicture: heat", "\npicture: shade")
        file.write_text(text.replace("[A3, A2]", "[A4]"), "utf-8")
    # The same file as a logo, which is another use of it.
    file = folder / "campaign.yml"
    logo = "\nlogos:\n  - {file: photos/shade.jpg, alt: A face, permission: Of its painter.}\n"
    file.write_text(file.read_text("utf-8") + logo, "utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}\nsite_url: https://heat.example.org/\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def checked(site: Path) -> Checked:
    return road.load_and_check(read_settings(site / "mkdocs.yml"), datetime.date(2026, 11, 29))


@pytest.fixture(scope="module")
def published(checked: Checked) -> dict[str, tuple[object, bytes]]:
    cache = RenderCache(checked.settings.build_dir / "cache")
    made = road.render(checked, road.plan(checked), cache)
    return {artifact.path: (artifact.body, content) for artifact, content in made}


def bodies(published: dict[str, tuple[object, bytes]], sort: type) -> Iterator[tuple[str, bytes]]:
    for path, (body, content) in published.items():
        if isinstance(body, sort):
            yield path, content


def test_from_right_to_left_the_place_is_the_mirror(checked: Checked) -> None:
    [campaign] = checked.collection.campaigns
    place = campaign.campaign.value.default_place
    english, arabic = (localise(checked.collection, campaign, place, one) for one in ("en", "ar"))
    [notice] = [one for _, one in english.materials() if one.kind == "notice"]
    box, mirror = (one.photo_box(notice, "A4") for one in (english, arabic))
    assert box and mirror
    assert (mirror.left, mirror.right) == (box.right, box.left) == (6, 0)


@pytest.mark.slow
def test_nothing_of_a_file_but_its_pixels_is_published(
    site: Path, published: dict[str, tuple[object, bytes]]
) -> None:
    original = (site / "campaigns/heat/photos/shade.jpg").read_bytes()
    assert original.count(PLANTED) >= 3
    photographs = 0
    for path, (_, content) in published.items():
        for layer in layers(content):
            assert PLANTED not in layer, path
            if layer.startswith(b"\xff\xd8"):
                with Pixels.open(io.BytesIO(layer)) as picture:
                    assert not picture.getexif(), path
                    assert "icc_profile" not in picture.info, path
                    assert "comment" not in picture.info, path
                photographs += 1
    # It does look into PDFs, packs, drawings of pages, and at the pictures of pages themselves.
    assert photographs > 30


@pytest.mark.slow
def test_pages_tell_who_took_it_and_show_it_small(
    published: dict[str, tuple[object, bytes]],
) -> None:
    art = dict(bodies(published, WebPhoto))
    assert sorted(art) == [
        f"assets/art/{name}.jpg" for name in ("older-people", "outdoor-work", "schools")
    ]
    for content in art.values():
        assert len(content) < 150_000
        with Pixels.open(io.BytesIO(content)) as picture:
            assert picture.size == (1080, 576)
    pages = {
        path: content.decode()
        for path, (_, content) in published.items()
        if path.endswith((".md", ".html"))
    }
    assert "assets/art/outdoor-work.jpg" in pages["outdoor-work.md"]
    for path in ("outdoor-work.md", "m/work-poster/index.html"):
        assert "Photo: Jinhu Library" in pages[path]
    assert "Photo: Jinhu Library" not in pages["m/work-ticker/index.html"]
    for path, content in published.items():
        if path.startswith("m/") and path.endswith(".svg"):
            assert len(content[1]) < 600_000, path


@pytest.mark.slow
def test_packs_tell_the_licence_of_a_photograph(published: dict[str, tuple[object, bytes]]) -> None:
    for path, content in bodies(published, Pack):
        terms = [layer for layer in layers(content) if b"Creative Commons" in layer]
        assert any(b"shade.jpg: Jinhu Library, CC BY 4.0" in layer for layer in terms), path


@pytest.mark.slow
def test_print_shops_get_inks(published: dict[str, tuple[object, bytes]]) -> None:
    seen = 0
    for path, content in bodies(published, Sheet):
        if path.endswith("-press.pdf"):
            with pikepdf.open(io.BytesIO(content)) as document:
                for thing in document.objects:
                    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                        assert thing.ColorSpace in ("/DeviceCMYK", "/DeviceGray"), path
                        seen += thing.ColorSpace == "/DeviceCMYK"
    assert seen > 4


@pytest.mark.slow
def test_the_check_of_a_print_shop_takes_them(
    published: dict[str, tuple[object, bytes]], tmp_path: Path
) -> None:
    files = []
    for path, content in bodies(published, Sheet):
        if path in (
            "m/work-poster/work-poster-A4-press.pdf",
            "m/older-notice/older-notice-A4-press.pdf",
        ):
            files.append(tmp_path / path.rpartition("/")[2])
            files[-1].write_bytes(content)
    assert len(files) == 2
    wanted = Wanted(None, None, None, None)
    problems = preflight(files, tmp_path, wanted, datetime.date(2026, 11, 29))
    # The sheets are specimens, and their photograph has 2,400 pixels.
    assert {one.code for one in problems} <= {"W820", "W810"}
