"""E76x: what is written, where, and by whom at a time."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E760": Code(
        title="另一个程序正在写 / Another program is writing",
        text="“{command}”正在写 {path}（进程 {pid}，电脑 {host}，{since} 开始） / "
        "“{command}” is writing to {path} (process {pid} on {host}, since {since})",
        cure="等它做完，再运行一次；它要是被强行关掉，锁会自己解开 / "
        "wait until it has ended and run this again; when it is killed, its lock goes with it",
        why="两个程序同时写一个网站，会互相盖掉。所以同时只有一个能写，别的马上退出，什么也不动。 / "
        "Two programs that write one site write over each other. One writes at a time; others end "
        "at once and touch nothing.",
        wrong="handbill build & handbill build",
        right="handbill build && handbill build",
    ),
    "E761": Code(
        title="网站不完整 / The site is not whole",
        text="有 {count} 个文件没有写全，例如 {files} / "
        "{count} files are missing or not whole, such as {files}",
        cure="看是不是有清理、同步的程序动了生成中的文件夹，再生成一次；原来的网站没有动 / "
        "see whether a cleaner or a sync program touched the folder during the build, and build "
        "again; the site that was there is untouched",
        why="网站换上去之前，照计划点一遍文件：少一个，或者大小不对，就不换。 / "
        "Before a site is put in place its files are counted against the plan: with one missing, "
        "or of another size, it is not.",
        wrong="rm -rf .site-draft-*  （生成的时候 / during a build）",
        right="handbill build",
    ),
    "E762": Code(
        title="网站文件夹的位置会盖掉原稿 / The site's folder is where the sources are",
        text="网站不能写进 {path}：和 {folder} 重叠 / "
        "the site cannot be written to {path}: it overlaps {folder}",
        cure="在 mkdocs.yml 里写 site_dir: site，或者另一个空文件夹 / "
        "write site_dir: site, or another empty folder, in mkdocs.yml",
        why="生成时，网站文件夹整个换掉。里面有原稿，原稿就没了。 / "
        "A build replaces the folder of the site as a whole. Sources in it would be gone.",
        wrong="site_dir: campaigns",
        right="site_dir: site",
    ),
    "E763": Code(
        title="别的文件占了位置 / A file of somebody else is in the way",
        text="{path} 里的 {files} 不是生成的，新网站要用这个名字 / "
        "{files} in {path} was made by no build, and the new site needs its name",
        cure="把它移走或者改名，再生成一次；原来的网站没有动 / "
        "move or rename it and build again; the site that was there is untouched",
        why="网站文件夹里不是生成的文件（例如 CNAME）都保留，不盖掉。 / "
        "Files of the site's folder that no build made, such as CNAME, are kept and never written "
        "over.",
        wrong="site/law/index.html （自己放的 / put there by hand）",
        right="docs/law-notes.md",
    ),
}
