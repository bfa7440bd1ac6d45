"""What a sentence does with what it says: calls for it, forbids it, quotes it, refutes it, asks.

The words of a rule stand in a clause. Who acts, on whom, and what the neighbouring words do decide
whether a reader is told to do it: "不要扣留他人" and "他们会扣手机" tell nobody to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from handbill.check.lint.patterns import Pattern

Mode = Literal["act", "pick", "claim", "threat", "paper", "name", "word", "charge", "plain"]
"""act: what is done to people. pick: whom somebody picks out. claim: what is said to be true or
promised. threat: what will happen to somebody. paper: what looks like an office's paper. name: what
somebody is called. charge: that somebody named is guilty. word: a word that is not to be used.
plain: found wherever it stands."""


@dataclass(frozen=True)
class Grammar:
    """The words of a language that change what a sentence does. Each is a regular expression:
    looked for in front of the words of a rule in their clause, unless it says otherwise."""

    ends: re.Pattern[str]
    clause: re.Pattern[str]
    forbids: re.Pattern[str]
    denies: re.Pattern[str]
    breaks: re.Pattern[str]
    suffers: re.Pattern[str]
    others: re.Pattern[str]
    offices: re.Pattern[str]
    reader: re.Pattern[str]
    doubts: re.Pattern[str]
    speaks: re.Pattern[str]
    after: re.Pattern[str]
    warns: re.Pattern[str]
    mentions: re.Pattern[str]
    asks: re.Pattern[str]
    agrees: re.Pattern[str]
    inner: re.Pattern[str]


_ZH_FORBIDS = (
    "不要|别(?![人的处墅家院名样])|不按|不看|不凭|不以|不因|不拿|不问|不得|不能|不可(?!不)|不应|"
    "不许|不准|不该|不宜|不必|不用|不会|不去|"
    "不再|不把|不对|不给|不让|不替|不由|不靠|不当|不当面|不自己|不擅自|不得以|不随意|不随便|不私自|"
    "不上门|不实施|不参与|不组织|不鼓励|不提倡|不主张|不支持|不建议|不允许|不代表|不是说|不是让|"
    "不等于|不意味|不做|"
    "禁止|严禁|切勿|请勿|勿|莫(?!名|大)|切忌|无权|没有权|没权|无需|没资格|没有资格|从不|决不|绝不|"
    "永不|拒绝|制止|防止|避免|反对|抵制|以免|免得|停止(?!供)|远离|杜绝|谁也不|任何人不|任何人都不|"
    "任何单位和个人不|没有人可以|没有谁可以|没有(?=[^，]{0,4}的权)|没人(?=能|可以|有权)|哪能|"
    "岂能|怎能|怎么能|何必|违法|非法|不法|罪|未经|未|没(?!收)|与其"
)
ZH = Grammar(
    ends=re.compile("[。！？!?；;\n]+[”’」』）)]?"),
    clause=re.compile("[，,：:]|——"),
    forbids=re.compile(
        f"(?:{_ZH_FORBIDS})|不[^，的就便则还是了]{{0,3}}$|别$|(?:^|[、，])不[^，]{{1,8}}[、和或及]"
    ),
    denies=re.compile(
        "不(?!少|仅|光|但|只|过|良|法|信就|服|怕|论|管|懂|久|断)|别(?![人的处墅家院名样])|没有|"
        "没(?!收|救)|"
        "无(?!耻|期|疑|名|所|论|条件|比)|非(?!常|法)|并非|未|难|很难|能否|是否|可否|何时|莫|勿|禁|"
        "哪有|岂|怎|与其|谁说|谁敢"
    ),
    breaks=re.compile(
        "非得|直接|而是|而要|要不|别让|不让|不放|不要放|别放|放过|犹豫|客气|"
        "手软|留情|心软|怕|等警察|等民警|就(?!是|算|地)|即可|也(?:可|能|行|要|得)|再(?!把|去)|"
        "先(?!报|打电)|立即|"
        "马上|赶紧|务必|必须|之前|以前|到来前|来之前|没到|未到|没来|让我们|让大家|要求我们|同时|"
        "然后|请(?!示)|大家|我们(?!不)|咱们|应当|应该|应(?!急)|可以|可先|要(?!求|钱|挟|不)|得(?=把|"
        "将)|都(?=要|得)|"
        "不知道|不清楚|不配合|不听|不服|不走|不交|不开|不起|不同意|不管|不论|无论|不在|未还|"
        "不还|不肯|不说|没搬|"
        "不愿|不搬|不认|不老实|敲不开|不出来|不到|没钱|逾期不|拒不|未登记|没登记|没有登记"
    ),
    suffers=re.compile("(?:被|遭|遭到|受到|受|让人|叫人|给人)[^，。]{0,8}$"),
    others=re.compile(
        "骗子|他们|她们|对方|有人|有的人|不法分子|坏人|歹徒|犯罪|组织者|领导者|头目|上线|团伙|"
        "这些人|"
        "那些人|某些人|讲师|老板|中介|公司|平台|群主|组织|陌生人|“老师”|“经理”|“领导”|管理员|骗局|"
        "用人单位|单位|雇主|商家|卖家|网友|人家|里面的人|带头的|看守|骨干"
    ),
    offices=re.compile(
        "公安|民警|警察|警方|法院|检察|市场监[管督]|执法|派出所|司法|主管部门|有关部门|机关|"
        "行政|侦查|"
        "依法|海关|经批准|持证|法官|办案|工作人员出示|判决|法律规定|条例|条规定|刑法|通缉令由|银行"
    ),
    reader=re.compile("您|你(?!们?去)|自己的|自己手里|我的|本人"),
    doubts=re.compile(
        "不要相信|别信|不信|勿信|莫信|不轻信|不要信|不能信|不听信|别听|警惕|当心|谨防|小心|提防|"
        "声称|谎称|"
        "号称|自称|宣称|打着|为名|骗您|骗你|所谓|误以为|以为|听到|遇到|碰到|凡是说|凡说|谣言|谣传|"
        "误解|误区|说是|有人说|骗子|他们|对方|广告|平台说|网上说|网传|传言|假装|冒充|任何人说|谁说|"
        "骗局|套路|常说|总说|会说|告诉您|告诉你|别再|错误|假|说法|如果|要是|若|入职|"
        "判断题|防止|避免|遇上|(?:^|[，。])说[^，]{0,4}$"
    ),
    speaks=re.compile(
        "说|称|谎|喊|写着|写|印|贴|所谓|广告|话术|口号|标语|的话|这类|之类|说法|这种|提|叫|骂|"
        "骗|信|对不对|是不是|常见|承诺|许诺|声|传|题|词|句|旗号|名义|名|当作"
    ),
    after=re.compile(
        "^[^。！？!?；;\n]{0,30}?(?:是违法|都违法|也违法|属于?违法|违法行为|违法的|是犯法|"
        "都犯法|犯法的|是犯罪|"
        "构成犯罪|涉嫌|侵权|侵犯|侵害|不对|是错|都错|错了|错误|骗局|骗人|是骗|多半是|谎|误解|"
        "误区|不可信|不可靠|"
        "靠不住|别信|不要信|不能信|不信|别当真|不属实|谣传|谣言|没有依据|没有这|没这|陷阱|"
        "不合法|不允许|不被允许|"
        "不可取|使不得|要不得|违反|触犯|负法律责任|承担[^。]{0,6}责任|担责|追究|被处罚|处罚款|"
        "给予处罚|会伤|伤人|打草惊蛇|"
        "害了|帮倒忙|适得其反|危险信号|就是危险|是假|假的|都假|假话|不是真|坏主意|不等于|不算数|"
        "说明不了|(?:都|也|是|，|就)(?:不行|不准|不许|不能|不得|不可以|不应该|不应当)[。！，”]?$|"
        "应当从轻|是偏见|偏见|不丢人|"
        "伤感情|推远|更远|没有用|没用|才怪|不是(?:我们|您|你|咱们|群众|邻居|物业|谁|任何人)[^，。]{0,6}的事|(?:可能|本身就|也会)犯法|不能说明|不说明|系伪造|就停下|出现一样|有一样就|"
        "是伪造|是(?:警察|公安|民警|警方|法院|执法)[^，。]{0,4}的事|[须应]?由[^，。]{0,4}(?:民警|公安|警察|执法|派出所|法院)|的是骗子|第二个骗局|[没无]有?[^，。]{0,6}的?权)|"
        "^的[，,]?(?:依法|处|要承担|要负|会被|将被|可能构成|可能要|应当承担|应当依法|追究|给予)"
    ),
    warns=re.compile(
        "^[^。！？!?；;\n]{0,30}?(?:当心|小心|警惕|先打听|先核实|先问|打听清楚|离开|走开|转身|"
        "别怕|别去|别买|别付|别交|别给|别理|"
        "快走|求助|不代表|不保证|不准|不许|不能|不得|不可以|不说|不写|不提|不骂|不转|很难|来源|"
        "谁出|从哪里来|打1|打9|拨打|先别|不要(?!紧))"
    ),
    mentions=re.compile(
        "别|不|勿|莫|骂|叫|说|提|写|称|喊|字|话|词|“$|贴|标签|嘲|笑|怪|当成|当作|误|假|角色|扮演"
    ),
    asks=re.compile("[？?]"),
    agrees=re.compile("^[”’\\s]*(?:可以|能|行|对|是的|当然|没错|必须|要|应该|会的|好)"),
    inner=re.compile(
        "少(?=[晒发传])|不(?!在|备|少|管|论|仅|光|断|得不)|没(?!收|商量)|"
        "(?<![区分特个识甄辨级性类])别(?!人|的)|勿|莫(?!名)|未|并非|无(?!论|一|条件|效)|很难|"
        "难以|是否|能否"
    ),
)

_EN_FORBIDS = (
    r"do not|don't|does not|doesn't|never|must not|mustn't|should not|shouldn't|may not|cannot|"
    r"can't|"
    r"can not|will not|won't|would not|need not|ought not to|no one|nobody|no-one|neither|nor|"
    r"without|"
    r"avoid\w*|refrain|instead of|rather than|unlawful|illegal\w*|against the law|forbidden|"
    r"prohibit\w*|"
    r"not allowed|no right to|not to|not|no|stop(?=\s+people)|refus\w+|prevent\w*|wrong to|"
    r"crime to|isn't|aren't|nothing|hardly|unless|before anyone"
)
EN = Grammar(
    ends=re.compile(r"[.!?;\n]+(?=[\s”\"')]|$)[”\"')]?"),
    clause=re.compile(r"[,:]|\s[-–—]\s|—"),
    forbids=re.compile(rf"\b(?:{_EN_FORBIDS})\b"),
    denies=re.compile(
        r"\b(?:no|not|n't|never|nobody|none|neither|nor|cannot|can't|don't|doesn't|isn't|aren't|"
        r"won't|"
        r"wouldn't|couldn't|hardly|seldom|rarely|whether|without|depends|unlikely|may|might|if|"
        r"could|is there|does|what)\b|n't\b"
    ),
    breaks=re.compile(
        r"\b(?:just|instead|but|then|until|so|hesitate|wait|bother|mind|let them go|let him go|"
        r"afraid|before the police|simply|leave until|first|rest until|without delay|only)\b"
    ),
    suffers=re.compile(
        r"\b(?:before|when|after|until) (?:i|you|we|they|he|she)\s*$|\b(?:if|when|while|were|"
        r"was|are|is|been|being|get|got|have been|has been)\s+(?:\w+\s+)?$"
    ),
    others=re.compile(
        r"\b(?:they|fraudsters?|scammers?|swindlers?|recruiters?|someone|somebody|some people|"
        r"the gang|"
        r"gangs?|organisers?|criminals?|strangers?|the company|employers?|firms?|a caller|callers?|"
        r"the scheme|schemes?|those who|anyone who|people who|salesm[ae]n|a friend|the group|who)\b"
    ),
    offices=re.compile(
        r"\b(?:police|court|courts|officers?|authorit\w+|prosecutors?|judges?|by law|under the law|"
        r"according to law|lawfully|investigators?|customs|regulators?|with a warrant|the law|"
        r"ministry|administration)\b"
    ),
    reader=re.compile(r"\b(?:you|your(?= own)|yourself|me|my|us)\b"),
    doubts=re.compile(
        r"\b(?:claims?|claimed|claiming|so-called|pretend\w*|promis\w+ you|supposed\w*|"
        r"allegedly|myth|"
        r"rumou?r|beware|careful|distrust|believe|say|says|said|saying|told|tells|hear|heard|"
        r"fraudsters?|scammers?|swindlers?|advert\w*|they|anyone who|whoever|false|fake|wrong|"
        r"whether|suspicious of|watch out for|offers?)\b"
    ),
    speaks=re.compile(
        r"\b(?:say|says|said|saying|call\w*|word|words|phrase|sentence|slogan|promis\w+|advert\w*|"
        r"claim\w*|write|writes|written|print|myth|rumou?r|hear|told|tell|believe|like|as|such|"
        r"is|are|was|frighten\w*|shout\w*|label\w*|got|sign|spot)\b"
    ),
    after=re.compile(
        r"^[^.!?;\n]{0,60}?\b(?:is|are|was|may be|can be|would be|it is|that is|it's|that's)\s+"
        r"(?:also\s+|itself\s+|usually\s+|often\s+|always\s+|mostly\s+|just\s+|only\s+|a\s+|"
        r"an\s+|the\s+|simply\s+|probably\s+|almost\s+|bad\s+|another\s+)*"
        r"(?:unlawful|illegal|against the law|not allowed|not lawful|forbidden|crime|offence|"
        r"wrong|false|work of|for the|up to|"
        r"untrue|myth|rumou?r|fraud|second fraud|scam|cheat\b|swindler\b|crook\b|trap|lie|lies|"
        r"bad advice|prejudice|not true|"
        r"warning sign|no proof|misunderstanding|unkind|not the way|dangerous|advice|"
        r"one sentence not)|"
        r"^[^.!?;\n]{0,60}?\b(?:break\w* the law|prove\w* nothing|hurts?|warns them|do not believe|"
        r"don't believe|may be a crime|is for the court|depends?|unlawful|illegal|frightens|"
        r"myth|rumour)\b"
    ),
    warns=re.compile(
        r"^[^.!?;\n]{0,60}?\b(?:ask first|check first|hang up|call 1|dial 1|call 9|call the police|"
        r"ring the police|walk away|go away|leave|ask for help|stay calm|note it down)\b"
    ),
    mentions=re.compile(
        r"\b(?:not|never|don't|say|call\w*|word|nobody|no|play|label\w*|isn't|as|for)\b"
    ),
    asks=re.compile(r"\?"),
    agrees=re.compile(r"^[”\s]*(?:yes|of course|certainly|you may|you can|sure|right)\b"),
    inner=re.compile(r"\b(?:not|never|no|nobody|cannot|without|hardly|whether|may)\b|n't\b"),
)
GRAMMARS = {"zh": ZH, "en": EN}
_QUOTE = re.compile("“[^“”\n]*”|《[^《》\n]*》")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a rule in a text: what stands around them."""

    sentence: str
    before: str
    clause: str
    words: str
    after: str
    following: str
    quoted: bool
    outside: tuple[str, str]


