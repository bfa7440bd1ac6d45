"""What the desk says of making and publishing, in Chinese and English, as `handbill.words.desk`."""

from __future__ import annotations

from collections.abc import Mapping

MAKING: Mapping[str, tuple[str, str]] = {
    "making": ("制作", "Make"),
    "making_lead": (
        "做的时候可以离开这一页，也可以停下。做不成，原来的不动。",
        "You may leave this page meanwhile, and stop it. Where it fails, what was there stays.",
    ),
    "making_unsaved": (
        "没有保存的改动不在里面。",
        "Changes that are not saved are not part of it.",
    ),
    "making_what": ("做什么", "What to make"),
    "make_site": ("网站，连同每一张 PDF", "The website, with the PDF of every sheet"),
    "make_packs": (
        "资料包：印刷厂、办公室、屏幕各一个",
        "Packs: for the print shop, the office, screens",
    ),
    "make_run": ("成批印制：每个地区一份", "A print run: a copy for each place"),
    "making_some": ("成批印制：只要几个地区、几份资料", "Print run: some places, some sheets"),
    "making_some_help": (
        "不选就是全部。按住 Ctrl（苹果电脑按 ⌘）点，可以选几个。",
        "Nothing chosen is all. Hold Ctrl (⌘ on a Mac) to choose several.",
    ),
    "making_places": ("地区", "Places"),
    "making_materials": ("资料", "Sheets"),
    "making_go": ("开始做", "Make it"),
    "job_title": ("最近一次", "The last one"),
    "job_busy": (
        "上一件还没有做完，这一件没有开始。",
        "Another one is still being made, so this has not begun.",
    ),
    "job_running": ("正在做……", "being made …"),
    "job_done": ("做好了。", "done."),
    "job_failed": ("没有做成，原因见下面。", "not done; why is told below."),
    "job_stopped": ("停下了，原来的没有动。", "stopped; what was there is untouched."),
    "job_lost": (
        "工作台关掉的时候没有做完，请再做一次。",
        "the desk was closed before it was done; make it again.",
    ),
    "stage_load": ("读内容", "reading"),
    "stage_check": ("检查", "checking"),
    "stage_compose": ("排页面", "planning pages"),
    "stage_translations": ("试画译文", "trying translations"),
    "stage_render": ("画图", "drawing"),
    "stage_site": ("做网页", "making pages"),
    "stage_search": ("编搜索", "making the search"),
    "stage_links": ("查链接", "looking at links"),
    "stage_publish": ("放好", "putting it in place"),
    "job_where": ("放在", "It lies in"),
    "job_said": ("它说的", "What it says"),
    "job_stop": ("停下", "Stop"),
    "publishing": ("发布", "Publish"),
    "publishing_lead": (
        "先看网站是不是今天的内容做的，不是就先做一遍，再放过去。要么全换上，要么一点不动。",
        "The site is made first where it is not today's, then taken there: all of it or nothing.",
    ),
    "publish_to": ("放到文件夹、U 盘", "To a folder or a stick"),
    "publish_to_where": ("文件夹", "Folder"),
    "publish_to_help": (
        "写全路径，例如 E:\\宣传。文件夹里有别的东西，不会动它。",
        "Its whole path, such as E:\\campaign. A folder that holds other things is left alone.",
    ),
    "publish_to_go": ("放过去", "Take it there"),
    "publish_zip": ("做成一个压缩包", "As one zip"),
    "publish_zip_where": ("文件名", "File"),
    "publish_zip_help": (
        "不写文件夹，就放在活动的文件夹里。",
        "Without a folder it lies in that of the campaign.",
    ),
    "publish_zip_go": ("打包", "Pack it"),
    "publish_branch": ("放到 Git 的分支", "To a branch of Git"),
    "publish_branch_where": ("分支", "Branch"),
    "publish_branch_help": (
        "在这个分支上加一个提交，别的文件不动。",
        "One commit more on that branch; your files stay as they are.",
    ),
    "publish_branch_go": ("提交", "Commit"),
    "publish_push": ("再推送到 origin", "And push to origin"),
    "publish_check": ("看看网上的", "Try the running site"),
    "publish_check_where": ("网址", "Address"),
    "publish_check_help": (
        "从外面看一遍：打不打得开，是不是这一个，二维码扫不扫得开，服务器设得对不对。最多两分钟。",
        "From outside: whether it opens, is this one, answers QR codes and is served right. Two minutes at "
        "most.",
    ),
    "publish_check_go": ("看一遍", "Try it"),
    "publish_bad": (
        "要写上放到哪里；网址写成 https://…/。",
        "Say where it goes; an address is written https://…/.",
    ),
    "places_area": ("地区", "Places"),
    "places_lead": (
        "把单位现有的表格放进来，每个地区的资料就有自己的单位和电话。先看会改什么，再写。",
        "Hand in a table of your office, and the sheets of each place bear its office and numbers. What "
        "would change is shown before it is done.",
    ),
    "places_empty": ("下载空表（Excel）", "Download an empty table (Excel)"),
    "places_filled": ("下载现有的地区（Excel）", "Download the places that there are (Excel)"),
    "places_choose": ("放进填好的表（Excel、WPS、ODS、CSV）", "Hand in a table (Excel, ODS, CSV)"),
    "places_script": (
        "放进表格要用浏览器的脚本，请打开它。",
        "To take a table in, the browser must run scripts.",
    ),
    "places_bad": (
        "这个文件用不了：要 xlsx、ods 或者 csv，60 MB 以内。",
        "This file will not do: xlsx, ods or csv, 60 MB at most.",
    ),
    "places_sending": ("正在读……", "Reading …"),
    "places_would": ("写进去会改这些", "What it would change"),
    "places_wrong": (
        "表里有要改的，什么也没有写。改好再放进来。",
        "Some cells are to be mended first. Nothing is written: mend them and hand it in again.",
    ),
    "places_same": ("和现在一样，没有要改的。", "All is as it is now; there is nothing to change."),
    "places_added": ("新增 {count} 个", "{count} new"),
    "places_changed": ("改动 {count} 个", "{count} changed"),
    "places_moved": ("换了上级 {count} 个", "{count} moved below another place"),
    "places_missing": ("表里没有、保留的 {count} 个", "{count} not in the table, kept"),
    "places_more": ("还有 {count} 个", "{count} more"),
    "places_write": ("写进去", "Write it"),
    "places_drop": ("不要这张表", "Let go of this table"),
    "places_there": ("现有 {count} 个地区", "Places there are: {count}"),
    "changes": ("变了什么", "Changes"),
    "changes_lead": (
        "最近一次有改动的生成，每张资料以前的和现在的。只比样子；别的地区、别的尺寸跟着变。",
        "Of the last build that changed a sheet: each as it was and as it is. Only how they look is "
        "compared; other places and sizes follow.",
    ),
    "changes_none": ("还没有比过，或者没有变。", "Nothing has been compared yet, or has changed."),
    "changes_other": ("变了 {count} 张", "{count} changed"),
    "changes_new": ("新加 {count} 张", "{count} new"),
    "changes_gone": ("没有了 {count} 张", "{count} gone"),
    "changes_before": ("以前", "Before"),
    "changes_now": ("现在", "Now"),
}
