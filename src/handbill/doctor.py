"""What this computer has and lacks for making a campaign, and how to get what is missing."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from handbill.problems.code import Both

if TYPE_CHECKING:
    import typst

OLDEST_PYTHON = (3, 11)
ROOM_MB = 500
"""Free disk, in MB, below which a build of the flagship and its packs may not fit."""
TEST_CHARACTERS = "求职核实停查报①②①８：；“”《》—…·硚涢淝浐昇龘0123456789"
"""Characters that sheets need: titles, full-width marks, and place names outside GB 2312."""
IN_CHINA = ("ug", "bo", "mn-Mong", "mn-Cyrl", "za", "ii", "ko", "kk-Arab")
"""Languages of China besides Chinese: whether sheets can be set in them."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LONG_PATHS = r"SYSTEM\CurrentControlSet\Control\FileSystem"


class State(StrEnum):
    """How one thing stands: as it must be; usable with a caveat; or stopping the work."""

    OK = "ok"
    ADVICE = "advice"
    MISSING = "missing"


MARKS = {State.OK: "✓", State.ADVICE: "!", State.MISSING: "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. found: what there is; cure: what to do, None when nothing is."""

    subject: Both
    state: State
    found: Both
    cure: Both | None = None

    @property
    def serious(self) -> bool:
        """Whether Handbill cannot do its work until this is put right."""
        return self.state is State.MISSING

    def line(self, lang: str) -> str:
        """Returns the finding in the language `zh` or `en`: one line, and one below it for the
        cure."""
        colon = ": " if lang.startswith("en") else "："
        text = f"{MARKS[self.state]} {self.subject.get(lang)}{colon}{self.found.get(lang)}"
        return f"{text}\n    → {self.cure.get(lang)}" if self.cure else text


def examine(folder: Path | None = None) -> list[Finding]:
    """Look at everything; whatever goes wrong becomes a finding.

    folder: the site's folder, for write access and disk space; the current one when None.
    """
    folder = folder or Path.cwd()
    findings: list[Finding] = []
    for subject, look in LOOKS.items():
        try:
            findings.extend(look(folder))
        except Exception as error:  # a doctor reports, whatever the patient does
            said = _plain(f"{type(error).__name__}: {error}")
            findings.append(Finding(_plain(subject), State.MISSING, said, REINSTALL))
    return findings


def _plain(text: str) -> Both:
    """A text that is the same in both languages: a name, a version, a path."""
    return Both(text, text)


REINSTALL = Both(
    "重新安装：在源码文件夹运行 python3 scripts/build.py，或 pip install --force-reinstall handbill",
    "install anew: python3 scripts/build.py in a source tree, or "
    "pip install --force-reinstall handbill",
)


def _python(_folder: Path) -> Iterator[Finding]:
    bits = 64 if sys.maxsize > 2**32 else 32
    found = _plain(f"{platform.python_version()}, {bits} bit, {sys.executable}")
    fit = sys.version_info >= OLDEST_PYTHON and bits == 64
    oldest = ".".join(map(str, OLDEST_PYTHON))
    cure = Both(
        f"请安装 64 位 Python {oldest} 或更新的版本", f"install 64-bit Python {oldest} or newer"
    )
    yield Finding(
        _plain("Python"), State.OK if fit else State.MISSING, found, None if fit else cure
    )


def _dependencies(_folder: Path) -> Iterator[Finding]:
    from packaging.requirements import Requirement

    subject = Both("依赖的软件包", "packages")
    try:
        needed = metadata.requires("handbill") or []
    except metadata.PackageNotFoundError:
        found = Both(
            "handbill 没有安装，只是放在路径上", "handbill is not installed, only on the path"
        )
        yield Finding(subject, State.MISSING, found, REINSTALL)
        return
    fit = []
    for requirement in map(Requirement, needed):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            found = Both(f"没有 {requirement.name}", f"{requirement.name} is not there")
            yield Finding(subject, State.MISSING, found, _install(str(requirement)))
            continue
        if requirement.specifier.contains(version, prereleases=True):
            fit.append(f"{requirement.name} {version}")
        else:
            found = Both(
                f"{requirement.name} 是 {version}，需要 {requirement.specifier}",
                f"{requirement.name} is {version}, {requirement.specifier} is needed",
            )
            yield Finding(subject, State.MISSING, found, _install(str(requirement)))
    yield Finding(subject, State.OK, _plain(", ".join(sorted(fit))))


def _install(requirement: str) -> Both:
    return _plain(f'{Path(sys.executable).name} -m pip install "{requirement}"')


def _fonts(_folder: Path) -> Iterator[Finding]:
    from handbill.load.fonts import FAMILIES, FOLDER_VARIABLE
    from handbill.render.fonts import font_report, load_fonts

    report = font_report()
    for font in report:
        subject = Both(f"字体 {font.family}", f"font {font.family}")
        if not font.found:
            wheel = FAMILIES[font.family].replace("_", "-")
            cure = Both(
                f"安装 {wheel}，或把字体放进一个文件夹，并让环境变量 {FOLDER_VARIABLE} 指向它",
                f"install {wheel}, or put the font into a folder and let the environment variable "
                f"{FOLDER_VARIABLE} name it",
            )
            yield Finding(subject, State.MISSING, Both("没有找到", "not found"), cure)
    if not all(font.found for font in report):
        return
    fonts = load_fonts()
    for font in report:
        subject = Both(f"字体 {font.family}", f"font {font.family}")
        where = str(font.origin) if font.origin else Both("系统", "system")
        place = where if isinstance(where, Both) else _plain(where)
        lacking = _lacking(font.family, fonts)
        if lacking:
            found = Both(f"{place.zh}，缺字：{lacking}", f"{place.en}, lacks: {lacking}")
            cure = Both(
                f"换一份完整的 {font.family}；取消环境变量 {FOLDER_VARIABLE} 就用自带的字体",
                f"use a complete {font.family}; without the environment variable "
                f"{FOLDER_VARIABLE} the one that comes along is taken",
            )
            yield Finding(subject, State.ADVICE, found, cure)
        else:
            weights = _weights(font.family, fonts)
            found = Both(
                f"{place.zh}（字重 {weights.zh}；生僻地名用字齐全）",
                f"{place.en} (weights {weights.en}; rare place-name characters are there)",
            )
            yield Finding(subject, State.OK, found)


def _named_fonts(_folder: Path) -> Iterator[Finding]:
    """What there is to use in the folder of fonts that the user names."""
    from handbill.load.fonts import FAMILIES, FOLDER_VARIABLE, named_folder, other_families
    from handbill.render.fonts import font_report

    if not (named := named_folder()):
        return
    own = [one.name for one in other_families() if one.extra is None]
    own += [one.family for one in font_report() if one.origin == named]
    subject = Both(f"字体文件夹 {FOLDER_VARIABLE}", f"folder of fonts {FOLDER_VARIABLE}")
    if own:
        yield Finding(subject, State.OK, _plain(f"{named} ({', '.join(own)})"))
        return
    there = Both("没有字体", "has no fonts") if named.is_dir() else Both("没有", "is not there")
    found = Both(f"{named} {there.zh}，没有用上", f"{named} {there.en}, and is of no use")
    cure = Both(
        f"里面要有 .ttf、.otf、.ttc；要用的是 {'、'.join(FAMILIES)} 以外的字，就放有那些字的字体",
        "put .ttf, .otf or .ttc files there that have the characters which "
        f"{' and '.join(FAMILIES)} lack",
    )
    yield Finding(subject, State.ADVICE, found, cure)


def _languages(folder: Path) -> Iterator[Finding]:
    """Which scripts and languages sheets can be set in, with which font."""
    from handbill.load.fonts import EXTRAS, other_families
    from handbill.load.glyphs import load_glyphs
    from handbill.load.letters import SCRIPTS, letters_of
    from handbill.words.languages import script_name

    if not (glyphs := load_glyphs()):
        return
    families = {script: glyphs.family_of(letters) for script, letters in SCRIPTS.items()}

    def listed(family: str | None, lang: str) -> str:
        names = (script_name(one, lang) for one, its in families.items() if its == family)
        return (", " if lang == "en" else "、").join(names)

    able = list(dict.fromkeys(filter(None, families.values())))
    yield Finding(
        Both("能排的文字", "scripts that can be set"),
        State.OK,
        Both(
            "；".join(f"{one}：{listed(one, 'zh')}" for one in able),
            "; ".join(f"{one}: {listed(one, 'en')}" for one in able),
        ),
    )
    installed = {family.extra for family in other_families()}
    extras = ",".join(dict.fromkeys(one.extra for one in EXTRAS if one not in installed))
    more = f'pip install "handbill[{extras}]"'
    if None in families.values():
        yield Finding(
            Both("没有字体的文字", "scripts without a font"),
            State.OK,
            Both(listed(None, "zh"), listed(None, "en")),
            Both(f"需要时：{more}，或者{_FOLDER.zh}", f"if needed: {more}, or {_FOLDER.en}")
            if extras
            else _FOLDER,
        )
    for language in IN_CHINA:
        yield _language(language, glyphs.family_of(letters_of(language)), State.OK)
    files = folder.glob("campaigns/*/locale/*.po")
    for language in sorted({file.stem for file in files} - set(IN_CHINA)):
        yield _language(language, glyphs.family_of(letters_of(language)), State.ADVICE)


def _language(language: str, family: str | None, otherwise: State) -> Finding:
    """Whether a language can be set. otherwise: how it stands where no font has its letters."""
    from handbill.load.letters import VERTICAL
    from handbill.words.languages import language_name, script_of

    subject = Both(
        f"语言 {language_name(language, 'zh')}", f"language {language_name(language, 'en')}"
    )
    if script_of(language) in VERTICAL:
        found = Both("这种文字竖排，印刷品只能横排", "written in columns; sheets have lines only")
        cure = Both("可以用西里尔字母（mn-Cyrl）写", "it can be written in Cyrillic (mn-Cyrl)")
        return Finding(subject, otherwise, found, cure)
    if family:
        return Finding(subject, State.OK, Both(f"用 {family}", f"in {family}"))
    return Finding(subject, otherwise, Both("没有字体", "no font"), _FOLDER)


_FOLDER = Both(
    "把有这些字的字体（例如 Noto，SIL OFL）放进一个文件夹，让环境变量 HANDBILL_FONTS 指向它",
    "put fonts that have the letters (Noto, say, under the SIL OFL) into a folder and let the "
    "environment variable HANDBILL_FONTS name it",
)


def _weights(family: str, fonts: typst.Fonts) -> Both:
    """The weights there are: every one of a variable font, which Typst lists by its lightest."""
    files = [font for font in fonts.fonts() if font.family == family]
    if any(re.search(r"-VF\b|\[.*wght|Variable", Path(font.path or "").name) for font in files):
        return Both("可变", "variable")
    return _plain("/".join(map(str, sorted({font.weight for font in files}))))


def _lacking(family: str, fonts: typst.Fonts) -> str:
    """Those of TEST_CHARACTERS that the family cannot set, as Typst itself says."""
    return "".join(
        character
        for character in dict.fromkeys(TEST_CHARACTERS)
        if _set_in(family, TEST_CHARACTERS, fonts) is not None
        and _set_in(family, character, fonts) is not None
    )


def _set_in(family: str, text: str, fonts: typst.Fonts) -> str | None:
    """None when Typst sets the text in the family alone, else what it says against it."""
    import typst

    source = (
        '#set document(title: "x")\n'
        f'#set text(font: "{family}", fallback: false, lang: "zh", region: "cn")\n{text}'
    )
    try:
        typst.compile(source.encode(), font_paths=fonts, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return str(error)
    return None


def _typst(_folder: Path) -> Iterator[Finding]:
    from handbill.render.fonts import load_fonts

    said = _set_in("Noto Sans CJK SC", "查一查", load_fonts())
    subject = Both("排版引擎 Typst", "typesetter Typst")
    if said is None:
        yield Finding(subject, State.OK, Both("能做出 PDF", "makes a PDF"))
    else:
        yield Finding(subject, State.MISSING, _plain(said.splitlines()[0]), REINSTALL)


def _search(_folder: Path) -> Iterator[Finding]:
    subject = Both("搜索 Pagefind", "search Pagefind")
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--version"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        last = said.splitlines()[-1] if said else str(done.returncode)
        yield Finding(subject, State.MISSING, _plain(last), _install("pagefind[extended]"))
    elif not _is_extended():
        found = Both(
            "只有基本版，不会给中文分词", "the plain edition, which cannot segment Chinese"
        )
        yield Finding(subject, State.MISSING, found, _install("pagefind[extended]"))
    else:
        version = re.search(r"[0-9]+\.[0-9]+\S*", said)
        found = Both("可以给中文分词", "segments Chinese")
        number = version.group() if version else ""
        yield Finding(subject, State.OK, Both(f"{number} {found.zh}", f"{number} {found.en}"))


def _is_extended() -> bool:
    try:
        metadata.version("pagefind-bin-extended")
    except metadata.PackageNotFoundError:
        return False
    return True


def _templates(folder: Path) -> Iterator[Finding]:
    from handbill.resources import default_templates

    subject = Both("自带的模板", "templates that come along")
    yield Finding(subject, State.OK, _plain(str(default_templates())))
    own = folder / "templates"
    if own.is_dir() and own.resolve() != default_templates().resolve():
        count = sum(1 for file in own.rglob("*") if file.is_file())
        found = Both(
            f"{own}（盖过自带的文件：{count}）", f"{own} (files that win over ours: {count})"
        )
        yield Finding(Both("站点自己的模板", "the site's own templates"), State.OK, found)


def _room(folder: Path) -> Iterator[Finding]:
    subject = Both("文件夹", "folder")
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        yield Finding(subject, State.OK, Both(f"{folder} 可以写入", f"{folder} can be written to"))
    except OSError:
        found = Both(f"{folder} 不能写入", f"{folder} cannot be written to")
        cure = Both("把站点放到可以写入的地方，例如主目录", "move the site to where you may write")
        yield Finding(subject, State.MISSING, found, cure)
    free = shutil.disk_usage(folder).free // 1_000_000
    found = Both(f"剩余 {free} MB", f"{free} MB free")
    short = free < ROOM_MB
    cure = Both(f"请腾出至少 {ROOM_MB} MB", f"make room: at least {ROOM_MB} MB")
    yield Finding(
        Both("磁盘", "disk"), State.ADVICE if short else State.OK, found, cure if short else None
    )


def _system(_folder: Path) -> Iterator[Finding]:
    encoding = sys.getfilesystemencoding()
    subject = Both("文件名编码", "encoding of file names")
    if encoding.lower() == "utf-8":
        yield Finding(subject, State.OK, _plain(encoding))
    else:
        cure = Both("设置环境变量 PYTHONUTF8=1", "set the environment variable PYTHONUTF8=1")
        yield Finding(subject, State.ADVICE, _plain(encoding), cure)
    if sys.platform == "win32" and not _long_paths():
        cure = Both(
            "资料包里的文件名较长。把站点放在短路径下（例如 C:\\handbill），或由管理员打开长路径支持",
            "file names in packs are long. Keep the site in a short path (C:\\handbill, say) or have "
            "an administrator switch long paths on",
        )
        found = Both("没有打开（限 260 个字符）", "off (260 characters at most)")
        yield Finding(Both("Windows 长路径", "Windows long paths"), State.ADVICE, found, cure)


def _long_paths() -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, LONG_PATHS) as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return True


def _browser(_folder: Path) -> Iterator[Finding]:
    subject = Both("浏览器（只用于测试）", "browser (for the tests only)")
    there = next(filter(None, map(shutil.which, BROWSERS)), None)
    if there:
        yield Finding(subject, State.OK, _plain(there))
    else:
        cure = Both(
            "只有运行浏览器测试才需要。Debian、Ubuntu：sudo apt install chromium",
            "needed by the browser tests only. Debian, Ubuntu: sudo apt install chromium",
        )
        yield Finding(subject, State.ADVICE, Both("没有找到 Chromium", "no Chromium found"), cure)


LOOKS: dict[str, Callable[[Path], Iterator[Finding]]] = {
    "Python": _python,
    "packages": _dependencies,
    "fonts": _fonts,
    "folder of fonts": _named_fonts,
    "languages": _languages,
    "Typst": _typst,
    "Pagefind": _search,
    "templates": _templates,
    "folder": _room,
    "system": _system,
    "browser": _browser,
}
"""What is looked at, in this order."""