def around(text: str, start: int, end: int, grammar: Grammar) -> Said:
    """Return what stands around a stretch of a text. Ends of sentences inside a quotation that holds
    the stretch do not count."""
    first, last = start, end
    quote = next(
        (m for m in _QUOTE.finditer(text) if m.start() < start and end < m.end() + 1), None
    )
    if quote:
        first, last = quote.span()
    begin = 0
    for found in grammar.ends.finditer(text, 0, first):
        begin = found.end()
    stop = grammar.ends.search(text, last)
    finish = stop.end() if stop else len(text)
    following = grammar.ends.search(text, finish)
    before = text[begin:start]
    parts = list(grammar.clause.finditer(before))
    return Said(
        text[begin:finish],
        before,
        before[parts[-1].end() :] if parts else before,
        text[start:end],
        text[end:finish],
        text[finish : following.end() if following else len(text)],
        quote is not None,
        (text[begin:first], text[last:finish]) if quote else ("", ""),
    )


def excused(said: Said, mode: Mode, grammar: Grammar, by: Pattern | None = None) -> bool:
    """Tell whether a sentence does not do what the words of a rule do by themselves.

    by: the pattern that found them; a negation that it asks for itself tells nothing.
    """
    if mode == "plain":
        return False
    if said.quoted and _quotation(said, grammar):
        return True
    if mode == "charge":
        return _charge(said, grammar)
    if _asked(said, grammar):
        return True
    if mode == "word":
        return any(
            (
                _negated(said, grammar.forbids, grammar),
                _negated(said, grammar.denies, grammar),
                _refuted(said, grammar),
                grammar.warns.search(said.after) is not None,
            )
        )
    if mode == "name":
        return _named(said, grammar)
    rest = (by.without_own_no(said.words) if by else said.words)[1:]
    if _NOT_EQUAL.search(said.words) or grammar.inner.search(rest):
        return True
    if mode in ("act", "pick"):
        return _act(said, grammar, mode)
    return _claim(said, grammar, mode)


