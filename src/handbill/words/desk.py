"""What the desk says, in Chinese and English. No page for readers says any of it, and no translation
of a campaign: it is the program's own, as its messages are."""

from __future__ import annotations

from collections.abc import Mapping

from handbill.words.making import MAKING

WORDS: Mapping[str, tuple[str, str]] = {
    # The frame of every page.
    "desk": ("工作台", "Desk"),
    "skip": ("跳到正文", "Skip to the content"),
    "areas": ("各处", "Areas"),
    "other_language": ("English", "中文"),
    "home": ("首页", "Home"),
    "start": ("起步", "First steps"),
    "contents": ("内容", "Content"),
    "problems": ("要改的", "To mend"),
    "versions": ("以前的版本", "Earlier versions"),
    "expiring": ("到期", "Due dates"),
    "only_here": ("只在这台电脑上，别人看不见。", "On this computer only; nobody else sees it."),
    "not_found": ("没有这一页", "There is no such page"),
    "not_found_text": (
        "它可能改了名字，或者已经删掉。",
        "It may have another name now, or be gone.",
    ),
    "to_home": ("回到首页", "Back to the home page"),
    # Home.
    "sheet_now": ("现在的样子", "As it is now"),
    "sheet_missing": ("还画不出来：先看看要改的。", "Not drawn yet: see what is to be mended."),
    "take_sheet": ("取出这一张", "Take this sheet"),
    "take": ("下载 {size}", "Download {size}"),
    "specimen_now": (
        "这还是样张，不能张贴。还缺：{lacking}。",
        "This is still a specimen, not to be posted. Missing: {lacking}.",
    ),
    "complete_now": ("已经齐了，可以打印。", "All is there; it can be printed."),
    "go_on": ("填起步的几项", "Fill in the first steps"),
    "which_sheet": ("看哪一张", "Which sheet"),
    "show": ("看", "Show"),
    "all_well": ("没有要改的。", "There is nothing to mend."),
    "count_errors": ("{count} 处要改好才能印", "{count} to mend before printing"),
    "count_warnings": ("{count} 处请看一眼", "{count} to look at"),
    "unsaved_files": ("没有保存的改动", "Changes that are not saved"),
    # A new site.
    "new_title": ("新做一个活动", "A new campaign"),
    "new_lead": (
        "这个文件夹还是空的。选一个样例开始，里面的话都可以换成您的。",
        "This folder is empty. Choose an example to begin with; every word of it can be changed.",
    ),
    "new_not_empty": (
        "这个文件夹里有别的东西，但没有活动。请新建一个空文件夹，把工作台的启动文件放进去再打开。",
        "This folder holds other things and no campaign. Make an empty folder and open the desk there.",
    ),
    "new_choice": ("从哪一个样例开始", "Example to begin with"),
    "new_make": ("开始", "Begin"),
    "another": ("另做一个活动", "Another campaign"),
    "another_name": ("新文件夹的名字", "Name of the new folder"),
    "another_help": (
        "放在这个文件夹的旁边。这里的内容不动。",
        "It is made beside this folder. Nothing here is changed.",
    ),
    "another_made": (
        "已经做好了。打开下面这个文件夹，双击里面的 start。",
        "It is ready. Open the folder below and double-click start in it.",
    ),
    "another_bad": (
        "这个名字不能用，或者已经有这个文件夹了。",
        "This name will not do, or there is such a folder already.",
    ),
    # First steps.
    "start_lead": (
        "填好这几项，资料上的“样张”两个字就没有了。改的时候，右边的海报跟着变。",
        "With these filled in, the specimen mark leaves the sheets. The poster changes as you type.",
    ),
    "start_site": ("网站", "Website"),
    "start_place": ("贴在哪里", "Where it is posted"),
    "start_campaign": ("电话和联系", "Numbers and contact"),
    "site_name": ("网站的名称", "Name of the website"),
    "site_url": ("网站的网址", "Address of the website"),
    "site_url_help": (
        "网站公开以后的网址，二维码指向它。还不知道就空着。",
        "Where the website will be published; QR codes lead there. Leave it empty while unknown.",
    ),
    # Forms.
    "required": ("必填", "required"),
    "example": ("例如：{example}", "Such as: {example}"),
    "today": ("今天", "Today"),
    "today_for": ("填上今天：{label}", "Fill in today: {label}"),
    "add": ("添加", "Add"),
    "add_to": ("添加：{label}", "Add: {label}"),
    "remove": ("删去", "Remove"),
    "up": ("上移", "Move up"),
    "down": ("下移", "Move down"),
    "of_item": ("{act}：{item}", "{act}: {item}"),
    "item": ("第 {number} 项", "Item {number}"),
    "count_items": ("{count} 项", "{count} items"),
    "count_places": ("{count} 个地区", "{count} places"),
    "more_fields": ("还可以填的 {count} 项", "{count} more fields that may be filled in"),
    "kept": (
        "这一项在这里改不了，原样留着。",
        "This cannot be changed here, and is kept as it is.",
    ),
    "not_set": ("（没有填）", "(not filled in)"),
    "save": ("保存", "Save"),
    "discard": ("放弃没有保存的改动", "Discard what is not saved"),
    "saved": ("已保存。", "Saved."),
    "waits": (
        "网站设置还没有保存：先改好下面标红的。别的都保存了。",
        "The site settings are not saved yet: mend what is marked below first. All else is saved.",
    ),
    "unsaved": (
        "有没保存的改动。它们记在这台电脑上，关掉也不会丢。",
        "There are changes that are not saved. They are kept on this computer and outlast a restart.",
    ),
    "cannot_show": (
        "这个文件读不懂，表格打不开它。原因：",
        "This file cannot be read, so it cannot be shown as a form. Why:",
    ),
    "look_again": ("看看改得对不对", "Check what I typed"),
    "back": ("返回", "Back"),
    "files_lead": ("选一项来改。", "Choose what to change."),
    "group_campaign": ("活动", "The campaign"),
    "group_audiences": ("对象和资料", "Audiences and their sheets"),
    "group_cases": ("案例", "Cases"),
    "group_comics": ("漫画", "Comic strips"),
    "group_shared": ("地区和网站", "Places and website"),
    "new_file": ("添加", "Add"),
    "new_file_lead": (
        "先给它一个名字。以后内容都可以改，编号不要改：它是网址。",
        "Give it a name first. All of it can be changed later but the identifier: it is an address.",
    ),
    "new_file_sort": ("添加什么", "What to add"),
    "new_file_title": ("标题", "Title"),
    "new_file_id": ("编号", "Identifier"),
    "new_file_id_help": (
        "只用小写字母、数字和减号，例如 bus-drivers。",
        "Small letters, digits and hyphens alone, such as bus-drivers.",
    ),
    "new_file_bad": ("这个编号不行，或者已经有了。", "This identifier will not do, or is taken."),
    "new_file_make": ("添加", "Add"),
    "remove_file": ("删去这一份", "Remove this file"),
    "remove_file_help": (
        "删去的留在“以前的版本”里，可以取回。",
        "What is removed stays among the earlier versions and can be brought back.",
    ),
    "removed_files": ("删去的", "Removed"),
    "on_this_page": ("这一页有", "On this page"),
    "of_site": ("网站设置", "Site settings"),
    # Problems.
    "problems_lead": (
        "每一处点开，就到了要改的地方。",
        "Each leads to the place where it is mended.",
    ),
    "must_mend": ("要改好才能印", "To mend before printing"),
    "should_see": ("请看一眼", "To look at"),
    "do_cure": ("改成“{value}”", "Change to “{value}”"),
    "is_real": ("已经换成真的号码", "It is the real number now"),
    "elsewhere": ("不在表格里：{file}", "Not in a form: {file}"),
    "problem_count": ("{count} 处", "{count}"),
    # Conflicts and versions.
    "conflict": ("别处也改了", "Changed elsewhere, too"),
    "conflict_text": (
        "您打开以后，这个文件在别处改过了。什么也没有覆盖，请选一样；没选的那一份，也留在“以前的版本”里。",
        "This file was changed elsewhere after you opened it. Nothing has been overwritten: choose one; "
        "the other is kept among the earlier versions.",
    ),
    "mine": ("我这里的", "Mine"),
    "theirs": ("别处的", "The other"),
    "take_mine": ("用我这里的", "Take mine"),
    "take_theirs": ("用别处的", "Take the other"),
    "no_difference": ("内容一样，只是写法不同。", "They say the same, written differently."),
    "other_tab": ("另一个窗口也开着这一页。", "Another window has this page open, too."),
    "gone": (
        "刚才打的字还没有留下：工作台没有在运行，或者写不进磁盘。请再打开它，看看磁盘；这一页先不要关掉。",
        "What you have typed is not kept yet: the desk is not running, or cannot write to the disk. "
        "Open it again, or see to the disk, and do not close this page before that.",
    ),
    "versions_lead": (
        "每次保存都留一份。取回哪一份，现在的也会留下。",
        "Each save keeps one. When you bring one back, the present one is kept, too.",
    ),
    "bring_back": ("取回这一份", "Bring this back"),
    "bring_back_of": ("取回 {when} 的这一份", "Bring back that of {when}"),
    "what_differs": ("和现在不同的", "What differs from now"),
    "tables_of_places": ("地区的表格", "Tables of places"),
    "no_versions": ("还没有以前的版本。", "There are no earlier versions yet."),
    # Due dates.
    "expiring_lead": (
        "这些到期要撤下，或者要再核对。",
        "These are to be taken down, or to be checked again.",
    ),
    "expiring_none": ("{days} 天以内没有到期的。", "Nothing is due within {days} days."),
    "expiring_days": ("以后几天", "Days ahead"),
    "past": ("已经过了", "past"),
    "never_done": ("还没有核对过", "never checked"),
    "due_sheets": ("要撤下的资料", "Sheets to take down"),
    "due_rest": ("要核对的", "To check again"),
    # Pictures.
    "pictures": ("照片", "Photographs"),
    "pictures_lead": (
        "把照片拖到这里，或者选一个文件。每一张都要写明是谁拍的、谁同意用、照片上有什么。",
        "Drop a photograph here, or choose a file. Each needs who took it, who allows its use, and what "
        "it shows.",
    ),
    "pictures_choose": ("选一张照片（JPEG、PNG）", "Choose a photograph (JPEG, PNG)"),
    "pictures_of": ("哪个活动的", "Campaign"),
    "pictures_drop": ("拖到这里", "Drop it here"),
    "pictures_there": ("已有的照片", "Photographs that are there"),
    "pictures_bad": (
        "这个文件用不了：只收 JPEG、PNG，30 MB 以内。",
        "This file will not do: JPEG or PNG, 30 MB at most.",
    ),
    "pictures_sending": ("正在放进来……", "Taking it in …"),
    "pictures_script": (
        "放照片要用浏览器的脚本，请打开它。",
        "To take a photograph in, the browser must run scripts.",
    ),
}
"""Words by name: Chinese, English."""


def desk_words(language: str) -> dict[str, str]:
    """Returns what the desk says in zh or en, by name."""
    return {name: said[language == "en"] for name, said in {**WORDS, **MAKING}.items()}
