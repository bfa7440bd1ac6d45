"""E17x and W17x: files that are not read, and what is no file."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "W170": Code(
        title="文件不会被读取 / File that is not read",
        text="“{file}”看着像内容，但是不会被读取 / “{file}” looks like contents and is not read",
        cure="改成会被读取的名字和位置；不用的请移到 campaigns 外面 / "
        "give it the name and place that are read, or move it out of campaigns",
        why="放错位置、改错名字的文件没有任何作用，而改它的人以为印出来的已经改了。名字以 .bak、"
        ".old、~ 结尾的备份不提。 / "
        "A file in the wrong place or under another name has no effect, while people believe that "
        "what they changed is printed. Backups (.bak, .old, ~) are not mentioned.",
        wrong="campaigns/places/places.csv.txt",
        right="campaigns/places/places.csv",
    ),
    "E170": Code(
        title="不是文件 / No file",
        text="{file} 是{what}，不会打开它 / {file} is {what} and is not opened",
        cure="删掉它，换成真正的文件 / delete it and put a real file there",
        why="读管道、设备的程序会一直等下去，或者读到没有尽头的内容。 / "
        "A program that reads a pipe or a device waits for ever, or never comes to an end.",
        wrong="campaigns/demo/campaign.yml  （管道 / a pipe）",
        right="campaigns/demo/campaign.yml",
    ),
}
