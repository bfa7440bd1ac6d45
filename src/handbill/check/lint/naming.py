"""Who is said to be guilty: a firm or a person named, and the charge that only a court may bring."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbill.check.lint.personal import ANY_SURNAME, SURNAME

_ORG = (
    "公司|集团|商城|平台|教育|国际|投资|控股|科技|健康|生物|商贸|超市|店|基金会|优选|养老|酒店|"
    "酒业|学院|大学|商学院|"
    "APP|app|App|币|俱乐部|药业|传媒|电商|中心|银行|农场|茶业|联盟|养生馆|会所|云仓|梯|塔|"
    "联合会|协会|合作社|工作室|理财|"
    "商行|馆|坊|堂|阁|城|网|汇|派|购|宝|通|帮|家园|庄园|资本|财富|金融|国学|直播间|团队"
)
_COMMON = re.compile(
    "某|怀疑|认为|觉得|××|XX|xx|[这那哪谁]|什么|任何|凡|所有|一切|是不是|有没有|假|以为|的公司|"
    "行为|模式|方式|活动|自己|我们|他们|她们|您|你|它|正规|"
    "合法|直销|用人单位|中介|就业|一家|一个|有些|有的|许多|很多|各类|这类|此类|如果|若|要是|不|"
    "未|新型|网络|消费|项目|所谓|资金|"
    "多级|层层|国家|部门|机关|法院|公安|市场监|当心|小心|警惕|防范|远离|认清|揭|拉人|先|要|会|"
    "换|赶|扣|搜|拉|赠与|自愿|让|把|用|看|钱|套|传|广告|说法|消息|多半|其实|都|只|就|也|还|大多|往往|可能|一定|完全|纯|因"
)
_CHARGES = {
    "zh": (
        "骗局|骗子|诈骗|骗人|骗钱|害人|黑中介|黑公司|黑店|资金盘|庞氏|非法集资|跑路|爆雷|坑人|"
        "洗钱|老赖|小偷|罪犯|人贩子|"
        "拉人头|头目|骨干|上线|帮凶|黑心|坑老|违法公司|(?<=是)非法的|(?<=是)违法的|不是好东西|资金链已?断"
    ),
    "en": (
        r"fraud\w*|scam\w*|swindl\w*|crooks?|criminals?|thie(?:f|ves)|ponzi|cheat\w*|"
        r"con artists?|illegal|liars?|lies|"
        r"nothing but recruit\w*|recruiters?|ringleaders?|run off with|robs|the whole scheme|"
        r"its (?:own )?members|runs the|steals|robs|trap|defrauds|deceives|fleeces|rips off|companies|firms"
    ),
}
CHARGES = {
    "zh": (
        *_CHARGES["zh"].split("|"), "名单", "骗", "坑", "敛财", "点名", "曝光", "非法的", "违法的", "资金链",
    ),
    "en": (
        "fraud", "scam", "swindl", "crook", "criminal", "thie", "ponzi", "cheat", "con artist",
        "illegal", "liar", "steal", "trap", "defraud", "deceiv", "fleece", "rips", "companies", "firms",
        " lies", "nothing but", "recruit", "ringleader", "run off", "robs", "scheme", "blacklist",
    ),
}  # fmt: skip
"""Words of which a text that charges somebody holds one."""


def charges(extra: Iterable[str], language: str) -> re.Pattern[str]:
    """Return what finds a named firm or person with a charge. extra: charges of a campaign's own
    subject, such as the offence that it warns of."""
    own = [re.escape(one) for one in extra]
    charge = "|".join((*own, _CHARGES[language]))
    return re.compile((_CHINESE if language == "zh" else _ENGLISH).replace("CHARGE", charge))


_IS = (
    "(?:都|就|全|也|其实|根本|早晚|迟早)*(?:是|为|属于|涉嫌|搞的?|乃|做的?|干的?|从事|已被证实|"
    "被证实|百分之百|收学费返|手法|早晚|迟早|全靠)"
)
_CHINESE = (
    f"(?P<quoted>“(?!CHARGE)[^”，。]{{2,12}}”)(?!的(?!老板|经理|负责人|店主|创始人)|，?多半|"
    f"在)[^。；？?“]{{0,22}}?(?:{_IS}|没错)[^。；？?“]{{0,12}}?(?:CHARGE)"
    rf"|(?P<org>[\u4e00-\u9fffA-Za-z0-9·]{{2,10}}?(?:{_ORG}))(?:有限)?(?:责任|股份)?(?:公司|"
    rf"集团)?(?:的[^。；？，]{{1,8}})?(?:[，,]|这家公司|这家)?[^。；？?，,]{{0,10}}?{_IS}"
    "[^。；？?]{0,12}?(?:CHARGE)"
    rf"|"
    rf"(?<![\u4e00-\u9fff\d])(?:[^。，]{{0,6}}的)?(?P<who>{SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}})(?:（[^）]*）)?{_IS}[^。；？?，"
    rf",]{{0,6}}?(?:CHARGE)"
    rf"|(?:^|[，"
    rf"。：])(?P<plain>[\u4e00-\u9fff]{{2,5}}?(?:[、和与][\u4e00-\u9fff]{{2,5}}?)*?)(?:都|就|"
    rf"全)?(?:是|属于|涉嫌|在搞|搞)[^。；？?，"
    rf",]{{0,3}}?(?:CHARGE)(?![\u4e00-\u9fff]{{0,3}}(?:吗|的行为|活动|案))"
    "|(?P<yes>“[^”]{2,12}”)(?:吗|么)[？?](?:没错|对|是的|当然)[^。]{0,24}?(?:CHARGE)"
    "|(?P<does>(?:[\u4e00-\u9fffA-Za-z0-9·]{2,10}?(?:"
    f"(?:{_ORG})"
    ")(?:有限)?(?:公司|集团)?|“[^”，。]{2,10}”)(?:老板|"
    "负责人|店主|经理)?)[，,]?(?:就|都|专门?|一直|天天|长期|全靠|早就|靠|是在|其实在){0,2}"
    "(?:骗|坑|害|宰|忽悠|敲诈|圈钱|割韭菜|敛财|卷款|卷钱|跑路|吸金|洗钱|组织|策划|从事)"
    "(?:钱|人|老|您|你|财|会员|顾客|客户|乡亲|学生|群众|血汗|养老|局|[^。；？]{0,6}?(?:CHARGE)|[，。！!]|$)"
    "|卖(?P<sold>“[^”，。]{2,10}”|[\u4e00-\u9fff]{2,8})的(?:人|老板|店)?(?:都|全|就|全都)?是[^。；？，]{0,6}?(?:CHARGE)"
    "|(?:骗子|违法|黑心|无良|CHARGE)(?:企业|公司|平台|组织|商家|店铺|机构|团伙)[：:](?P<after>[^。；？，、]{2,12})"
    "|(?:点名|曝光)[^。；？]{0,4}[：:](?P<many>[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+)"
    f"|(?:带头的|头目|骨干|骗子|主犯|幕后|讲师|组织者|拉人的|贼)(?:叫|是|名叫|[：:])"
    f"(?P<head>{ANY_SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}})(?=[，。,、（！]|$)"
    "|(?P<list>黑名单|曝光名单|(?:CHARGE)名单)[：:]"
    f"|老板(?P<boss>{SURNAME}(?!某)[\u4e00-\u9fff]{{1,2}})[，,是]"
)
_ENGLISH = (
    r"(?P<who>\b(?:Mr|Mrs|Ms|Dr|Miss|Manager|Boss|Director|Teacher|Chairman|"
    r"President)\.? (?:[A-Z]\.? ?)*[A-Z][a-z]+)[^.?]{0,50}?\b(?:CHARGE)"
    r"|(?P<quoted>“[A-Z][\w'-]{3,}(?: [A-Z][\w'-]*)*”)[^.?]{0,50}?\b(?:is|are|cheats?|swindles?|"
    r"robs?)\b[^.?]{0,30}(?:CHARGE)"
    r"|(?P<org>\b[A-Z][a-z][\w&'-]*(?: [A-Z][\w&'-]+)+)\b[^.?]{0,50}?\b(?:is|are|was|cheats|"
    r"lies|swindles|runs|waiting|robs)\b[^.?]{0,40}?(?:CHARGE)"
    r"|(?P<does>\b[A-Z][a-z][\w&'-]+(?: [A-Z][\w&'-]+)*) (?:just |only |always )?(?:cheats|swindles|robs|"
    r"steals|defrauds|scams|deceives|fleeces|rips off)\b"
    r"|\b(?:list|names?) of [^.?:]{0,30}(?:companies|firms|shops|platforms|swindlers|cheats)[^.?:]{0,20}: "
    r"(?P<many>[A-Z]\w+)"
    r"|(?P<one>\b(?!(?:This|That|It|He|She|They|There|What|Which|Who|Such|Each|Every|Any|No|One|"
    r"Pyramid|Here|Money|Selling)\b)"
    r"[A-Z][a-z]{2,}(?<!ing))(?: and [A-Z][a-z]+)? (?:is|are)(?: both| all| just| really|"
    r" nothing but)? (?:an? )?(?:CHARGE)"
    r"|(?P<list>\b[Bb]lack ?list: [A-Z]\w+)"
)
_OFFICES = re.compile(
    r"^(?:The |If |When |Is |Our )?(?:State|Supreme|People|Ministry|Public|Article|Law|Criminal|"
    r"Market|Civil|Order|Interpretation|National|Regulations?|Administration|"
    r"Direct|Guiding|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Auntie|Chinese|English|China|"
    r"Consumers)"
)


def innocent(name: str) -> bool:
    """Tell whether what is named is nobody in particular: a sort of firm, an office, a month."""
    return bool(_COMMON.search(name.strip("“”")) or _OFFICES.search(name.strip("“”")))


def bare(found: str, charge: re.Pattern[str]) -> bool:
    """Tell whether the words found hold no charge after all."""
    return charge.search(found) is None


def charge_of(extra: Iterable[str], language: str) -> re.Pattern[str]:
    """Return what finds a charge by itself."""
    own = [re.escape(one) for one in extra]
    return re.compile(
        "|".join(
            (
                *own,
                _CHARGES[language],
                "名单",
                "老板",
                "骗",
                "坑",
                "敛财",
                "点名",
                "曝光",
                "[Bb]lack ?list",
            )
        )
    )
