"""Numbers of persons: identity cards, telephones, bank cards, plates, passports, accounts; who and
where somebody is; addresses that hide where they lead. Found by their form and their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbill.check.lint.normal import digits_plain

LOOK_ALIKE = "look-alike"
"""The rule that finds addresses that pass for others."""
_BETWEEN = r"[ \-.·•—_，、]{0,2}"
_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])(?!0000000)\d{6}[ .·-]{0,2}(?:18|19|20)\d{2}[ .·-]?(?:0[1-9]|"
    r"1[0-2])[ .·-]?(?:0[1-9]|[12]\d|3[01])"
    r"[ .·-]{0,2}\d{3}[ ]?[\dXx](?![\dXx])"
)
_OLD = re.compile(
    r"(?<!\d)\d{6}[ -]?\d{2}(?:0[1-9]|1[0-2])"
    r"(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}(?![\dXx])"
)
_CALLED_ID = re.compile(
    r"(?:身份证|证件|公民身份|身份号|证号|\bid\b|identity)[^\d。]{0,14}(\d[\d \-]{12,20}[\dXx])",
    re.IGNORECASE,
)
_TOLL_FREE = r"1([ -])8(?:00|33|44|55|66|77|88)\1[2-9]\d\d\1\d{4}(?!\d)"
"""As North America writes a number that costs nothing; a mobile one of China is written otherwise."""
_MOBILE = re.compile(
    rf"(?!{_TOLL_FREE})(?:(?<=\+86)|(?<=\+86 )|(?<=\+86-)|"
    rf"(?<!\d)(?<!\d[.-]))1{_BETWEEN}[3-9](?:{_BETWEEN}\d){{9}}(?!\d|[.,-]\d)"
)
_SPOKEN = re.compile(
    r"\bone[ -](?:three|four|five|six|seven|eight|nine)[ -](?:zero|oh|one|two|three|four|five|six|seven|"
    r"eight|nine)\b[^.\d]{0,14}\b(?:zeros|zeroes|digits|twos|threes|fours|fives|sixes|sevens|eights|nines)\b|"
    r"\bone[ -](?:three|four|five|six|seven|eight|nine)[ ,-]+(?:(?:zero|oh|one|two|three|four|"
    r"five|six|"
    r"seven|eight|nine|double|triple)[ ,-]*){6,}",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d.])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{16,19})(?![\d.])")
_CALLED_CARD = re.compile(
    r"(?:卡号|银行卡|[行信商]卡|账号|账户|户名|这张卡|卡上|转到|打到|汇到|汇入|转入|存入|打款|visa|card|"
    r"account)[^\d。]{0,16}(\d[\d \-]{13,24}\d)",
    re.IGNORECASE,
)
_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• "
    ".-]?(?=[A-Z]{0,6}[0-9])"
    "[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])|(?i:(?:licen[cs]e plate|number plate|plate|"
    "车牌)[^A-Z0-9\n{#]{0,8})"
    r"[A-Z]{1,3}[·• -]?\d{3,6}\b|"
    r"(?i:plate)[^A-Z0-9\n]{0,8}[A-Z][a-z]{1,5} [A-Z][·• -]?(?=\w*\d)[A-Z0-9]{5,6}\b"
)
_PASSPORT = re.compile(
    r"(?:护照|通行证|签证|passport|permit)[^\n。A-Z0-9]{0,8}([A-Z]{1,2}\d{7,9})|"
    r"(?<![A-Z0-9])[EGDSP]\d{8}(?!\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:微信|wechat|weixin|\bwx\b|\bvx\b|薇信|v信|加我|加微|telegram|whatsapp|抖音号|快手号|"
    r"支付宝)"
    r"(?:号|id|账号|同号)?[^A-Za-z0-9\n。，]{0,6}(?:account |contact |number |name )?(?:on |is |id |"
    r"at )?([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z])"
    r"|(?:qq|扣扣|企鹅)(?:群|号|账号)*[^\d\n。]{0,4}[1-9]\d{4,10}",
    re.IGNORECASE,
)
_WORDS_OF = re.compile(
    r"^(?:account|accounts|public|official|group|groups|official_?account|mini)", re.IGNORECASE
)
SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤甄梅乔庞樊"
    "阮凌尤岳翟殷童颜牛蒲祝霍娄]"
)
_RARER = (
    "裴柳范宓亓尚游季宁臧卞齐康伍余元卜穆萧舒屈项祝丛瞿茅蓝闵席麻强娄危盛霍虞柯卢莫房丁宣邓郁杭"
    "洪诸左崔龚程邢裘陆荣翁荀惠甄曲封芮储靳糜段富巫焦弓牧隗侯蓬仰秋仲伊宫仇栾甘厉戎祖符詹束幸司"
    "黎蓟薄印宿怀蒲邰鄂咸籍赖卓蔺屠乔胥苍闻莘党翟谭贡劳逄姬申堵冉宰郦雍桑桂濮牛寿边扈燕冀浦农温"
    "庄晏柴阎慕茹宦艾鱼古慎戈廖庾暨衡耿匡寇广禄阙欧聂荆佟滕辛樊佘佴郗乜仝"
)
ANY_SURNAME = f"(?:{SURNAME}|[{_RARER}])"
_TITLE = "(?:大妈|大爷|大叔|大娘|阿姨|奶奶|爷爷|老人|同学|老师|师傅|女士|先生|小姐|婶|嫂)?"
_WORK = (
    "护士|女工|工人|职工|教师|老师|医生|司机|学生|同学|店主|会计|保安|村民|居民|业主|老人|女孩|男孩|姑娘|"
    "小伙|大妈|大爷|农民|厨师|职员|员工|经理|主任|女儿|儿子|妻子|丈夫|母亲|父亲|班|院|厂|村|栋"
)
_VICTIM = re.compile(
    rf"(?:受害人|受害者|被骗者|被骗人|受骗者|受骗人|被骗的?学生|受骗的?学生|被骗的?老人|受骗的?老人)"
    rf"(?:[：:是叫]|名叫)?{ANY_SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}}(?=[，。（,的]|今年|现|$)"
    rf"|(?:被骗|受骗|受害|上当)[^。，]{{0,4}}(?:[：:是叫]|名叫)[^。]{{0,14}}?(?:{_WORK}){{1}}"
    rf"(?:{ANY_SURNAME}|[应向时方常高单连成计])(?!某)[\u4e00-\u9fff]{{1,2}}(?=[，。（,]|$)"
    rf"|(?:{_WORK})(?:{ANY_SURNAME}|[计应])(?!某)[\u4e00-\u9fff]{{1,2}}{_TITLE}(?:被骗|受骗|误入|上当|陷入|中招)"
    rf"|(?:受害|被骗|受骗)[^。]{{0,3}}[：:][^。]{{0,12}}(?:班|村|栋|户|院|厂){ANY_SURNAME}(?!某)"
    rf"[\u4e00-\u9fff]{{1,2}}(?=[，。（,]|$)"
    rf"|(?:^|[，。：])(?:本村|本社区|本校|本楼|本院|本镇|我村|我镇|我校|我班|隔壁|楼下|楼上|邻居|对门)的?"
    rf"{ANY_SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}}{_TITLE}[^。，]{{0,6}}(?:被骗|受骗|误入|上当|亏|欠|损失)"
    rf"|(?:名叫|叫做|叫){ANY_SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}}，[^。]{{0,6}}(?:在|住|家)"
    rf"|(?:[小老阿]{ANY_SURNAME}|{ANY_SURNAME}某)[^。]{{0,20}}\d{{1,2}}岁[^。]{{0,8}}住在?[^。，]{{0,8}}\d+(?:号楼|栋|单元)"
)
_PERSON = re.compile(
    # A name with an age, a sex or an address beside it.
    rf"(?<![\u4e00-\u9fff]){SURNAME}(?!某|\*|×)[\u4e00-\u9fff]{{1,2}}[，"
    rf",（( ]{{1,2}}(?:[男女][，, ]{{0,2}})?\d{{1,2}}岁"
    rf"|(?:叫|名叫|姓名|名字是|系|是|为|女孩|男孩|女子|男子|同学|老人|租客|"
    rf"户主){SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}}"
    rf"(?:，|,|（)[^。]{{0,12}}(?:读|住|在|\d+岁|级|班|岁|家)"
    rf"|(?:他叫|她叫|名叫|本名|真名|户主|户主姓|寻人[：:]|班|网名|"
    rf"姓名[：:]?){SURNAME}(?!某)[\u4e00-\u9fff]{{0,2}}(?:同学|，|,|（|的|。|（)"
    rf"|{SURNAME}(?!某)[\u4e00-\u9fff]{{0,2}}(?:大爷|大妈|老头|老太|阿姨|叔|婶|奶奶|爷爷|先生|"
    rf"女士|师傅)?[（(，,][^。）)]{{0,8}}\d{{1,3}}岁"
)
_HOME = re.compile(
    r"(?<!\d)\d+(?:号楼|栋|幢|座|号院|弄|排)[^。，]{0,3}\d*(?:单元|门|室|号|层|"
    r"楼)?[^。，]{0,4}\d{2,4}(?:室|号|户)?(?![年月日人元度])"
    r"|(?<!\d)\d{1,3}-\d{1,2}-\d{2,4}(?=住户|室|户|号)"
)
_LISTED = re.compile(
    rf"(?:名单|公示|人员|公布)[^。：:]{{0,8}}[：:](?:{SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}}[、，"
    rf",和 ]{{1,2}}){{1,}}"
    rf"|(?:学籍|证件|生活|户口)照[和与、](?:家庭)?(?:住址|地址)|病历[^。]{{0,8}}(?:照片|左图|"
    rf"右图|如下|见图)|(?:姓名|照片)[和与、]?(?:住址|地址)?[^。]{{0,4}}(?:见图|如下|见下|左图|"
    rf"右图)"
)
_PERSON_EN = re.compile(
    r"\b(?:[A-Z][a-z]+|[A-Z]\.) [A-Z][a-z]+(?: [A-Z][a-z]+)?,? (?:born \d|aged? \d|\d{1,2},|"
    r"\d{1,2} of|\(\d{1,2}\)|of \d+ )"
    r"|\b(?:name is|named|called) [A-Z][a-z]+(?: [A-Z][a-z]+)?,? [^.]{0,24}(?:rents|lives|years|"
    r"is \w+teen|is \w+ty)"
    r"|\b(?:[A-Z][a-z]+ ){1,2}(?:from Class|from Grade|of Class)[^.]{0,20}lives"
    r"|\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)? (?:in|of|at|from) (?:flat|room|block|staircase|"
    r"house|number|Class|Grade)\b"
    r"|\b(?:picture|photo|photograph)s? shows? [A-Z][a-z]+ [A-Z][a-z]+"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+, an? [^.,]{0,30}(?:student|pupil|worker|nurse|teacher|"
    r"widow|pensioner)\b[^.]{0,20}"
    r"(?:in|of|at|from) (?:Class|Grade|Block|No|our)"
    r"|\blives (?:alone )?at \d+ [A-Z]|\brents room \d|\b(?:flat|room|apartment) \d+ (?:in|"
    r"of) Block"
    r"|\b(?:Mr|Mrs|Ms|Miss|Old Mr|Old Mrs|Aunt|Uncle)\.? [A-Z][a-z]+ of (?:staircase|flat|block|"
    r"room|house|number|no|\d)"
    r"|\b(?:photo|picture)s? of the [^.]{0,30}(?:with (?:the )?name|name,? school|name and)|"
    r"\bWe list the (?:families|names|members|households)"
    r"|\bborn (?:on )?\d{1,2} [A-Z][a-z]+ \d{4}, (?:pupil|student|of)"
)
_SHORT = re.compile(
    r"(?<![\w.])(?:t\.cn|rebrand\.ly|adf\.ly|tiny\.cc|t\.ly|s\.id|u\.to|clck\.ru|shorte\.st|bl\.ink|qr\.ae|dwz\.\w+|url\.cn|suo\.\w+|bit\.ly|tinyurl\.\w+|goo\.gl|is\.gd|t\.co|"
    r"ow\.ly|mrw\.so|sourl\.cn|"
    r"985\.so|c7\.gg|u\.nu|rrd\.me|urlc\.cn|6du\.in|tb\.cn|m\.tb\.cn|b23\.tv|kz\.cool|rb\.gy|"
    r"cutt\.ly|x\.co|v\.gd|"
    r"shorturl\.\w+|suo\.im|980\.so|t\.hk|s\.yam\.com|dwz1?\.cc|w\.url\.cn|reurl\.cc|lnkd\.in|"
    r"buff\.ly)/\w+",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:https?:/{0,2}\\{0,2}([^\s/，。；）)”、\"'?]+))|"
    r"(?<![\w@.-])((?:[\w-]+[.。．]){1,5}[a-zA-Z]{2,12})(?![\w@])",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?:^|[.-])(?:gov|jubao|12315|12345|12321|12377|gsxt|mps|police|court|npc|chinatax|"
    r"gjzwfw)(?:[.-]|$)",
    re.IGNORECASE,
)
_LOOKS = re.compile(r"g[0o]v|12315|12345|12377|12321|jubao|gsxt|police|court|公安", re.IGNORECASE)
_GENUINE = re.compile(
    r"(?:^|\.)(?:gov|edu|mil|ac|org|court|police)\.cn$|(?:^|\.)(?:12315|12321|12377|12309|12348|"
    r"12389)\.cn$|\.gov\.\w\w$|"
    r"(?:^|\.)(?:gov|int|mil)$|\.gob\.\w\w$|(?:^|\.)github\.(?:com|io)$|(?:^|\.)gitee\.com$",
    re.IGNORECASE,
)


_ENDS = re.compile(
    r"\.(?:com|net|org|info|top|xyz|vip|club|shop|site|online|icu|ltd|link|live|app|dev|pro|biz|"
    r"fun|work|tech|example|"
    r"test|invalid|[a-z]{2})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Something personal. rule: which; code: of its problem; the stretch where it stands."""

    rule: str
    code: str
    start: int
    end: int