_NOT_EQUAL = re.compile(
    "不允许|不许可|不支持|不鼓励|不认可|(?<!不)可能|不等于|不代表|不意味|未必|不一定|不见得|"
    "不是.{0,6}依据|does not mean"
)


def _quotation(said: Said, grammar: Grammar) -> bool:
    """Words in quotation marks that somebody is told not to say, or that are refuted."""
    before, after = said.outside
    if not before.strip() and not after.strip("。！？!?.;； ”"):
        return bool(grammar.after.search(said.following) or grammar.denies.search(said.following))
    around_it = before + "“”" + after
    return bool(
        grammar.speaks.search(around_it)
        or grammar.forbids.search(before)
        or grammar.denies.search(after)
        or grammar.after.search(after)
        or grammar.after.search(said.following)
    )


def _asked(said: Said, grammar: Grammar) -> bool:
    """A question that is not answered with yes."""
    end = said.after if not said.quoted else said.outside[1] or said.after
    return bool(grammar.asks.search(end)) and not grammar.agrees.search(said.following)


def _negated(said: Said, negation: re.Pattern[str], grammar: Grammar) -> bool:
    """Whether the clause forbids or denies the words, with nothing between that calls for them."""
    clause = said.clause
    if grammar is EN and not _NEW_ORDER.search(said.before) and not _on_condition(said):
        clause = _CALMS.sub(
            "", said.before
        )  # in a list, "do not" holds for what comes after the comma
    last = _last(negation, clause)
    if last is None or _TWICE.search(clause) or _LETS_GO.match(clause, last.start()):
        return False
    if negation is grammar.denies:
        return True
    return not grammar.breaks.search(clause, last.end())


