"""E143 to E149 and E154 to E159: a site that MkDocs builds, and what else stands in it."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E143": Code(
        title="生成的时候少了文件 / Files went away during the build",
        text="{folder} 里有 {count} 个文件在生成的时候不见了：{files} / "
        "{count} file(s) of {folder} went away during the build: {files}",
        cure="等网盘同步、切换分支这类操作做完，再生成一次；原来的网站没有动 / "
        "build again once the folder is at rest (a sync, a change of branch); the site that was "
        "there is untouched",
        why="开始时在的网页，做好的网站里就要有。不然会用缺页的网站换掉完整的网站。 / "
        "What stood there at the beginning must be in the finished site: one that lacks pages "
        "must not replace a whole one.",
        wrong="git switch（正在生成 / during a build）",
        right="handbill build",
        found_by="生成网站：做的时候才会不见 / the build: it is while it works that they go away",
    ),
    "E144": Code(
        title="没有网页文件夹 / No folder of pages",
        text="没有 {folder} 文件夹 / there is no folder {folder}",
        cure="新建这个文件夹，放一页说明（.md）；或者在 mkdocs.yml 里用 docs_dir 写对它的名字 / "
        "make it, with a page (.md) in it, or name the right one with docs_dir in mkdocs.yml",
        why="MkDocs 从这个文件夹取手写的网页，没有它就不肯生成。git 不保存空文件夹，所以里面要有一个"
        "文件。 / "
        "MkDocs takes hand-written pages from it and refuses to build without. Git keeps no empty "
        "folder, so let there be a file.",
        wrong="docs_dir: doc",
        right="docs_dir: docs",
    ),
    "E145": Code(
        title="继承的设置读不到 / Inherited settings are not there",
        text="{file} 的 INHERIT 写的 {parent} 不在，或者绕回了自己 / "
        "{parent}, which INHERIT of {file} names, is not there or leads back to itself",
        cure="写从这个文件所在的文件夹算起的路径 / "
        "write its path from the folder that this file lies in",
        why="MkDocs 把 INHERIT 写的文件读进来，再用自己的设置盖上去。Handbill 的每个命令也这样读，"
        "二维码里的网址才和网站的一样。 / "
        "MkDocs reads the file that INHERIT names and lays its own settings over it. Every command "
        "of Handbill does the same, so that QR codes bear the address that the site has.",
        wrong="INHERIT: bse.yml",
        right="INHERIT: base.yml",
    ),
    "E146": Code(
        title="MkDocs 不收这些设置 / MkDocs refuses the settings",
        text="{file}：{reason} / {file}: {reason}",
        cure="按上面说的改 mkdocs.yml 或者 hooks 里的脚本 / "
        "mend mkdocs.yml or the script below hooks as it says",
        why="mkdocs.yml 里写了 hooks 的站点，设置要由 MkDocs 读、由 hooks 改过才算数，check、sheet、"
        "pack 也都照这个来。 / "
        "Where mkdocs.yml lists hooks, the settings are what MkDocs reads and the hooks leave; "
        "check, sheet and pack take the same.",
        wrong="hooks:\n  - nowhere.py",
        right="hooks:\n  - hooks/address.py",
        found_by="有 hooks 的站点的每个命令：hooks 运行起来才知道 / "
        "every command of a site with hooks: only running them tells",
    ),
    "E147": Code(
        title="两个文件名是同一个 / Two names are one",
        text="{file} 和 {other} 是同一个名字 / {file} and {other} are one name",
        cure="给其中一个改名 / rename one of them",
        why="Windows 和 macOS 不分大小写，macOS 还把两种写法的重音字母当成一个：拷过去，只剩一个文件。"
        "a.md 和 a/index.md 也会做成同一页。 / "
        "Windows and macOS do not tell capitals from small letters, and macOS not the two ways to "
        "write an accent: copied there, one file is left. a.md and a/index.md become one page, too.",
        wrong="docs/guide/About.md\ndocs/guide/about.md",
        right="docs/guide/about.md\ndocs/guide/about-us.md",
    ),
    "E148": Code(
        title="别的插件出错 / Another plugin has failed",
        text="插件“{plugin}”出错：{reason} / the plugin “{plugin}” has failed: {reason}",
        cure="编辑指南“放进自己的 MkDocs”有一张插件表；先去掉这个插件，或者让它只管手写的网页 / "
        "the guide's page on MkDocs has a table of plugins; leave this one out, or let it see to "
        "hand-written pages alone",
        why="我们的网页是做出来的，磁盘上没有它们的 .md 文件。有的插件要去读这个文件，就停下了。 / "
        "Our pages are made: no .md file of theirs lies on the disk. A plugin that goes and reads it "
        "stops there.",
        wrong="plugins:\n  - rss\n  - handbill",
        right="plugins:\n  - rss:\n      match_path: guide/.*\n  - handbill",
        found_by="生成网站：别的插件运行起来才知道 / the build: only running the plugin tells",
    ),
}
