"""E3xx and W3xx: what refers to what, sources, claims and dates."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "E301": Code(
        title="编号重复 / Id used twice",
        text="{kind}“{id}”已经有了（{first}） / {kind} “{id}” is there already ({first})",
        cure="给其中一个换个编号 / give one of them another id",
        why="编号用来引用，也是网址。两样东西用同一个编号，就不知道指的是哪一个，文件也会互相覆"
        "盖。 / "
        "Ids are what others refer to, and addresses. Two things with one id cannot be told "
        "apart, and their files would overwrite each other.",
        wrong="- id: C01\n- id: C01",
        right="- id: C01\n- id: C02",
    ),
    "E302": Code(
        title="编号是留作他用的 / Id is kept for something else",
        text="“{id}”是网站自己用的，不能作{kind}编号 / "
        "“{id}” is kept for the site itself and no id for {kind}",
        cure="把编号（文件名、文件夹名）改一改，例如 {id}-2 / "
        "change the id (the name of the file or folder), such as {id}-2",
        why="/help/、/cases/、/law/ 等网址已经有了固定的页面，/en/ 等是译文的；all 在命令里指全部"
        "地区。 / "
        "/help/, /cases/, /law/ and their like are pages of every site, /en/ and its like hold "
        "translations; all means every place on the command line.",
        wrong="campaigns/fire/search.yml",
        right="campaigns/fire/searchers.yml",
    ),
    "E303": Code(
        title="引用的东西不存在 / Reference to nothing",
        text="没有编号是“{id}”的{kind} / there is no {kind} “{id}”",
        cure="现有的：{known} / there are: {known}",
        why="这里写的编号要和别处定义的一字不差，大小写也要一样。写了几个编号时，中间用半角逗号。 "
        "/ "
        "The id must be one that is defined elsewhere, letter for letter. Several ids are parted "
        "by narrow commas.",
        wrong="claims: [C99]",
        right="claims: [C01]",
    ),
    "E304": Code(
        title="没有这个图、图形或者配色 / No such picture, device or palette",
        text="没有叫“{id}”的{kind} / there is no {kind} called “{id}”",
        cure="现有的：{known} / there are: {known}",
        why="图在 templates/art/ 里，一个文件一张，小图在它的 bands/ 里，标记的图形在 devices/ 里；配色在 "
        "templates/looks.yml 里。 / "
        "Pictures are files of templates/art/, scenes of its folder bands/, devices of lock-ups of "
        "devices/; palettes are in templates/looks.yml.",
        wrong="look: comunities",
        right="look: communities",
    ),
    "E305": Code(
        title="没有这个尺寸 / No such size",
        text="{kind}没有“{size}”这个尺寸 / {kind} has no size “{size}”",
        cure="可以写：{known} / sizes: {known}",
        why="每种资料能做的尺寸写在 templates/<种类>/kind.yml 里，名称要一字不差。列表里用半角逗"
        "号。 / "
        "The sizes of a kind are in templates/<kind>/kind.yml. In a list, use narrow commas.",
        wrong="sizes: [A9]",
        right="sizes: [A4]",
    ),
    "E306": Code(
        title="依据已经失效 / Source no longer holds",
        text="{what}“{id}”的来源 {source} 已经{state} / "
        "the source {source} of {what} “{id}” is {state}",
        cure="{newer}改用新的来源，或者撤下这一条。它影响到：{reached} / "
        "{newer}Use the newer source, or take this out. It reaches: {reached}",
        why="被替代或者撤回的文件不能再作依据。列出的每一份资料、每一页在改好之前都不会生成。已经"
        "贴出去的旧版请撤下。 / "
        "A superseded or withdrawn document supports nothing. Nothing of what is listed is made "
        "until this is mended. Take down what is already posted.",
        wrong="- id: L4\n  status: superseded",
        right="- id: L4\n  status: in_force",
    ),
    "E307": Code(
        title="案例已经撤回 / Case withdrawn",
        text="案例“{id}”已经撤回，不能再用 / the case “{id}” is withdrawn and must not be used",
        cure="换一个案例，或者删掉这一行 / use another case, or delete the line",
        why="改判、更正或者当事人提出异议之后，案例会撤回，所有用到它的资料都要停用。 / "
        "A case is withdrawn after a retrial, a correction or an objection; whatever uses it must "
        "stop.",
        wrong="case: k2",
        right="case: s1",
    ),
    "E308": Code(
        title="案例的来源还没有核实 / Case rests on an unchecked source",
        text="案例的来源 {source} 的核实程度是 C / the source {source} of this case is of mark C",
        cure="找到判决书或者官方通报，核对后把来源改为 A 或 B；在此之前把案例移出 cases 文件夹 / "
        "find the judgment or release and set the source to A or B; until then move the case out",
        why="真实案例涉及真实的人。只有终审判决、行政处罚或者官方通报能支持它。 / "
        "A real case is about real people. Only a final judgment, a penalty or an official "
        "release supports it.",
        wrong="- id: K1\n  mark: C",
        right="- id: K1\n  mark: B",
    ),
    "E309": Code(
        title="法律事实还没有核实 / Claim not yet checked",
        text="法律事实“{id}”的核实程度是 C，不能发布 / "
        "the claim “{id}” is of mark C and must not be published",
        cure="由人对照原文核对，再改为 A 或者 B；在此之前从文件里拿掉。它用在：{reached} / "
        "have a person compare it with the text, then set A or B; until then take it out. It is "
        "used in: {reached}",
        why="A：读过原文；B：读过官方转载；C：凭常识写的，没有核对。C 只能当编辑的草稿，不能当作有"
        "出处的事实。 / "
        "A: read in the official text. B: in an official reprint. C: general knowledge, not "
        "checked: a draft, never a fact with a source.",
        wrong="mark: C",
        right="mark: B",
    ),
    "E310": Code(
        title="虚构故事里提到了真实来源 / Scenario names a source",
        text="情景案例里出现了来源 {source} 的名称“{name}” / "
        "the scenario names “{name}”, the source {source}",
        cure="从故事里删掉；法律怎么说写在 claims 里 / "
        "take it out of the story; what the law says goes into claims",
        why="虚构的故事里出现真实的判决、文件，读者会以为故事是真的。 / "
        "A real document in an invented story makes readers take the story for real.",
        wrong="text: 法院依据《劳动合同法》判了他",
        right="claims: [C01]",
    ),
    "E311": Code(
        title="日期先后颠倒 / Dates out of order",
        text="{early} {first_day} 晚于 {late} {second_day} / "
        "{early} {first_day} is later than {late} {second_day}",
        cure="改正其中一个日期 / correct one of them",
        why="印制在前，失效在后；核对在前，下次核对在后。 / "
        "Printing comes before expiry, a check before the next one.",
        wrong="issued: 2026-11-24\nvalid_until: 2025-11-30",
        right="issued: 2026-11-24\nvalid_until: 2027-11-30",
    ),
    "E650": Code(
        title="没有要附上的那一部分 / Part that is not there",
        text="help.yml 里没有 {name}，这里不能附上 / help.yml has no {name} to show here",
        cure="在 help.yml 里写好 {name}，或者从 lists 里去掉 / "
        "write {name} in help.yml, or take it off this list",
        why="留好什么（evidence）、不要做什么（never）、钱（money）、奖励（reward）都可以不写；没有写的，"
        "情形的页也就附不上。 / "
        "A campaign may do without evidence, never, money and reward; what it does without no "
        "situation can show.",
        wrong="lists: [evidence, reward]",
        right="lists: [evidence]",
    ),
    "W301": Code(
        title="有效期已过 / Validity has passed",
        text="有效期到 {day}，已经过了 / valid until {day}, which has passed",
        cure="核对内容后改一个新日期；已经贴出去的请撤下 / "
        "check the contents, then set a new day; take down what is posted",
        why="每份印刷品上都印着有效期，过期的应当撤下。 / "
        "Every sheet bears this day; expired ones must come down.",
        wrong="valid_until: 2020-01-01",
        right="valid_until: 2027-11-30",
    ),
    "W302": Code(
        title="法律事实该重新核对了 / Claim due for review",
        text="法律事实“{id}”应在 {day} 前核对 / the claim “{id}” was to be reviewed by {day}",
        cure="对照现行文本核对，再改 checked_on 和 review_by。用到它的：{reached} / "
        "compare it with the text in force, then set checked_on and review_by. It is used by: "
        "{reached}",
        why="法律会修订。到期没有核对的句子可能已经不对。 / "
        "Laws change; an unreviewed sentence may be wrong by now.",
        wrong="review_by: 2020-01-01",
        right="review_by: 2027-05-31",
    ),
    "W303": Code(
        title="印刷前请打开官方原文看一次 / Open the official text once before printing",
        text="{kind}“{id}”的核实程度是 B（官方转载） / "
        "{kind} “{id}” is of mark B (an official reprint)",
        cure="印刷前打开官方原文，看一次条款和措辞；核对后改为 A / "
        "open the official text once, see article and wording, then set A",
        why="B 表示内容来自转载或者报道，可以发布，但发布单位应当亲自看一次原文。 / "
        "B means a reprint or report: it may be published, but the publisher should read the "
        "official page once.",
        wrong="mark: B",
        right="mark: A",
    ),
    "W304": Code(
        title="来源该重新核对了 / Source due for review",
        text="来源“{id}”应在 {day} 前核对 / the source “{id}” was to be reviewed by {day}",
        cure="看它是否仍然有效、有没有修订，再改 checked_on 和 review_by / "
        "see whether it is in force and unchanged, then set checked_on and review_by",
        why="文件可能已经修订或者废止。 / The document may have been amended or repealed.",
        wrong="review_by: 2020-01-01",
        right="review_by: 2027-05-31",
    ),
    "W305": Code(
        title="内容该重新核对了 / Contents due for review",
        text="{kind}“{id}”应在 {day} 前核对 / {kind} “{id}” was to be reviewed by {day}",
        cure="通读一遍，再改 checked_on 和 review_by / "
        "read it through, then set checked_on and review_by",
        why="活动和案例也要定期核对：是否改判，号码是否还对。 / "
        "Campaigns and cases are reviewed too: a retrial, a number that changed.",
        wrong="review_by: 2020-01-01",
        right="review_by: 2027-05-31",
    ),
    "W306": Code(
        title="核对日期在今天之后 / Checked in the future",
        text="核对日期 {day} 还没有到 / the day of checking, {day}, has not come",
        cure="写实际核对的那一天 / write the day on which it was checked",
        why="核对日期是已经做过的事，不是计划；计划写在 review_by。 / "
        "It tells what was done; plans go into review_by.",
        wrong="checked_on: 2999-01-01",
        right="checked_on: 2026-11-24",
    ),
    "E185": Code(
        title="几个活动里有同一个编号 / Id in several campaigns",
        text="“{id}”在几个活动里都有：{campaigns} / several campaigns have a “{id}”: {campaigns}",
        cure="加上 --campaign，写明是哪一个活动 / say which one with --campaign",
        why="编号在一个活动里不会重复，在几个活动之间可以。不问清楚就画，可能把别的活动的海报送去"
        "印刷。 / "
        "An id is used once in a campaign; two campaigns may both use it. Drawing either without "
        "a question could send the wrong sheet to print.",
        wrong="handbill sheet schools-poster",
        right="handbill sheet schools-poster --campaign job-seeking",
    ),
}