_CALMS = re.compile(
    r"\b(?:do not|don't|never|no need to) (?:worry|fear|hesitate|be afraid|wait)\b|no doubt|"
    r"not only|if you like"
)
_TWICE = re.compile("不得不|不能不|不可不|不要不|不会不|非得")
_LETS_GO = re.compile("不放|别让|别放|不让")


_NEW_ORDER = re.compile(
    r"[,:–—] (?:and |but |so |then |please |just |we |you |instead )*(?:then|please|just|but|so|"
    r"we|you|instead)\b"
)


def _on_condition(said: Said) -> bool:
    """Whether an English clause follows one with if or when, which says nothing of who does it."""
    return not said.clause.strip() and _CONDITION.match(said.before) is not None


_CONDITION = re.compile(r"\s*(?:if|when|whenever|once|as soon as|should)\b[^.]*,\s*$")


def _last(what: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(what.finditer(text))), None)


def _subject(said: Said, who: re.Pattern[str], grammar: Grammar) -> bool:
    """Whether others do it: they stand in front of it in its clause, or in the clause before when
    its own has nobody, and nothing between turns to the reader."""
    for part in (said.clause, said.before):
        last = _last(who, part)
        if last is None:
            continue
        before, between = part[: last.start()], part[last.end() :]
        if part is not said.clause and (_CALLS.search(between) or _on_condition(said)):
            return False
        turned = _TOWARDS.search(before) and not _ANYBODY.match(last[0])
        return not (turned or _CALLS.search(between))
    return False


