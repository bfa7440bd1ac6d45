"""E780 to E786 and W780: records of releases, and what does not agree with one."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E780": Code(
        title="不是发布记录 / No record of a release",
        text="读不了发布记录 {path}：{reason} / cannot read the record {path}: {reason}",
        cure="用 handbill release 写的那个文件 / take the file that handbill release has written",
        why="记录是一个 JSON 文件，改过、截断、别的版本写的，都不能拿来比较。 / "
        "A record is a file of JSON. One that was changed, cut off or written by another version "
        "compares nothing.",
        wrong="handbill verify site/index.html",
        right="handbill verify release.json",
        found_by="verify：记录是运行时写的 / verify: the record is named when it runs",
    ),
    "E781": Code(
        title="和发布记录不一样 / Files differ from the record",
        text="{path} 里有 {count} 个文件和记录不一样：{files} / "
        "{count} files of {path} differ from the record: {files}",
        cure="看同时列出的变化（W780）；没有变化的，网站可能被人改过，不要用它 / "
        "see what has changed since (W780); if nothing has, somebody may have altered the site: do "
        "not use it",
        why="同样的内容、同样的版本，做出来的文件一个字节也不差。 / "
        "The same contents and versions give the same files, byte for byte.",
        wrong="index.html ≠ sha256",
        right="index.html = sha256",
        found_by="verify：和发布记录比 / verify: it compares with a record",
    ),
    "E782": Code(
        title="记录里有、网站里没有 / Files of the record are missing",
        text="{path} 里少了 {count} 个文件：{files} / {count} files are not in {path}: {files}",
        cure="上传完整；或者重新生成 / upload the whole site, or build it anew",
        why="少一个文件，就有链接断了，有资料取不到。 / "
        "With a file missing, a link is broken or a sheet cannot be had.",
        wrong="packs/schools-print.zip",
        right="packs/schools-print.zip = sha256",
        found_by="verify：和发布记录比 / verify: it compares with a record",
    ),
    "E783": Code(
        title="网站里多出了文件 / Files that are in no record",
        text="{path} 里多出 {count} 个文件：{files} / {count} files of {path} are in no record: {files}",
        cure="不是自己放的就删掉，查一查谁放的；是自己放的，重新做一次记录 / "
        "remove what is not yours and find out whose it is; for your own, make the record anew",
        why="网站里的文件，访问的人都当成是您说的。 / "
        "Whatever lies in the site is taken for your word.",
        wrong="site/prize.html",
        right="site/index.html",
        found_by="verify：和发布记录比 / verify: it compares with a record",
    ),
    "E784": Code(
        title="没有装签名的程序 / The program for signatures is not installed",
        text="找不到 {tool} / {tool} is not to be found",
        cure="装上 {tool}，或者去掉签名的选项；minisign 在 Debian 里叫 minisign，sigstore 用 pip 装 / "
        "install {tool}, or leave the options of signatures out; Debian has minisign, pip has sigstore",
        why="Handbill 自己不签名，用的是两个公开的程序。 / "
        "Handbill signs nothing itself: it calls one of two public programs.",
        wrong="handbill release --sign minisign",
        right="handbill release",
        found_by="release 和 verify：签名的时候才用得上 / release and verify: only they sign",
    ),
    "E785": Code(
        title="签名不成立 / The signature does not hold",
        text="{path} 的签名（{tool}）：{reason} / signature of {path} by {tool}: {reason}",
        cure="核对公钥、签名文件和记录是不是同一次发布的；核对不上的，不要用 / "
        "see that key, signature and record are of one release; if they are not, do not use it",
        why="签名说明记录是谁写的、写好以后没有改过。 / "
        "A signature says who has written the record, and that nobody has changed it since.",
        wrong="release.json",
        right="release.json + release.json.minisig",
        found_by="verify：验签名的时候才知道 / verify: it is known when a signature is checked",
    ),
    "E786": Code(
        title="那里有别的文件 / Another file is there",
        text="{path} 已经有了，又不是发布记录 / {path} is there and is no record of a release",
        cure="换一个文件名 / write to another file",
        why="别人的文件不能一声不响地盖掉。 / Nobody's file is written over without a word.",
        wrong="handbill release -o mkdocs.yml",
        right="handbill release -o release.json",
        found_by="release：写记录的时候才看 / release: it is looked at when the record is written",
    ),
    "W780": Code(
        title="和发布的时候不同 / Not as it was at the release",
        text="{what}：当时 {then}，现在 {now} / {what}: {then} then, {now} now",
        cure="换回当时的版本和内容，再比较一次 / go back to what it was and compare again",
        why="这可能就是文件不一样的原因。内容、版本、字体都一样而文件不一样，才是问题。 / "
        "This may be why files differ. Files that differ while contents, versions and fonts are the "
        "same are the trouble.",
        wrong="typst 0.14.0",
        right="typst 0.15.0",
    ),
}