def personal(text: str) -> list[Found]:
    """Find numbers of persons, and who and where somebody is, in a text as it is written."""
    if not _WORTH.search(text):
        return []
    found: list[Found] = []
    for one in (*_numbers(digits_plain(text)), *_forms(text), *_addresses(text)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return found


def _numbers(plain: str) -> Iterator[Found]:
    """Numbers of a text whose digits are plain; what a long number may be comes before a short one."""
    if not _MANY.search(plain):
        return
    for pattern in (_IDENTITY, _OLD):
        for match in pattern.finditer(plain):
            if plain[max(0, match.start() - 1) : match.start()] not in (".", ",", "/"):
                yield Found("identity-number", "E603", *match.span())
    for match in _CALLED_ID.finditer(plain):
        length = len(re.sub(r"[^\dXx]", "", match[1]))
        if length in (15, 18) and not _NOT_A_PERSON.search(match[0]):
            yield Found("identity-number", "E603", *match.span(1))
    for match in _CARD.finditer(plain):
        digits = re.sub(r"\D", "", match[0])
        if luhn(digits) and digits[0] in "3456" and not _NOT_A_PERSON.search(plain):
            yield Found("bank-card", "E612", *match.span())
    for match in _CALLED_CARD.finditer(plain):
        if 15 <= len(re.sub(r"\D", "", match[1])) <= 19:
            yield Found("bank-card", "E612", *match.span(1))
    for match in _MOBILE.finditer(plain):
        yield Found("mobile", "E604", *match.span())


def _forms(text: str) -> Iterator[Found]:
    """What has a form of its own: plates, passports, accounts, names with an age, homes."""
    plain = digits_plain(text)
    for rule, code, pattern in _MORE:
        for match in pattern.finditer(text if rule == "name" else plain):
            if rule != "account" or not match[1] or not _WORDS_OF.match(match[1]):
                yield Found(rule, code, *match.span())


def _addresses(text: str) -> Iterator[Found]:
    """Addresses that hide where they lead; full-width letters are taken for what they look like."""
    for match in _SHORT.finditer(text.translate(_NARROW)):
        yield Found("short-link", "E632", *match.span())
    for match in _HOST.finditer(text) if re.search("[.。．]", text) else ():
        if _deceives(match):
            yield Found(LOOK_ALIKE, "E632", *match.span())


_NOT_A_PERSON = re.compile("信用代码|书号|入库|编号")
_WORTH = re.compile(
    "[0-9０-９٠-٩]{4}|(?:[0-9０-９][ .·-]){4}|[0-9０-９](?:号楼|栋|幢|座)|"
    "[0-9０-９]{2,}[ .·•–-]*[0-9０-９]{3}|[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖①-⑨]{4}|"
    "微信|薇信|"
    "[QqＱ][QqＱ]|扣扣|护照|通行证|车牌|岁|叫|名单|公示|号楼|病历|户主|本名|寻人|"
    "受害|受骗|被骗|上当|误入|[A-Z]\\w{4}|[鄂京津沪渝冀豫云辽黑湘皖鲁苏浙赣桂晋陕吉闽粤川琼][A-Z]|"
    "班[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林甄梅莫贾]|网名|[栋幢]|照[和与、]|"
    "[.．。][a-zA-Zａ-ｚ]{2}|[Ww]e[Cc]hat|@|://|"
    "[Bb]orn|aged|[Ll]ives|name is|named|called|one[ -][a-z]+[ -]|, \\d\\d|[Pp]late|[Pp]assport|"
    "[Pp]hoto|[Pp]icture|We list|whats|telegram|Mrs|Miss |zeros| of [a-z]+ |抖音|快手"
)
"""What any of them needs: most texts have none of it, and are done with."""
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MANY = re.compile(r"\d[\d \-.·，、—]{2,}\d")
_MORE = (
    ("mobile", "E604", _SPOKEN),
    ("plate", "W613", _PLATE),
    ("passport", "W613", _PASSPORT),
    ("account", "W614", _ACCOUNT),
    ("home", "W615", _HOME),
    ("name", "W615", _PERSON),
    ("name", "W615", _VICTIM),
    ("name", "W615", _LISTED),
    ("name", "W615", _PERSON_EN),
)


def luhn(digits: str) -> bool:
    """Tell whether digits end in the check digit of ISO/IEC 7812, as bank cards have it."""
    total = 0
    for at, one in enumerate(reversed(digits)):
        value = int(one) * (1 + at % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0 and len(set(digits)) > 1


def _deceives(match: re.Match[str]) -> bool:
    """Whether an address hides where it leads: a user part, a bare number, letters of another
    script, or an office's name in a domain that is no office's."""
    written = match[1] or match[2]
    host, at, rest = written.rpartition("@")
    if match[1] and at and host:
        return True
    host = rest.split(":")[0].rstrip(".。").replace("。", ".").replace("．", ".")
    if match[1] and re.fullmatch(r"[\d.]+", host):
        return not host.startswith(("127.", "192.168.", "10."))
    if "." not in host or not re.search("[A-Za-zа-я]", host) or not _ENDS.search(host):
        return False
    if not host.isascii():
        return any("\u0370" <= one <= "\u04ff" for one in host) or any(
            "\uff01" <= one <= "\uff5e" for one in host
        )
    if ("。" in written or "．" in written) and _LOOKS.search(host):
        return True
    if _GENUINE.search(host):
        return False
    return bool(
        _LOOKS.search(host)
        and (_OFFICIAL.search(host) or re.search("g0v|gov", host, re.IGNORECASE))
    )