_TOWARDS = re.compile(
    "(?:把|将|对|向|给|让|叫|令|逼|要求|跟|盯着|跟踪|凡是|凡|告诉|报告|找到|抓到|抓住|发现|看到|"
    "看见|见到|遇到|遇上|碰到|"
    "怀疑|可疑的?|教训|与|和|对付|劝|请|只要是|是|the|of|to|any|every|all|from)\\s*$"
)
_ANYBODY = re.compile("有人|有的人|someone|somebody|they|who|公安|民警|警|法院|police|court|依法")
_CALLS = re.compile(
    "就(?!是|算|会|连)|请|应当|应该|应(?!急)|必须|立即|马上|直接|大家|我们|咱们|业主|群众|"
    "居民(?!身份)|村民|可以|务必|"
    "并|然后|之前|以前|没到|未到|没来|来了再|(?<!会)(?<!要)先(?!要|收|交|把您|把你)|"
    "的(?:时候)?$|让我们|手里|那里|"
    r"\b(?:should|must|please|let us|let's|need to|ought to|shall|before|until|arrive)\b"
)


_ORDERED = re.compile(
    r"(?:^|[,;:.“(–—!?-]|\b(?:and|then|please|should|must|to|let's|us|can|may|will|shall|we|you|just|or|"
    r"simply|always|first|now|by|better|not|but|so|best|also|kindly|help|keep|have|go|start|sure|"
    r"people|men|guys|everyone|everybody|guards?|neighbours?|landlords?|residents?|staff|\w+ly|tonight|"
    r"today|until|all|is|are|be|stay|wait|\w+ing|who|caretaker|owners?|parents?|volunteers?|that|do))\s*$"
)
"""What stands in front of an English act that is ordered; another word is who does it."""
_PASSIVE = re.compile(r"\b(?:be|are|is|get|been|being|has|have|were)\b")
_TOLD = re.compile(
    r"(?!harass|dismiss|press|toss|his|as|possess)([a-z]{3,}(?:[^su]s|es))\b|[a-z]+ed\b(?! up)"
)
"""The first word of an English act in the third person, or in the past: it tells what is done."""


