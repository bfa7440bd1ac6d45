"""E18x and W18x: settings of mkdocs.yml that Handbill takes, and what its docs/ may hold."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E180": Code(
        title="插件没有这个选项 / No such option of the plugin",
        text="handbill 插件没有“{name}”这个选项 / the handbill plugin has no option “{name}”",
        cure="可以写的有：{known} / options: {known}",
        why="写错的选项不起作用：以为打开了的，其实没有打开。 / "
        "An option that is mistyped has no effect: what was meant to be on is off.",
        wrong="plugins:\n  - handbill:\n      admn: true",
        right="plugins:\n  - handbill:\n      admin: true",
    ),
    "E181": Code(
        title="插件的选项写法不对 / Malformed option of the plugin",
        text="{name}: {value}——{reason} / {name}: {value}: {reason}",
        cure="改好这一行；要默认的就删掉它 / mend the line, or delete it for the default",
        why="admin 写 true 或者 false；campaigns、templates 写文件夹；leave 写网址。 / "
        "admin is true or false; campaigns and templates are folders; leave is an address.",
        wrong="plugins:\n  - handbill:\n      admin: 'yes'",
        right="plugins:\n  - handbill:\n      admin: true",
    ),
    "E187": Code(
        title="站点设置写法不对 / Malformed setting of the site",
        text="{name}: {value}——{reason} / {name}: {value}: {reason}",
        cure="改好这一行；要默认的就删掉它 / mend the line, or delete it for the default",
        why="site_name、copyright 是文字，docs_dir、site_dir 是文件夹的名字；列表、数字、看不见的"
        "控制符都不行。 / "
        "site_name and copyright are texts, docs_dir and site_dir are names of folders; none is a "
        "list, a number, or holds a character that cannot be seen.",
        wrong="site_name: [求职先核实]",
        right="site_name: 求职先核实",
    ),
    "E188": Code(
        title="构建日期写法不对 / Malformed date of the build",
        text="环境变量 {name} 是“{value}”，不是秒数 / "
        "the environment's {name} is “{value}”, which is no number of seconds",
        cure="写成 1970 年以来的秒数，或者去掉这个环境变量 / "
        "give the seconds since 1970, or unset it",
        why="设了 SOURCE_DATE_EPOCH，MkDocs 就用它作网站地图里的日期；不设时用活动的日期。 / "
        "MkDocs takes the date of the site map from it; without it, it is the campaign's.",
        wrong="SOURCE_DATE_EPOCH=2026-11-24",
        right="SOURCE_DATE_EPOCH=1795478400",
    ),
    "E189": Code(
        title="docs/ 里的文件太大 / A file of docs/ is too large",
        text="这个文件有 {size} 字节，上限是 {limit} 字节 / "
        "this file has {size} bytes; the limit is {limit}",
        cure="一页分成几页；录像、大图放到别处，页面上写网址，或者先压小 / "
        "divide a page into several; keep films and large images elsewhere and link to them, or make "
        "them smaller",
        why="docs/ 里的东西全部进网站。一页超过 1 MB，生成要好几分钟，手机也打不开；超过 100 MB 的"
        "文件，GitHub Pages 一类的地方不收。 / "
        "All of docs/ goes on the site. A page above 1 MB takes minutes to build, and no telephone "
        "opens it; a file above 100 MB is refused by GitHub Pages and its like.",
        wrong="docs/about.md  2.4 MB",
        right="docs/about.md  12 KB",
    ),
    "W180": Code(
        title="没有打开插件 / Plugin not switched on",
        text="mkdocs.yml 的 plugins 里没有 handbill / plugins of mkdocs.yml does not list handbill",
        cure="在 plugins 里加一行 - handbill / add “- handbill” to plugins",
        why="没有这一行，生成的网站里就没有活动的任何网页和印刷品。 / "
        "Without it the site has no page and no sheet of any campaign.",
        wrong="plugins:\n  - search",
        right="plugins:\n  - handbill",
    ),
}
