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
        found_by="写文件的命令：谁正在写，写的时候才知道 / "
        "commands that write: who is writing is known when they do",
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
        found_by="生成网站：写完以后点数 / the build: files are counted once they are written",
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
        text="{path} 里的 {files} 不是生成的，要生成的文件也叫这个名字 / "
        "{files} in {path} was made by no build, and a file that is made needs its name",
        cure="把它移走或者改名，再生成一次；原来的没有动 / "
        "move or rename it and build again; what was there is untouched",
        why="网站文件夹里不是生成的文件（例如 CNAME）都保留，不盖掉。 / "
        "Files of the site's folder that no build made, such as CNAME, are kept and never written "
        "over.",
        wrong="site/law/index.html （自己放的 / put there by hand）",
        right="docs/law-notes.md",
        found_by="生成网站：网站文件夹里有什么，换上去的时候才看 / "
        "the build: the site's folder is looked at when the new one is put there",
    ),
    "W760": Code(
        title="绘图缓存坏了一部分 / Some of the cache was damaged",
        text="绘图缓存里有 {count} 个文件不完整，已经重画 / "
        "{count} files of the cache were not whole; they have been drawn anew",
        cure="不用做什么；常常这样，请检查磁盘 / nothing to do; if it happens often, check the disk",
        why="缓存（build/cache）的每个文件都带校验码。断电、磁盘出错后，不完整的不用，重新画。 / "
        "Each file of the cache (build/cache) bears a digest. After a power cut or a fault of the "
        "disk what is not whole is not used.",
        wrong=": > build/cache/…",
        right="handbill build",
    ),
    "W761": Code(
        title="这个磁盘不支持锁 / This disk knows no locks",
        text="{path} 所在的磁盘不支持锁，挡不住另一个程序同时写 / "
        "the disk of {path} knows no locks, so another program is not kept from writing",
        cure="请自己保证同时只有一个人生成；或者把项目放在本机磁盘上 / "
        "see to it that one person builds at a time, or keep the project on a local disk",
        why="有的网络共享文件夹不支持锁。两个人同时生成，留下的是后做完的那个网站，仍然完整。 / "
        "Some network shares know no locks. When two build at once, the site of the later stays, "
        "and it is whole.",
        wrong="Z:\\share\\site",
        right="C:\\site",
    ),
}
