"""E930 to E959 and W930 to W959: where a site is published, and a published site that is tried."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E930": Code(
        title="发布的位置会盖掉原稿 / Publishing would cover the sources",
        text="不能发布到 {path}：和 {folder} 重叠 / "
        "the site cannot be published to {path}: it overlaps {folder}",
        cure="写项目外面的一个文件夹；磁盘、U 盘上也请先建一个文件夹 / "
        "name a folder outside of the project; on a disk or a stick make one first",
        why="发布时，那个文件夹整个换成网站。 / Publishing makes that folder the site as a whole.",
        wrong="handbill publish --to .",
        right="handbill publish --to ../www",
        found_by="publish：位置是运行时写的 / publish: the place is named when it runs",
    ),
    "E931": Code(
        title="不能发布到这个分支 / The site cannot go to this branch",
        text="不能用 {branch}：{reason} / {branch} cannot be used: {reason}",
        cure="在 Git 的仓库里，写一个只放网站、没有打开着的分支，例如 gh-pages；各走各的，先看清楚哪边要留，"
        "再 git branch -f / "
        "in a repository of Git name a branch for the site alone that no work tree has open, such as "
        "gh-pages; where two have diverged, see which to keep, then git branch -f",
        why="发布的每个提交只放网站。打开着的分支，提交以后和眼前的文件对不上；放着别的东西的，会丢东西。 / "
        "Each commit of publishing holds the site alone. A branch that is checked out would no longer "
        "agree with the files of its work tree, and one with other things would lose them.",
        wrong="handbill publish --branch main",
        right="handbill publish --branch gh-pages",
        found_by="publish：分支是运行时写的 / publish: the branch is named when it runs",
    ),
    "E932": Code(
        title="Git 没有做成 / Git has failed",
        text="{command}：{reason} / {command}: {reason}",
        cure="照 Git 说的改，再发布一次：没有名字的，设 user.name 和 user.email；推送不了的，看网络和权限 / "
        "mend what Git says and publish again: without a name, git config user.name and user.email; "
        "where a push fails, look at the network and your rights",
        why="提交和推送是 Git 做的；没有做成，分支还是原来的样子。 / "
        "Commits and pushes are made by Git; where it fails, the branch is as it was.",
        wrong="handbill publish --branch gh-pages --push nowhere",
        right="handbill publish --branch gh-pages --push origin",
        found_by="publish：运行 Git 才知道 / publish: it is known when Git runs",
    ),
}
