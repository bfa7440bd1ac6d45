"""E603, E604, E612 to E640: what no text may do to people."""

from __future__ import annotations

from handbill.problems.code import Code

_SAID = "“{found}”：{reason}（规则 {rule}） / “{found}”: {reason} (rule {rule})"
_ACT = (
    "改成看得见的做法：记下时间地点，打电话，交给有权的机关；不叫人动手 / "
    "say what a person may do: note time and place, call, leave it to whoever has the power"
)

CODES: dict[str, Code] = {
    "E603": Code(
        title="身份证号码 / Identity card number",
        text="这里有一个像身份证号码的号码（规则 {rule}） / "
        "there is a number like that of an identity card (rule {rule})",
        cure="删掉；任何资料都不需要身份证号码 / delete it; no material needs one",
        why="公布身份证号码侵害个人信息，无论是谁的。18 位的、15 位的，全角的、用汉字写的、中间隔开的都认得。"
        " / To publish one violates the person's rights, whoever it is. Numbers of 18 and of 15 "
        "digits are known, full-width, in Han numerals and with spaces between.",
        wrong="text: 张某，身份证号（18 位号码）",
        right="text: 张某",
    ),
    "E604": Code(
        title="正文里有手机号码 / Mobile number in copy",
        text="这里有一个像手机号码的号码（规则 {rule}） / "
        "there is a number like that of a mobile telephone (rule {rule})",
        cure="删掉；单位电话写在地区文件的 contacts 里，正文用 {{contact.种类}} / "
        "delete it; numbers of offices go into contacts of the place, {{contact.<role>}} in copy",
        why="私人号码不该印在宣传品上，写成“幺三八……”的也一样；单位号码放在地区文件里，才能一处改、处处改。"
        " / Private numbers do not belong on notices, however they are spelt; offices' numbers "
        "stand with their place, so that one change reaches everything.",
        wrong="text: 请打（11 位手机号）",
        right='text: "请打{contact.police-station}"',
    ),
    "E612": Code(
        title="银行卡号 / Bank card number",
        text="这里有一个像银行卡号的号码（规则 {rule}） / "
        "there is a number like that of a bank card (rule {rule})",
        cure="删掉；线索交给公安机关，不印出来 / delete it; hand it to the police, do not print it",
        why="卡号是个人信息，也会让人把钱汇过去。 / "
        "It belongs to a person, and somebody may send money to it.",
        wrong="text: 收款卡号（19 位卡号）",
        right="text: 收款的账号，留好，交给办案机关",
    ),
    "W613": Code(
        title="车牌、护照号 / Number plate or passport",
        text="“{found}”像一个人的车牌、证件号（规则 {rule}） / "
        "“{found}” is like a plate or a paper of a person (rule {rule})",
        cure="删掉 / delete it",
        why="凭它能找到一个具体的人。 / It leads to one person.",
        wrong="text: 车牌（某个号码）的面包车天天来",
        right="text: 看到可疑的车，记下来，告诉派出所",
    ),
    "W614": Code(
        title="私人微信、QQ 号 / Private account",
        text="“{found}”像私人的账号（规则 {rule}） / "
        "“{found}” is like a private account (rule {rule})",
        cure="换成单位的电话，或者删掉 / give an office's telephone, or delete it",
        why="私人账号换了人、换了号，印出去的收不回来，也会被冒用。 / "
        "It changes hands, can be impersonated, and cannot be called back once printed.",
        wrong="text: 加我微信（账号）",
        right='text: "请打{contact.police-station}"',
    ),
    "W615": Code(
        title="认得出是谁 / Somebody can be recognised",
        text="“{found}”写出了一个人的姓名、年龄、住处（规则 {rule}） / "
        "“{found}” tells somebody's name, age or home (rule {rule})",
        cure="用“张某”“一名店主”这样的写法，不写年龄、住址、学校 / "
        "write “a shopkeeper”; no age, address or school",
        why="受害人和家里人要能回来过日子；认错了人，害的是无辜的人。 / "
        "Who was harmed must be able to come home; a wrong name hurts an innocent person.",
        wrong="text: （姓名），（年龄），住（门牌）",
        right="text: 一名年轻人",
    ),
    "E620": Code(
        title="叫人动手 / A call to use force",
        text=_SAID,
        cure=_ACT,
        why="扣人、关人、收手机、打人都是违法的，叫别人去做也一样。禁止的话、描述骗子怎么做的话、引来反驳的话不算。"
        " / To hold people, take their phones or beat them is unlawful, and so is to call for it. A "
        "text that forbids it, tells what criminals do, or quotes it to refute it is not meant.",
        wrong="text: 先把他扣住，再报警",
        right="text: 不要扣人，马上打110",
    ),
    "E621": Code(
        title="叫人进门、搜查、断水断电、赶人 / A call to enter, search, cut off or evict",
        text=_SAID,
        cure=_ACT,
        why="住宅和财物受法律保护；断水断电、换锁、赶人是侵权，也会打草惊蛇。 / "
        "Homes and belongings are protected by law; to cut off, lock out or evict is a wrong, and "
        "warns those whom it is aimed at.",
        wrong="text: 趁他不在，翻一翻他的包",
        right="text: 不进屋、不翻包，等民警来",
    ),
    "E622": Code(
        title="叫人曝光、跟踪、偷拍 / A call to expose, follow or film people",
        text=_SAID,
        cure=_ACT,
        why="照片、名字、住址一发出去就收不回来；跟踪偷拍违法，也危险。 / "
        "A face or a name cannot be called back; to follow and film people is unlawful and "
        "dangerous.",
        wrong="text: 把他的照片发到群里",
        right="text: 记下时间地点，告诉派出所",
    ),
    "E623": Code(
        title="按籍贯、口音、年龄、民族、证件号猜疑人 / Suspicion by origin, accent, age or number",
        text=_SAID,
        cure="只写做了什么事，不写是哪里人、多大年纪 / say what was done, never who people are",
        why="从哪里来、什么口音，说明不了任何事；这样写伤人，也把真正的骗子放过去了。 / "
        "Where people come from proves nothing; it hurts, and lets the fraudsters go by.",
        wrong="text: 外地口音的租客要多留心",
        right="text: 只看做了什么，不看从哪里来",
    ),
    "E624": Code(
        title="骂人、羞辱人 / Insult",
        text=_SAID,
        cure="换一种说法：说做法，不说人 / say what is done, not what people are",
        why="被骗的人听见了，不敢回头；骂人的话也侵害名誉。 / "
        "Those who were taken in hear it and do not come back; and it is unlawful.",
        wrong="text: 脑残才会被骗",
        right="text: 每个人都可能上当",
    ),
    "W625": Code(
        title="点名说谁违法 / Somebody is named and charged",
        text=_SAID,
        cure="删掉名字；有判决或者官方发布的，做成案例，写来源和阶段 / "
        "take out the name; where there is a judgment or release, make it a case with its source",
        why="没有依法认定就点名，侵害名誉，也可能冤枉人。 / "
        "To charge somebody by name without a judgment is defamation, and may be wrong.",
        wrong="text: 某个叫得出名字的公司就是骗子",
        right="text: 是不是违法，由主管部门、公安机关依法认定",
    ),
    "W626": Code(
        title="许诺有奖 / A reward is promised",
        text=_SAID,
        cure="写“符合规定条件的，可依法获得奖励；以当地公布的办法为准” / "
        "say that rewards follow the rules published where the reader lives",
        why="奖不奖、奖多少，由当地的办法定；写死了兑现不了，也会引来乱举报。 / "
        "Whether and how much is for local rules; a promise may not be kept, and invites false "
        "reports.",
        wrong="text: 举报一个奖500元",
        right="text: 举报属实的，可依法获得奖励",
    ),
    "W627": Code(
        title="许诺追回钱 / Recovery is promised",
        text=_SAID,
        cure="写“往往很难追回，能否返还由办案机关和法院依法认定” / "
        "say that money is often lost, and that its return is for the court",
        why="追不回来，人就再受一次伤；打保票的多半是第二个骗局。 / "
        "Where it fails people are hurt twice; who promises it is mostly a second fraud.",
        wrong="text: 来报案，钱都能要回来",
        right="text: 越早报案，损失越小",
    ),
    "W628": Code(
        title="没有这样的法律 / No law says so",
        text=_SAID,
        cure="删掉，或者写成一条有来源的法律事实 / delete it, or make it a claim with its source",
        why="说“有执照就合法”“不到几个人不算”，人就放心去了。 / "
        "Who reads that a licence makes it lawful, or that few people do not count, goes along.",
        wrong="text: 有营业执照就合法",
        right="text: 有营业执照，不等于做法合法",
    ),
    "E629": Code(
        title="这句话不对 / This is not true",
        text="“{found}”：{reason}（规则 {rule}） / “{found}”: {reason} (rule {rule})",
        cure="删掉，或者写明这是误解 / delete it, or say that it is a misunderstanding",
        why="活动的 wording.refuted 里列着这些听来的错话；说了就是误导，反驳它的话可以写。 / "
        "wording.refuted of the campaign lists sayings that are never true; to refute them is fine.",
        wrong="text: 不超过三级就合法",
        right="text: “不超过三级就合法”是误解",
    ),
    "W630": Code(
        title="拿一定判刑吓人 / Certain punishment is threatened",
        text=_SAID,
        cure="写“怎么处理由办案机关依法决定”，数额和刑期用 {{claim.编号}} 引用 / "
        "leave it to whoever decides by law; amounts and terms come from {{claim.ID}}",
        why="吓得不敢来说，人就越陷越深；话也不是真的。 / "
        "It frightens people from coming forward, and it is not true.",
        wrong="text: 参加的一律判刑",
        right="text: 主动说明情况的，依法可以从轻",
    ),
    "E631": Code(
        title="模仿公文、通缉令、传票 / A paper of an office is imitated",
        text=_SAID,
        cure="用自己的话说，落款写真实的发布单位 / "
        "say it in words of one's own, signed by the real publisher",
        why="伪造公文违法；看惯了假的，真的也没人信。 / "
        "To forge them is unlawful; and who has seen many false ones does not believe the real.",
        wrong="heading: 公安部紧急通知：今夜起……",
        right="heading: 给居民的一封信",
    ),
    "E632": Code(
        title="短链接、冒充的网址 / Short link or look-alike address",
        text="“{found}”看不出通到哪里，或者像官方网址而不是（规则 {rule}） / "
        "nobody can see where “{found}” leads, or it is like an office's address and is none "
        "(rule {rule})",
        cure="写完整的官方网址 / write the full address of the office",
        why="骗子就用短链接和像官网的网址；印出来的网址，读者会照着打。 / "
        "Frauds use them, and readers type in what is printed.",
        wrong="text: 登记请点 t.cn/（几个字母）",
        right="text: 登记请到 www.gsxt.gov.cn",
    ),
    "W633": Code(
        title="审核过的句子改了或者不在了 / A review no longer holds",
        text="“{text}”（规则 {rule}）没有再查出来 / “{text}” (rule {rule}) is no longer found",
        cure="句子改了就重新审核，不在了就从 reviewed.yml 里删掉 / "
        "look at it anew when the text has changed; delete the entry when it is gone",
        why="审核只管那一句、那几个字；改了一个字，就不是看过的那一句。 / "
        "A review holds for its text, letter for letter.",
        wrong="text: 改过以前的那一句",
        right="text: 现在的那一句，重新看过",
    ),
    "N634": Code(
        title="这一句审核过 / This was reviewed",
        text="“{text}”（规则 {rule}）：{who}，{on} / “{text}” (rule {rule}): {who}, {on}",
        cure="不用改；理由写在 reviewed.yml 里 / nothing to do; reviewed.yml has the reason",
        why="有的话规则会查出来，看过以后可以留着。谁看的、哪天、为什么，都写在旁边，每次检查都说一次。 / "
        "A finding may stand when an office has looked at it. Who, when and why stand beside it, and "
        "every check tells it.",
        wrong="text: 没有审核过的那一句",
        right="who: 法制科",
    ),
    "E640": Code(
        title="反驳的错话写得不对 / A refuted saying is not whole",
        text="wording.refuted：{reason} / wording.refuted: {reason}",
        cure="改 says、caught 或者 passes：caught 要查得出来，passes 不该查出来 / "
        "mend says, caught or passes: caught is to be found, passes is not",
        why="每一条都带一句要查出来的、一句不该查出来的，检查时就试一遍，免得写了等于没写。 / "
        "Each brings one sentence to find and one to leave alone, and check tries both.",
        wrong="says: [不超过（三级]",
        right="says: [不超过#级…合法]",
    ),
}
