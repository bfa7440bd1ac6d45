"""Rules about what is said of people: suspicion for what they are, and insults."""

from __future__ import annotations

from handbill.check.lint.rules import Rule, Say
from handbill.problems import Both

ORIGIN = Rule(
    "origin",
    "E623",
    "claim",
    Both(
        "按籍贯、口音、民族、年龄猜疑人",
        "it suspects people for where they come from, how they speak, or their age",
    ),
    Say(
        (
            "(严防|严查|严控|防范|警惕|提防|盯紧|重点盯)…<origin>",
            "<origin>…(两地|几省|等地|一带)?…来的…(新面孔|面孔|人|年轻人|租客)……(记|登|报|盯|查|"
            "问|留意|看)",
            "(乡音|口音|方言|外地话|乡下话)……(盘问|查|报|十有八九|多半|可疑|当|先|记|盯)",
            "(农村|乡下|山里|外地|小地方|县城)…(来的|出来的|出身)…(学生|孩子|人|姑娘|小伙|女人|"
            "男人)……(眼皮子浅|没见过世面|好骗|容易|重点|贪|单纯|傻|爱|虚荣|教育对象)",
            "(年轻人|小年轻|小伙|姑娘|青年|学生|男女|岁的)…(合租|同住|住一起|扎堆|聚集|"
            "进进出出)……(当|视为|算|可疑|报|查|盘|举报|一律)",
            "(看|瞧)(着|上去|起来)?…(长相|打扮|穿着|面相|衣着|发型|纹身)……(就知道|就能|判断|"
            "可疑|盘问|不像好)|穿得(土|破|寒酸|花哨)",
            "(男的|女的|女人|妇女|寡妇|单身|离异|退休|下岗|残疾|低保|穷人|穷)…(都|最|就是|天生|"
            "容易)…(好骗|心软|爱贪|贪便宜|没脑|虚荣|被骗|上当|懒)",
            "<origin>[省|市|县|籍|那边|一带][、|和]…[人|籍|来的|的|口音|户籍|牌照|租客|租户|"
            "青年|房客|人员|人口]……"
            "<suspect>{!安全|防骗|保暖|天气|证件|行李|合同|身体|财物|被骗|骗子|办理|核实|保管|"
            "自己|诈骗|<charge>}",
            "<suspect>…<origin>[省|籍|来的](人|籍|口音|话|来的|户|租客|租户|务工|人员|牌照|"
            "口音的|人口)",
            "(tenant|<origin>)籍[为|的|一律]|谢绝<origin>|(拒绝|谢绝|不招|不租|不接|不收|"
            "不要)…(<origin>|外地|外省)",
            "(外地|外省|外来|外乡|<origin>)(人|户|口音|籍|来的|的)……(骗子|传|嫌疑|可疑|有问题|"
            "坏人|小偷|犯罪|不是好|干这|搞这|闹事|祸害|脏乱)",
            "(出事|犯事|作案|搞这个|干这个|骗人|<charge>|犯罪|闹事|惹事)…的?…(都是|全是|多是|多半是|"
            "大多是|就是|不是…就是)…(外地|外来|外省|外乡|<origin>|农村|乡下|年轻|老人)",
            "本地人……(不会|不干|不做|才|放心|可靠)……|(只|仅|优先)(租|招|收|接待|录用)…(本地|"
            "本省|本市)",
            "(哪|某|那)(个|几个|些)省…的?人|(哪里|哪儿|哪)(来的|的)人…(爱|多|会|最|都)|(地域|"
            "籍贯|户籍|老家|口音|来历|民族)……(分级|分类|分红|分色|分组|颜色|管理|区别|甄别|筛|"
            "挑|判断|识别|辨别|排查|核查|登记)",
            "<accent>……(<suspect>|的人|的租客|的，|要|多半|都|一律|最)",
            "(听|凭|看|按|从|根据|以|问)(出|清)?(口音|方言|籍贯|老家|年龄|民族|长相|穿着|来历)……"
            "(认|判断|识别|辨|看出|分|排查|筛|盘问|就知道|登记|挑)",
            "<ethnic>……(<suspect>|登记|一律|不租|不准|不得|查|另)",
            "(老人|老年人|老头|老太|年纪大|上了岁数|上岁数|老同志|农民|农村人|乡下人|妇女|女人|"
            "大妈|大爷|家庭主妇|学历低|没文化|没读过书|残疾人|打工妹|单身女)……"
            "(最好骗|好骗|最容易(上当|骗|被骗|受骗)|容易(被洗脑|骗)|脑子|糊涂|爱占便宜|贪便宜|"
            "贪小便宜|不懂事|头脑简单|没见识|没主见|耳根子软|见识短|拖累)",
            "(年轻人|小年轻|青年男女|男女青年|青年|小伙子|姑娘|大学生|90后|00后|单身|打工的|"
            "无业|没工作|外来工|务工人员)……(嫌疑|可疑|一律|要盘问|盘查|重点查|多半是|都是|上报|"
            "不租|一概)",
            "(不是一家人|非亲非故|不是亲戚|男男女女)……(嫌疑|可疑|有问题|一律|盘查|传|不正经)",
        ),
        "河南人、安徽人来租房，要多留个心眼。",
        "不因为租客从哪里来、什么口音、多大年纪就起疑。",
    ),
    Say(
        (
            "(country|village|rural|farm|old|elderly|young|poor) (girls|boys|women|men|folk|"
            "people|ladies)……(fall for|will fall|believe anything|watch them|naive|easily|"
            "greedy)",
            "(locals|local people|our own people|natives) (do not|don't|never|would never|"
            "would not)……(outsiders|strangers|always)|always the (outsiders|strangers|migrants|"
            "newcomers)",
            "(register|check|question|search|watch|screen|report)~ ……(ethnic|minorities|"
            "minority|migrants|outsiders|provinces|northerners|southerners|foreigners)",
            "(cannot|can't|do not|don't|who) speak (our|the local|with|a)…(dialect|language|"
            "accent)",
            "<suspect>……(from|with)……(<origin>|accent|accents|dialect|provinces|province|abroad)",
            "(<origin>|accent|accents|dialect)……<suspect>",
            "(people|tenants|anyone|those|guests|workers|applicants|visitors) (from|with|of) ……"
            "(<origin>|accent|accents|provinces|ethnic~)…<suspect>",
            "(accent|dialect|home province|place of origin|birthplace|ethnic~)……"
            "(gives them away|tells you|shows|means|suspects|suspect|betrays)",
            "(do not|don't|never|no|not) (hire|rent to|employ|accept|admit|serve|"
            "let to)…(applicants|tenants|people|anyone|workers|guests) from",
            "(keep an eye|watch out|eye) (on|for) (tenants|people|anyone|strangers|guests|"
            "workers|outsiders)…(from|with)",
            "(the elderly|old people|older people|elderly people|the old|pensioners|"
            "country people|women|villagers|peasants|young people|migrants)……(slow|easiest prey|"
            "easy prey|easily fooled|easy to fool|gullible|naive|senile|greedy|easy targets|"
            "will believe anything|not to be trusted|suspicious)",
            "(outsiders|locals|local people)……(never|don't|are the ones|cause|to blame|crooks|"
            "swindlers|not welcome)",
        ),
        "Keep an eye on tenants from Henan and Anhui.",
        "Accent and home province prove nothing.",
    ),
)
DIGITS = Rule(
    "id-prefix",
    "E623",
    "pick",
    Both(
        "按身份证号码的头几位挑人", "it picks people by the first digits of their identity numbers"
    ),
    Say(
        (
            "(身份证|证件|证号|身份号码|身份证号|公民身份号码|号码)……(前|头)(几|两|二|三|四|六|"
            "2|3|4|6|#)(位|个数)",
            "(身份证|证件|证号|身份号码|身份号)……(第#|末|最后|尾|中间)(到第#)?(位|号|一位|几位|"
            "#位|尾数)",
            "(身份证|证件|证号|身份号码)……(以)?#[、和|、#](开头|打头|起头)|(#)(开头|打头)(的|"
            "一律|不租|，|都|者)",
            "#、#(开头|打头)",
            "(身份证|证件|证号)…(号段|开头|段)|号段……(登记|查|核|挑|筛|重点|分)",
            "(身份证|证件|证号)……(不在|不是|非)(本|我)(市|省|县|地|区)",
        ),
        "身份证号以42开头的租客要重点登记。",
        "不按身份证号的头几位来看人。",
    ),
    Say(
        (
            "(do not|don't|never|refuse to) (rent|let|hire|admit|serve|sell|open|lease)……(card|"
            "cards|id|ids|identity|accent) [number |numbers ](begin|begins|start|starts|is|are|"
            "from|not)",
            "(card|id|identity|number|numbers|cards)……(begin|begins|beginning|start|starts|"
            "starting|end|ends|ending) (with|in) [#|the]",
            "(first|leading|initial) [two |three |four |six |few |# ](digits|numbers|figures)……"
            "(id|identity|card~|cards)",
            "(id|identity)……(first|leading|opening) [two |three |four |six |few ](digits|"
            "numbers|figures)",
            "(id|identity) (number|numbers|card|cards)……(not from|outside|from another|"
            "from other|begin~ with|start~ with|out-of-province)",
        ),
        "Sort visitors by the first six digits of their ID card.",
        "Nobody may be picked out by the first digits of an identity card.",
    ),
)
INSULT = Rule(
    "insult",
    "E624",
    "name",
    Both("骂人、羞辱人", "it insults people"),
    Say(
        (
            "(猪|狗|畜生|鼠|蛆|渣|虫|驴)[们][，|,|！|!](别|滚|不许|不准|去|给我|离)",
            "祖宗(八代|十八代)|丢尽…脸|脸…(都)?让你|脸都…丢|丢(了|尽)?…(祖宗|家里人|全家|父母|"
            "乡亲|村里)的?脸|没脸(见|活)|想…想疯|疯了(吧|吗|是不是)|不值得…(同情|可怜|帮)|"
            "不配…(同情|可怜|做人|当|为人)|行尸走肉|没骨气|没廉耻|猪油蒙|鬼迷心窍|利欲熏心|"
            "见钱眼开|好吃懒做|不务正业",
            "<insult>",
            "(没|无)(救|药可救|脑子|长脑子|皮没脸|教养)(了|的人|的东西)|没救了|对牛弹琴|"
            "人人得而诛之|(智商|脑子|脑袋)(不够|太低|低|有问题|不好使|进水|欠费|堪忧|为零)|"
            "智商税(没交|活)",
            "(贪|馋|蠢|笨|傻|懒)(得|到)(像|跟|无可救)|(像|跟)…(傻子|猪|狗)(一样|似的)|(笨|蠢|"
            "傻)(死|透|到家)",
            "(死有余辜|罪有应得|报应|自找的|自己蠢|自讨苦吃|怪不得别人|怨不得别人)",
            "(丢|丢尽|丢光)(了)?…(脸|人)(的|现眼|。|！|!)|(村里|全家|家里|社会|单位|"
            "学校)的(耻辱|败类|祸害|毒瘤|笑柄|蛀虫)",
            "(骗子|头目|害人|<they>|这种人|这些人|这帮|人员|分子|的人)…(都|就|真)?(是|像|"
            "如)…(畜生|狗|猪|垃圾|苍蝇|老鼠|蛆|魔鬼|害虫|禽兽|瘟神|瘟疫|病毒|僵尸|行尸)",
            "(骗子|头目|<they>|这帮|人员|分子)…狗(滚|都|东西|们)",
        ),
        "贪小便宜，活该被骗。",
        "他不是傻，是有人专门设计好了骗他。",
        "消杀|灭鼠|灭蟑|除四害|杀虫|鼠药|饺子|馅",
    ),
    Say(
        (
            "half a brain|water in (the|his|her|their|your) (brain|head)|dummies|dummy|nitwits|dunces|"
            "blockheads?|airheads?|(no|without) brains|(no|any) (sense of shame|self-respect)|"
            "shame on (you|them)|what (a )?(fool|idiot|moron)s?|you (fool|fools|idiot|idiots|"
            "pig|pigs|greedy|lazy)|birdbrain~|pea-brained|simpletons?|dimwit~|nitwit~|"
            "not worth (our|your|any) (pity|sympathy|help)",
            "(idiot|moron|imbecile|cretin|bastard|scumbag|lowlife|lunatic|sucker|half-wit|loser|"
            "parasite)~",
            "(stupid|brainless|filthy|shameless|subhuman|dumb|gullible|greedy|silly|foolish|"
            "pathetic|disgusting|worthless) [old |young |little ](fool~|people|person|man|woman|"
            "mother|father|pig~|dogs|villagers|members|pensioners|victims|sheep|lot|crowd|"
            "peasants)",
            "scum|vermin|retards|garbage people|human trash|(are|is|you) (trash|scum|vermin|"
            "pigs|rats|dogs|zombies|sheep|animals|parasites|a disgrace|an embarrassment)",
            "…(dogs|pigs|rats|zombies), (get|go|out)|(pyramid|dirty|filthy|brainwashed|greedy|"
            "mindless) (dogs|pigs|rats|zombies|sheep|fools|idiots)",
            "go to hell|deserve~ to (die|lose|be cheated|be robbed)|serve~ (them|you|him|"
            "her) right|(do not|don't) deserve…(pity|sympathy|mercy|help)|"
            "have only themselves to blame|soft in the head|lost (his|her|their|your) (mind|"
            "marbles)|(too|so|that|how) (stupid|dumb|greedy|foolish)|only (a fool|fools|"
            "an idiot|idiots)|good riddance|disgrace to",
        ),
        "Only idiots fall for this.",
        "Do not call anyone an idiot; it shuts the door.",
    ),
)

PEOPLE: tuple[Rule, ...] = (ORIGIN, DIGITS, INSULT)
