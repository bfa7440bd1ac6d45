"""E14x: `handbill fmt`. E73x: `handbill admin`, the form editor."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E140": Code(
        title="写法要整理 / Not in canonical form",
        text="{file} 的写法不统一 / {file} is not written the canonical way",
        cure="运行 handbill fmt，它自己会改好，意思不变 / "
        "run handbill fmt: it rewrites the file and keeps its meaning",
        why="写法统一，改了什么一眼就能看出来。字段按固定的顺序，短的列表写在一行，长的文字放在竖"
        "线下面，引号只在少不了的时候加。--check 只检查，不改。 / "
        "Where all is written one way, a change shows at a glance: fields in their order, short "
        "lists on one line, long texts below a bar, quotes only where they are needed. --check "
        "looks and writes nothing.",
        wrong="label: '社区'\ntitle: 'A0001'\nlarge: false",
        right="title: A0001\nlabel: 社区",
    ),
    "E141": Code(
        title="整理会改变意思 / Formatting would change the meaning",
        text="{file} 整理以后读出来不一样，所以没有动它 / "
        "{file} would be read otherwise after formatting, so it was left alone",
        cure="看看有没有特别长的名字、特别的写法；改得普通一点，再运行 handbill fmt / "
        "look for a very long name or an unusual notation, make it plain, and run handbill fmt "
        "again",
        why="整理以后马上再读一遍，和原来的比；不一样就不写。名字超过一千个字的字段，YAML 里没有普"
        "通的写法。 / "
        "The result is read again and compared before it is written. A field name of more than a "
        "thousand characters has no plain notation in YAML.",
        wrong="? 一千多个字的名字……\n: {top: tee}",
        right="王阿姨: {top: tee}",
    ),
    "E142": Code(
        title="不是活动的文件 / Not a file of a campaign",
        text="{file} 不是 campaigns 里的内容文件 / {file} is no file of contents in campaigns",
        cure="写 campaigns 里的 .yml 文件，或者不写文件名，整理全部 / "
        "name a .yml file in campaigns, or none to format them all",
        why="handbill fmt 只认得活动、案例、漫画和地区的字段，别的文件不动。 / "
        "handbill fmt knows the fields of campaigns, cases, comics and places; it leaves other "
        "files alone.",
        wrong="handbill fmt mkdocs.yml",
        right="handbill fmt campaigns/job-seeking/help.yml",
    ),
    "E730": Code(
        title="编辑器不知道存到哪里 / The editor has nowhere to save to",
        text="mkdocs.yml 的 repo_url：{value} / repo_url in mkdocs.yml: {value}",
        cure="写上网站文件所在仓库的网址（GitHub、GitLab 或者 Codeberg）；只在自己电脑上用，就不"
        "写 admin: true / "
        "set it to the address of the site's repository (GitHub, GitLab or Codeberg); to edit on "
        "your own computer only, leave admin: true out",
        why="放到网站上的编辑器，改完要存回仓库。地址不能猜。在自己电脑上用 handbill admin，不需要"
        "这个地址。 / "
        "An editor on a website saves to a repository, and its address cannot be guessed. "
        "handbill admin on your own computer does without.",
        wrong="plugins:\n  - handbill:\n      admin: true",
        right="repo_url: https://github.com/…/…\nplugins:\n  - handbill:\n      admin: true",
    ),
    "E731": Code(
        title="缺编辑器 / The editor itself is missing",
        text="要放到网站上，可是没有 {file} / it is to be published, but there is no {file}",
        cure="用 handbill admin --package 放进去，见编辑指南“网页编辑器” / "
        "put it there with handbill admin --package; see the guide",
        why="编辑器是别人的软件（Sveltia CMS，MIT 许可），要自己下载。生成网站时从不下载任何东西，"
        "网页也不从别的网站取程序。 / "
        "The editor is other people's software (Sveltia CMS, MIT) that you fetch yourself. A "
        "build never downloads anything, and pages load no script from elsewhere.",
        wrong="admin/index.html  admin/config.yml",
        right="admin/index.html  admin/config.yml  admin/sveltia-cms.js",
    ),
    "E732": Code(
        title="编辑器不是核对过的版本 / Not the editor's version that was tried",
        text="{file} 不是 {version} 版的 sveltia-cms：{found} / "
        "{file} is not the package of sveltia-cms {version}: {found}",
        cure="下载指南里写的那一版；一定要用别的版本，自己放进 admin 文件夹 / "
        "fetch the version that the guide names; to use another all the same, put it into admin "
        "yourself",
        why="编辑器能改网站的全部文件。只接受逐字节核对过的那一版，就不怕下载时被人换掉。 / "
        "The editor may change every file of the site. Taking only the version that was checked, "
        "byte for byte, leaves no room for one that was swapped on the way.",
        wrong="handbill admin --package download.tgz",
        right="handbill admin --package sveltia-cms-0.221.1.tgz",
        found_by="admin：下载的编辑器是运行时写的 / admin: the download is named when it runs",
    ),
}