def _act(said: Said, grammar: Grammar, mode: Mode) -> bool:
    if grammar is EN and mode == "act":
        passive = _PASSIVE.search(said.words) is not None
        if not passive and not _ORDERED.search(said.before):
            return True
        told = _TOLD.match(said.words) and not re.search("search(?:ed)|tie", said.words)
        if told and not re.search(r"\b(?:be|get)\b", said.words):
            return True
    if _negated(said, grammar.forbids, grammar) or grammar.suffers.search(said.clause):
        return True
    if grammar.reader.search(said.words[1:]) or re.match(
        r"(?:了|着|住|下|走)?(?:您|你|我(?!们)|\s*you\b)", said.after
    ):
        return True
    if _subject(said, grammar.offices, grammar) or _subject(said, grammar.others, grammar):
        return True
    return _refuted(said, grammar)


def _claim(said: Said, grammar: Grammar, mode: Mode) -> bool:
    if _negated(said, grammar.denies, grammar):
        return True
    doubted = {found[0] for found in grammar.doubts.finditer(said.before)}
    if doubted - (_IF if mode == "threat" else frozenset()):
        return True
    if mode == "claim" and grammar.warns.search(said.after):
        return True
    if mode == "threat" and _VAIN.search(said.after):
        return False
    return _refuted(said, grammar)


_IF = frozenset({"如果", "要是", "若"})
_VAIN = re.compile("^[^。]{0,16}(?:求情|后悔|哭|说情|求饶|找人)")


def _named(said: Said, grammar: Grammar) -> bool:
    near = said.clause[-14:]
    if said.quoted:
        return bool(grammar.mentions.search("".join(said.outside)))
    return bool(
        (grammar.mentions is EN.mentions and grammar.mentions.search(said.clause[-24:]))
        or re.search(
            "不(?!得好死|如|要脸)[^，]{0,4}$|别[^，像]{0,6}$|并非|骂|不说|不提|不叫|不写|不准|误",
            near,
        )
    ) or bool(grammar.after.search(said.after) and grammar is EN)


def _charge(said: Said, grammar: Grammar) -> bool:
    """Nobody is charged: it is asked, forbidden to say, denied, or refuted."""
    return bool(
        _asked(said, grammar)
        or re.search(
            "不(?:要|能|可以?|得|该)?[^，]{0,3}(?:说|指|点名|认定|称|把)|否认|澄清|辟谣",
            said.clause,
        )
        or _NOT_GUILTY.search(said.words)
        or re.match(
            "[^。！？]{0,4}(?:这样的话|的说法|这种话|的传言|是谣|不实|没有依据|，可能侵|”这)",
            said.after,
        )
        or (
            grammar is EN
            and re.search(r"\b(?:not|if|whether|claims?|says?)\b", said.clause + said.words)
        )
    )


_NOT_GUILTY = re.compile(
    "不是|并非|不等于|是不是|是否|未|没有(?!没错)|依法|查处|打击|防范|受害|冒用|冒充"
)


def _refuted(said: Said, grammar: Grammar) -> bool:
    """What comes after says that it is not so, or not allowed."""
    if _OWN_SUBJECT.match(said.after):
        return False
    if grammar.after.search(said.after):
        return True
    following = said.following.lstrip("”’ ")
    return bool(_POINTS_BACK.match(following) and grammar.after.search(following))


_OWN_SUBJECT = re.compile("[住了]?[，,](?:他|她|他们|骗子|这帮人|这伙人)(?:这)?[是都在]")
_POINTS_BACK = re.compile(
    "这|那|都|错|不对|假|谎|其实|法律|没有|不能|wrong|false|no\\b|not so|this|that|it"
)
