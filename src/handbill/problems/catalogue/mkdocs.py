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
}
