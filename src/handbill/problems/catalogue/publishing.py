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
    "E935": Code(
        title="网站没有回答 / The site does not answer",
        text="{url}：{reason} / {url}: {reason}",
        cure="看网址对不对，服务器开着没有，证书过期没有 / "
        "see whether the address is right, the server is on and its certificate still "
        "holds",
        why="网址打不开，墙上的二维码都扫不开。 / "
        "While the address does not open, no QR code on a wall does.",
        wrong="https://example.org/ 503",
        right="https://example.org/ 200",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E936": Code(
        title="这里没有做好的网站 / No finished site lies here",
        text="{path} 里没有做好的网站，没有可以比的 / "
        "{path} holds no finished site to compare with",
        cure="先 handbill build / run handbill build first",
        why="比的是这里的网站和网上的是不是同一个。 / "
        "What lies here is compared with what answers.",
        wrong="handbill publish --check https://example.org/",
        right="handbill build",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W936": Code(
        title="不是 HTTPS / Not HTTPS",
        text="{url} 不加密 / {url} is not encrypted",
        cure="在服务器上装证书，http:// 的都跳到 https:// / "
        "install a certificate, and redirect http:// to https://",
        why="不加密，路上的人能看见谁在看“我遇到了”，也能改网页上的电话。 / "
        "Without it, others on the way see who reads the help page, and can change its "
        "numbers.",
        wrong="http://example.org/",
        right="https://example.org/",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W937": Code(
        title="没有写网站的网址 / The address of the site is not known",
        text="mkdocs.yml 没有 site_url，纸上的二维码不指向 {url} / "
        "mkdocs.yml has no site_url: no QR code leads to {url}",
        cure="写上 site_url，重新生成、发布 / write site_url, build and publish again",
        why="没有网址，每张资料都是样张。 / Without it every sheet is a specimen.",
        wrong="site_name: 高温天，照顾好自己",
        right="site_url: https://example.org/",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E937": Code(
        title="有文件取不到 / Files cannot be had",
        text="{count} 个文件取不到：{files} / {count} files cannot be had: {files}",
        cure="传全了没有，看服务器让不让读；IIS 要写明后缀 / "
        "see that all is uploaded and may be read; IIS must be told of suffixes",
        why="少一个文件，网页就缺样式、搜索或者资料。 / "
        "With a file missing, a page lacks its look, its search or a sheet.",
        wrong="assets/site.css 404",
        right="assets/site.css 200",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E938": Code(
        title="跳到别处去了 / The site leads elsewhere",
        text="{url} 跳转不对：{reason} / {url} redirects wrongly: {reason}",
        cure="改服务器的跳转：只在自己的网址里，跳一两次就到；换了域名，site_url 也换 / "
        "mend the redirects: within the site's own address, one or two at most; for a new"
        " domain change site_url",
        why="跳到别的域名，扫码的人就到了别人那里；没完没了的，打不开。 / "
        "A redirect to another host takes whoever scans to somebody else; one without an "
        "end never opens.",
        wrong="301 http://127.0.0.1:8080/",
        right="301 https://example.org/p/a/",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E939": Code(
        title="没有的网页没有回 404 / A missing page is not told as 404",
        text="没有的网页 {path} 回的是 {found} / "
        "{path}, which does not exist, is answered with {found}",
        cure="照服务器设置写 404 页 / set the page for 404 as the guide says",
        why="回 200，搜索引擎会收进去，撤下的资料看起来还在。 / "
        "With 200, search engines keep it, and a withdrawn sheet seems to be there.",
        wrong="200",
        right="404",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W939": Code(
        title="404 不是我们的那一页 / The 404 page is not ours",
        text="{path} 回了 404，但不是网站的 404.html / "
        "{path} is answered with 404, but not with 404.html of the site",
        cure="照服务器设置写 404 页；在子目录的，路径写全 / "
        "set the page for 404 as the guide says, with the whole path of a site in a "
        "folder",
        why="我们的那一页有电话、搜索和首页。 / "
        "Ours has the emergency number, search and the home page.",
        wrong="404 Not Found",
        right="404.html",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E940": Code(
        title="二维码扫不开 / QR codes lead nowhere",
        text="二维码去的网页，看了 {tried} 个（共 {of} 个），有 {count} 个打不开：{files} / "
        "of {tried} pages that QR codes lead to (of {of}), {count} do not open: {files}",
        cure="把 p/ 里的文件传全，看大小写 / upload all of p/, and mind capitals",
        why="纸贴出去了，二维码只有一个去处。 / A sheet on a wall has one place to lead to.",
        wrong="p/dongshan/ 404",
        right="p/dongshan/ 200",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W941": Code(
        title="服务器少一个响应头 / A header is missing",
        text="{name} 应该是 {value}，收到的是 {found}：{files} / "
        "{name} should say {value}, came as {found}: {files}",
        cure="照服务器设置写；GitHub Pages 这样的设不了，可以不管 / "
        "set it as the guide says; hosts such as GitHub Pages cannot",
        why="有这些，别的网站装不进自己的框里冒充，撤下的资料不从缓存里再冒出来。 / "
        "With these, no other site shows ours in a frame of its own, and no withdrawn "
        "sheet comes back from a cache.",
        wrong="X-Frame-Options: –",
        right="X-Frame-Options: DENY",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W942": Code(
        title="求助小窗装不进框 / The help frame may not be framed",
        text="{path} 不许放进框里 / {path} may not be shown in a frame",
        cure="照服务器设置，把 /embed/ 除外 / leave /embed/ out, as the guide does",
        why="这一页就是给别的网站放进框里的。 / This page is made for frames of other sites.",
        wrong="/embed/help.html frame-ancestors 'none'",
        right="/embed/help.html",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E943": Code(
        title="文件类型错了，网页用不了 / Wrong types break pages",
        text="类型不对：{files} / wrong types: {files}",
        cure="在服务器上把后缀和类型写对 / give these suffixes their type on the server",
        why="类型不对的样式和脚本，浏览器不收。 / "
        "Browsers refuse styles and scripts of another type.",
        wrong="site.css text/plain",
        right="site.css text/css",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W943": Code(
        title="文件类型不对 / Wrong types",
        text="类型不对：{files} / wrong types: {files}",
        cure="在服务器上把后缀和类型写对 / give these suffixes their type on the server",
        why="手机按类型决定用什么打开。 / Phones decide by the type what opens a file.",
        wrong="a.docx application/octet-stream",
        right="a.pdf application/pdf",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W944": Code(
        title="没有说明是 UTF-8 / UTF-8 is not said",
        text="编码不对：{files} / wrong charset: {files}",
        cure="在服务器上写 charset utf-8 / set charset utf-8 on the server",
        why="文字稿会变成乱码。 / Plain texts come out garbled.",
        wrong="text/plain",
        right="text/plain; charset=utf-8",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E945": Code(
        title="Git 的文件公开了 / Files of Git are public",
        text="能取到 {files} / {files} can be had",
        cure="别把 .git 放进网站；服务器上不许取点开头的文件 / "
        "keep .git out of the site, and deny files that begin with a dot",
        why="里面可能有没有公开的稿子、删掉的内容和账号。 / "
        "It may hold drafts, what was removed, and accounts.",
        wrong=".git/HEAD 200",
        right=".git/HEAD 404",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W945": Code(
        title="文件夹能看到列表 / Folders list their files",
        text="{files} 列出了里面的文件 / {files} show a list of their files",
        cure="关掉目录列表 / switch listing off",
        why="没有链接的文件，也让人看见了。 / Files that nothing links to are seen as well.",
        wrong="Index of /assets/",
        right="403",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E946": Code(
        title="网上的不是这一个 / Another build answers",
        text="看过的 {tried} 个文件和文件列表里，有 {count} 个和这里的不一样：{files} / "
        "of {tried} files and the list of files, {count} are not as they lie here: "
        "{files}",
        cure="重新发布；刷新 CDN 的缓存；服务商改网页（压缩、加统计）的，关掉 / "
        "publish again, clear the cache of a CDN, and switch off what changes pages on "
        "the way",
        why="旧的网站上，还留着撤下的资料和旧的号码。 / "
        "An older site still has sheets that were withdrawn, and old numbers.",
        wrong="index.html ≠",
        right="index.html =",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E947": Code(
        title="网站在另一个路径 / The site is at another path",
        text="{url} 的路径是 {path}，mkdocs.yml 里写的是 {told} / "
        "the path of {url} is {path}; mkdocs.yml has {told}",
        cure="改 site_url 重新生成，或者放到 {told} / "
        "change site_url and build again, or move the site to {told}",
        why="二维码和 404 页里的链接都从这个路径算起。 / "
        "QR codes and links of the 404 page begin at that path.",
        wrong="site_url: https://example.org/",
        right="site_url: https://example.org/fcx/",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W947": Code(
        title="二维码指向另一个网址 / QR codes lead to another host",
        text="看的是 {url}，二维码指向 {told} / {url} is tried; QR codes lead to {told}",
        cure="以后还用那个网址，就在那里再看一次；不用了，改 site_url / "
        "try that one, too; if it is given up, change site_url",
        why="扫码的人去的是 site_url。 / Whoever scans goes to site_url.",
        wrong="site_url: https://old.example/",
        right="site_url: https://example.org/",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E948": Code(
        title="时间到了，没有看完 / Time is over",
        text="看了 {count} 个文件，停在 {url} / {count} files were tried, up to {url}",
        cure="网站太慢，换个时候再看 / the site is slow: try again at another time",
        why="一次最多看两分钟，一个回答最多等十秒。 / "
        "A trial takes two minutes at most, an answer ten seconds.",
        wrong="120 s",
        right="20 s",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "W948": Code(
        title="只看了一部分二维码 / Some QR codes were tried",
        text="{of} 个地区的网页，均匀看了 {tried} 个 / "
        "of {of} pages of places, {tried} were tried, evenly spread",
        cure="要全看，用 handbill verify --site 比整个文件夹 / "
        "to compare all, take handbill verify --site",
        why="一个一个全看，服务器会当成攻击。 / Thousands of questions look like an attack.",
        wrong="3000",
        right="40",
        found_by="publish --check：网站运行起来才看得到 / "
        "publish --check: it shows only in a site that runs",
    ),
    "E950": Code(
        title="设置文件已经有了，内容不一样 / Settings are there already, and differ",
        text="{files} 已经有了，和 {host} 现成的不一样 / {files} are there, and are not as made for {host}",
        cure="写到另一个文件夹，比一比，再把要的几行抄过去 / "
        "write them to another folder, compare, and take over the lines that you want",
        why="您改过的设置不能一声不响地盖掉。 / "
        "Settings that you have changed are never written over without a word.",
        wrong="handbill publish --files docker .",
        right="handbill publish --files docker ../ready",
        found_by="publish --files：文件夹是运行时写的 / publish --files: the folder is named when it runs",
    ),
}
