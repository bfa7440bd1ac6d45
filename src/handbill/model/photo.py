"""photos.yml: photographs that stand where a drawn picture may."""

from __future__ import annotations

from handbill.model.text import Identifier, Line, Model, Note, Slug, described


class Subject(Model):
    """What of a photograph must be seen everywhere: a box in percent of it, from its upper left
    corner as it is seen upright."""

    x: int = described("左边；照片宽的百分之几", "Left edge, percent of the width", ge=0, le=99)
    y: int = described("上边；照片高的百分之几", "Top edge, percent of the height", ge=0, le=99)
    width: int = described("宽；百分之几", "Width, percent", ge=1, le=100)
    height: int = described("高；百分之几", "Height, percent", ge=1, le=100)


class Photo(Model):
    """A photograph with what must be known of it."""

    id: Slug = described("名字；picture 里写它", "Name, for `picture`", example="bus-stop")
    file: Identifier = described(
        "照片文件；从这个文件夹算起，JPEG 或 PNG",
        "File, from the campaign's folder: JPEG or PNG",
        example="photos/bus-stop.jpg",
    )
    alt: Line = described(
        "照片上有什么；给看不见的人听", "What it shows, for those who cannot see it"
    )
    credit: Identifier = described(
        "谁拍的；印在照片角上", "Who took it; printed in its corner", example="Jinhu Library"
    )
    licence: Identifier | None = described(
        "许可；不填就只许用在这些资料里",
        "Its licence; without one it may be used in these materials alone",
        None,
        example="CC BY 4.0",
    )
    permission: Note = described(
        "谁同意用、照片上的人同意没有、什么时候；不印出来",
        "Who allows its use, whether those in it agreed, and when; not published",
    )
    subject: Subject | None = described(
        "主体；每一种裁法都要看得见的部分", "What every crop must show whole", None
    )


class PhotosFile(Model):
    """photos.yml."""

    photos: list[Photo] = described("照片", "Photographs", list)
