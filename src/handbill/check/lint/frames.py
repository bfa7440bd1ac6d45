"""Sentence frames over the thesaurus: for each rule, how its classes of words stand together.

An act on somebody or something may be ordered (V O), with 把, 将, 对, 给 (O V), with the object in
front ("手机统一收走"), in the passive ("phones are to be handed in"), or as a slogan.
"""

from __future__ import annotations

_ACTS: dict[str, tuple[tuple[str, str], ...]] = {
    "hold": (("v_hold", "human"),),
    "seize": (("v_take", "o_goods"),),
    "beat": (("v_beat", "human"),),
    "search": (("v_look", "o_inside"),),
    "enter": (("v_enter", "o_home"),),
    "cut": (("v_cut", "o_power"),),
    "evict": (("v_evict", "human"),),
    "expose": (("v_show", "o_private"),),
    "follow": (("v_follow", "human"),),
}
_OWNED = frozenset({"seize", "search", "expose"})
"""Acts on things that are harmful when the things are somebody else's."""
_THINGS = frozenset({"seize", "search", "cut", "expose"})


def _acts_zh() -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for rule, pairs in _ACTS.items():
        if rule == "enter":
            continue
        for verb, thing in pairs:
            v, o = f"<{verb}>", f"<{thing}>"
            whose = "<his>[的]…" if rule in _OWNED else ""
            made[rule] = [
                f"{v}…{whose}{o}",
                f"(把|将|对|给|让|叫){whose or '…'}{o}…{v}",
                f"{whose}{o}[和|、|连]…<v_must>…{v}",
            ]
            if rule in _THINGS:
                made[rule].append(f"{whose}{o}[，|给]{v}")
    return made


_ZH: dict[str, tuple[str, ...]] = {
    "hold": (
        "(不许|不准|不让|别让|莫让|不得让|休想|禁止|不给|不放)<human>…<v_ban>",
        "(看|守|陪|盯)(住|着|牢|紧)<human>……(不|别|莫)…(走|离开|出门|睡|合眼|出来)",
        "(安置|留|看护|照看|陪护|请|带|送)…(值班室|门卫室|办公室|会议室|警务室|小屋|宿舍|屋里)……(勿使|不使|不让|"
        "不许|不准|防止|免得|别让|莫让)…(离开|离去|走|跑|出去|脱身)",
        "(轮流|轮班|几个人|大家|一起)…(陪着|看着|守着)……(不合眼|不睡|开口|松口|嘴硬|想通|认错)",
        "(不|没)(交代|说清|认错|认罪|还钱|退钱|写|签|招)…(不许|不准|不能|别想|不让|休想|甭想|别)…(走|回|离|出)",
        "(交代|认错|认罪|说清|写完|签字|想通|想明白|还钱|交钱|退钱)[了|完]…(再|才|方可|才能|前)…"
        "(放|走|离开|回家|出去|出门)",
    ),
    "seize": (
        "(手机|证件|身份证|钱包|银行卡|护照|行李|存折)[、|和|及]…(一律|统一|先|全|都|全部|必须|"
        "集中|要|须|暂时|应|得)…<v_take>",
        "(没收|收缴|收走|扣下|扣押|扣留|砸|扣了|收掉|收他|收她)…(手机|证件|身份证|钱包|银行卡|"
        "护照|行李|存折|电脑|户口本)",
        "(手机|证件|身份证|钱包|银行卡|护照|行李|存折)(收走|没收|扣下|收缴|扣押|收上来|砸了|"
        "扣了|扣留|先收)",
    ),
    "beat": (
        "(棍子|棍棒|拳头|巴掌|皮带|鞭子|扁担|耳光)…(伺候|招呼|说话|侍候|教训|管用|最管用|等着)",
        "(用|拿|抄起|操起|带上)…(棍|棒|拳头|家伙|皮带|扁担|锄头)…(打|教训|赶|招呼|说话|解决)",
        "(狠狠|往死里|好好|痛快|使劲|用力)…(打|揍|抽|收拾|教训|修理|踹|整)",
    ),
    "search": (
        "(趁|借|以|假装|借口|以…名义)…(查水表|抄表|检修|维修|送快递|装宽带|查煤气|检查消防|机会|借口)……(看|瞄|"
        "瞧|翻|记|数|摸|拍)",
        "(逐户|逐间|逐个|挨户|挨家|挨个|一个一个|突击|趁……|半夜|夜里|强行|随时|每天|每晚|必须|"
        "定期)…<v_look>…<o_inside>",
        "(包|行李|箱子|房间|屋子|手机|床底|抽屉|衣柜|出租屋|私人物品)(都|全|一律|要|必须|先|"
        "挨个|逐个|随时)…(搜|翻|查|打开|检查|掏)",
        "(搜|翻)(他|她|他们|人|一下|一遍|了)?…<o_inside>",
    ),
    "enter": (
        "<v_enter>",
        "(房东|物业|保安|楼长|楼栋长|业主|我们|志愿者|网格员|居委会|单位|学校|宿管)…(可以|可|"
        "有权|能|随时|应|要|必须|直接|请)…(进屋|进门|入户|入室|进入|开门|进房|进去|查房)…{!宣传|"
        "登记|抄表|维修|走访}",
    ),
    "cut": (
        "(停|断|掐|切|剪|拉|拔|封)(他|她|他们|她们|租客|这户|那户|这家|那家|其|它)们?(家|的)?…<o_power>",
        "(线路|检修|维修|欠费|跳闸|故障)…(为由|为名|借口|名义)……(没有|断|停|用不上|没)…(电|水|气|网)",
        "(气阀|水阀|电闸|总闸|阀门)……(谁都|大家|人人)…(拧|关|拉)…",
        "(让|叫|使)<human>…(没|用不上|用不了|断|停)…<o_power>",
        "(没|无)(水|电|气|网)[没|无]…(看|自然|就|住|走|搬)",
    ),
    "evict": (
        "(叫|让|令|请|逼|催|限|责令|勒令|要求|命)<human>…(今晚|今天|明天|马上|立即|立刻|连夜|尽快|"
        "#天|#小时|即刻|当天|天黑|日内)…(搬|走|滚|离开|退租|腾)",
        "(行李|铺盖|被褥|东西|衣服|家具|家当|箱子)…<v_evict>",
        "(滚|滚出|滚出去|滚回)…(村|小区|本|我们|老家|去)",
    ),
    "expose": (
        "(见|来|抓|查|发现|逮)一个[，|就]…(曝光|公布|晒|公示|通报|发|贴|挂)一个",
        "(照片|名单|姓名|名字|住址|地址|电话|门牌号?|视频|身份证|截图|大名|脸)[、|和|及|连同]…"
        "(上墙|公示|公布|张贴|曝光|上网|上榜|公开|示众|登报|贴出来|贴出去|上电视|挂网|发群里|发网上)",
        "(拍|录)(视频|段|个|他|她|下来|照片|下)…(传|发|上)…(抖音|快手|网上|群里|朋友圈|微博|业主群|家长群)",
        "(叫|让|使|教)<human>…(出名|丢脸|丢人|抬不起头|没脸见人|现形|红一把|火一把|没法做人)",
        "(把|将|请)……(被骗|受骗|受害|上当|中招)(的|人|者|学生|家庭|老人|群众)?…"
        "(全名|姓名|名字|照片|门牌|门牌号|住址|情况|经过|名单)……(报来|印|刊|登|公布|公示|张贴|通报|贴|发|"
        "念|上墙|广播)",
        "(刊登|登出|印制|宣读|通报|公布|公示|张贴|点名|念出|广播)…(被骗|受骗|受害|上当|中招)…(全名|姓名|名字|"
        "照片|门牌|门牌号|住址|名单|家庭)",
        "(在|到)…(班会|大会|群里|例会|村会|校会|广播|喇叭|全校|全班|全村)…(点名|念名|亮相|检讨|说明|批评|"
        "通报)",
        "(不打码|不打马赛克|不用打码|不要打码)…(上传|发|公开|传|播)?",
        "(让|叫|教)…(全城|全市|全村|全校|全国|大家|街坊|四邻|所有人|人人)…(知道|认识|看见|看清|记住|唾弃)",
        "(把|将)(被骗|受骗|上当|参与|参加|涉事|可疑|欠钱|欠债)…(名单|姓名|名字|照片|信息|学生|人员)"
        "…<v_show>",
        "(在|到)(他|她|他们|她们|那家|那户|这家|这户)…(门|墙|窗|楼|单位|车)…(贴|写|喷|挂|涂|刷|泼)",
    ),
    "follow": (
        "(记|写|报|说|拍|录)(下|清|清楚|一次|一报)?…<his>…(几点|什么时候|何时|进出|出入|出门|回家|和谁|"
        "跟谁)",
        "<they>…(每天|几点|和谁|跟谁|何时)……(报一次|记下来|汇报|上报|报到|记录|记一次|报告)",
        "<his>…(每天|几点|什么时候|何时|进出|出入|和谁|跟谁|一举一动|动向|动静|行踪)……(记|写|报|"
        "盯|拍|录|掌握|上报|汇报)",
        "(对门|邻居|隔壁|保洁|保安|门卫|网格员|同学|室友)…(留意|留心|盯|注意|记下|监督|看着)…(<his>|"
        "那户|这户|那家|动静|垃圾)",
    ),
    "origin": (
        "<group>[、|和]…<always>{!可能|有可能|要|可以|能|应|该|是受害|需|会遇|会碰}…<bad>{!课|局}",
        "<group>…<always>…[干|搞|做|是|在搞]<charge>{!课|局}",
        "<group>[，]…<bad>[了]?…(别|不要|莫|不许|不准)让<they>…",
        "<group>……(一律|都|全)(当|按|视为|算)[成|作]?<charge>[处理]?",
        "<group>[，]…(一律|都|要|须|应|先|必须|得|请|统统|全部|一概|就|需|务必|重点)…<deal>",
        "<group>[，]<deal>{!课|知识|讲座|活动|骗|宣传|手册}",
        "<group>…(一律|都要|都得|必|先)(查|审|赶|搜|防|盯|问|验)",
        "<refuse><group>",
        "(不再|别再|以后不|再也不|坚决不)(租|招|收|接|雇)[给|用|待]?<origin>",
        "(别|不|莫|勿)[要|能|可]?(租|招|收|雇|用|信|相信|靠近|接近|搭理)[给|用]?<group>",
        "(一看|看着|听着|一听)…<group>……<deal>",
        "(住|来|租|招|用|收|录)(的)?[都]?(只|仅|限)…(本地|本省|本市|本村|本县|汉族|男|已婚|夫妻)",
        "(限|只限|仅限|只租|只招|只收|仅租|仅招)(本地|本省|本市|本村|本县|汉族)",
        "(<origin>|外地|外省)…(牌照|车牌|身份证|户口|号段)…<deal>",
    ),
    "id-prefix": (
        "(证件号|身份证号|证号|身份证|证件|号码)[是|为|以]?#(字头|打头|开头|起头|段|号段|开始|起)",
        "#(字头|打头|开头|起头|号段)(的|者|一律|都不)",
        "(身份证|证件|证号)……(年份|生日|出生|地区码|区号|地址码|行政区划)…(看|查|挑|筛|判断|不租|"
        "登记)",
    ),
    "insult": (
        "(最|真|太|多|好|全|都|又|就)(蠢|笨|贱|傻|蠢笨)",
        "(打倒|消灭|铲除|干掉)…(狗|猪|渣|蛆|畜生)",
        "(书|饭|学|年纪)…(读|吃|白|活)…(狗肚子|狗身上|猪身上|白吃|白读|白活)",
        "(三岁|小孩|幼儿园|猪|狗|傻子)…(都)(骗不到|不信|不上当|看得出|比你|知道)…",
    ),
    "reward": (
        "(把|将)…(报上来|交上来|供出来|说出来|带过来)……(少说|至少|几千|几百|#|有赏|有奖|奖|红包|钱)",
        "(少说也有|少不了|稳拿|轻松拿|白拿|净赚)…(#|几千|几百|红包|奖金)",
        "<report>…[人|者|的|，|属实|成功|一个|一处|一条]…<pay>…<gift>",
        "(<report>|上报|劝|抓|端掉|举报)…(一个|一处|一条|一人|一次|#个|#处|#条|两处|两个)[，|的|就]…"
        "<pay>",
        "(举报|报信|告密|报料|爆料|线索|检举|揭发|上报|通风报信)[人|者|的|就|即|，]…(有|给|发|送|领|拿|"
        "享|赚|返|得)…(红包|钱|奖|礼|赏|现金|好处|#)",
        "<report>…(一个|一处|一条|一人|一次|一起|#个|#处|#条|窝点|的|者|人|，|就)…(送|换|免|领|得|给|发|赏|兑)…"
        "(<gift>|大?红包|停车费|半年|全年|一年)",
        "(检举|举报|揭发|线索)……(按|照)…(百分之#?|#%|比例|人头|金额)…(提成|奖|分成|抽成|给|发)",
        "(线索|举报|情报|消息|信息)…(属实|查实|有效|采用|采纳|核实)[，|的|者]…(兑现|奖|领|发|给|送|换|"
        "赏|得)",
    ),
    "recovery": (
        "<helper>…[，]…<soon>…<regain>",
        "<helper>……<lost>…<regain>",
        "<lost>…<soon>…<regain>",
        "<soon>…(帮您|帮你|替您|给您|为您|让您)…<regain>",
        "<regain>…<lost>……(先交|先付|收费|手续费|服务费|保证金|佣金|只收|律师费|经费|分成|抽成|提成)",
        "(出面|代为|统一|替|代)…(追讨|追款|追损|维权|要债|追回|讨要)……(收|交|付|缴)…(费|经费|定金|押金|佣金|手续)",
        "(先交|先付|交|付|收|收取|缴)…(费|钱|押金|定金|经费|佣金|#元)(，|即|就|后|再)…<regain>",
        "(不少人|很多人|已有|上百人|大家|别人|老乡|他们)…(已|已经|都|拿到|领到)…(退款|拿回|追回|退了|"
        "要回|退钱|到账)",
        "(找|来|加|打|联系|委托)…(我|我们|本所|本会|律师|电话|热线)[，|就|即|可]…<soon>…<regain>",
    ),
    "false-law": (
        "(只|仅|才)(介绍|拉|发展|带|收|交|听|去|转发|讲|借|帮|管|租|做|当)……<lawful>",
        "(只|仅|才)(介绍|拉|发展|带|收|交|听|去|转发|讲|借|帮|管|租|做|当)……<no_crime>",
        "(没|未|不)(拉人|收钱|赚钱|拿钱|签|交钱|得利|获利|参与管理|讲课|报案|抓现行|立案)……<lawful>",
        "(没|未|不)(拉人|收钱|赚钱|拿钱|签|交钱|得利|获利|参与管理|讲课|报案|抓现行|立案)……<no_crime>",
        "(自愿|不知情|不知道|熟人|亲戚|亲友|朋友|家人|老乡|一家人)……(就|都|便|，|之间|的)…<lawful>",
        "(自愿|不知情|不知道|熟人|亲戚|亲友|朋友|家人|老乡|一家人)……(就|都|便|，|之间|的)…<no_crime>",
        "(有|办了|持|拿了|签了|挂了|写了|写明)…(合同|协议|执照|牌照|许可|证|批文|备案|纳税|发票|产品|"
        "商品|实物|公章|自愿|赠与)……(就|都|便|，|即)…<lawful>",
        "(有|办了|持|拿了|签了|挂了|写了|写明)…(合同|协议|执照|牌照|许可|证|批文|备案|纳税|发票|产品|"
        "商品|实物|公章|自愿|赠与)……(就|都|便|，|即)…<no_crime>",
        "(三级|两级|二级|三层|两层|二层|#级|#层|#人|#个人|#元|#万)(以内|以下|之内|之下|不到)……"
        "<lawful>",
        "(三级|两级|二级|三层|两层|二层|#级|#层|#人|#个人|#元|#万)(以内|以下|之内|之下|不到)……"
        "<no_crime>",
        "(#级|#层|#人|#个人|#元|#万)(以上|以外|开外|封顶)?(才算|才管|才犯|才抓|才立案|才归|才违|才罚)",
        "(房东|业主|物业|保安|家长|父母|家属|单位|老板|老师|邻居|群众|村民|我们|居民|公民|任何人|谁|"
        "社区|村里|居委会|志愿者)…(可以|可|有权|能|有权利)[随时|直接|自己|先|自行|合法|临时]?<harm_ok>",
        "<harm_ok>……(不违法|不犯法|合法|不算|是合法|没事|没人管|不用负责|不担责|应该的|是权利|有理|"
        "正当)",
        "(不归|不属于|轮不到|用不着)(法律|公安|警察|工商|政府|国家|派出所|法院)…管",
        "(国家|法律|警察|公安|政府|工商)(只|才)(打|管|查|抓|罚|认)…(#级|#人|#万|大|头目|老板|组织者|合同)",
        "(法律|警察|公安|工商|政府|国家|法院|派出所)…(管不|不管|只认|只管|拿…没|抓不|查不|奈何不|"
        "不追究|没规定|不禁止)",
        "(是|属于|都是|算)(正常|正当|合法|普通)…(商业|经营|销售|生意|模式|消费|投资|直销|赠与|分享)",
        "(就|都|便|根本|所以|那|本来)(不构成|不属于|不算|不叫|不是)(犯|违|罪|诈|骗|非法)",
    ),
    "certain": (
        "<join>…[，|者|的|就|都|一律]…(就|都要|都得|要|得|定|必|一律|会|是|按|全|，|等着|等于|即|直接|当场|"
        "准|立马|予)…<hurt>",
        "(谁|凡|凡是|只要|敢|一次|一个|一经|违者|者|再)…[，|就|都|，一律]…(罚|拘|判|关|蹲|坐牢|拘留|"
        "罚款|劳教|扣)[款|留|满|你|他]?#(天|日|月|个月|年|元|块|万|千|百)",
        "(罚|拘|判|关|蹲|拘留|罚款|坐牢)[款|留|满]?#(万|天|年|月|千元|个月)…(起|没商量|跑不|少不|打底|"
        "以上没|没跑)",
        "(一个|谁|全|人人|个个)(都|也)…(不|别想|休想|甭想)…(放过|逃|跑|躲|饶|脱|漏|例外)",
        "(等着|等待|准备)…(<hurt>|警车|传票|法院|公安|警察|收尸)",
        "(定予|必予|均予|一律予以|定将|必将|定要|终将|终究|迟早|早晚|注定)…(<hurt>|惩|究|办|罚|制裁)",
        "(就|就要|就得|就会|准|必|定要|肯定要)(蹲|判|关|坐|拘|吃)…(#年|#天|大牢|牢|监狱|局子|号子|牢饭)",
        "(警察|公安|警车|民警|法院)…(明天|今晚|马上|肯定|一定|迟早|立刻|立马|随时|早晚)…(抓|铐|带走|上门抓|"
        "收拾|找你|找您)",
        "(子女|孩子|儿女|后代|三代|家人|全家|亲属)…(终身|一辈子|永远|都|也|一律)?(不得|不能|不准|别想|无法|"
        "休想|没法)…(参军|考公|上学|当兵|政审|入党|考编|上大学|就业|贷款)",
        "(概莫能外|无一幸免|插翅难|天网恢恢|在劫难逃|休想逃|逃不脱|跑得了和尚|绝无例外|概不例外|"
        "别怪…无情|勿谓言之不预|后果自负|吃不了兜着走)",
        "(案底|前科|黑名单|污点|失信)…(背定|跟…一辈子|跟着|洗不|一辈子|定了|永远|伴随|跟定)",
    ),
    "imitation": (
        "<v_make>…<doc>",
        "<doc>的?(样子|格式|样式|版式|形式|口吻|模样|版面|语气|模板|排版|抬头|腔调)…",
        "<emblem>[、|和]…<v_stamp>",
        "<v_stamp>[的]?…<emblem>",
        "^中华人民共和国……(<doc>|令)(：|:|，|！)",
        "^<doc>{!通知|公告|通告}[：|:|（]?(编号|第#号|文号|（#）|〔#〕|案号|存根|副本)",
        "^(中华人民共和国)?<issuer>[（|关于|的|第]…(<doc>|令)[：|:|！|!|，|,|。|（|第]",
        "^(中华人民共和国)?<issuer>[（|的|紧急|特别|联合|加急|特急](<doc>|令){!发布|印发|》|的|是|不|会|出台|规定|怎么|上|书|后|里|真|要|可}",
        "^(中华人民共和国)?…<issuer>关于……的(紧急|特急|加急)?(通告|通知|命令|决定)……(立即执行|见字|务必|"
        "不得有误|遵照执行|限|严办|违者|否则)",
        "(国|公|市|省|府|政|办|法|检|司)(办发|发|函|办|办函|通字|公发|字|政发)?〔#〕#号(：|:)",
        "(兹|特|现)…(任命|委任|传唤|通缉|命令|责令|授权)[你|您|：]",
        "(兹|现|特|经查)(通知|传唤|命令|责令|决定|告知|通缉|拘传)(你|您|如下|以下|将|对|于|：)",
        "(本院|本局|我局|我院|本部|本机关|本庭|我部)…(将|已|决定|依法|命令|责令|要求|通知|限)…",
        "(无故不到|逾期不到|拒不到庭|拒不配合者|抗拒者|违令者|违抗者|拒不服从)…",
    ),
}


def _acts_en() -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for rule, pairs in _ACTS.items():
        for verb, thing in pairs:
            v, o = f"<{verb}>", f"<{thing}>"
            whose = "<his> " if rule in _OWNED or rule == "enter" else ""
            made[rule] = [
                f"{v}…{whose}…{o}" if whose else f"{v}…{o}{_POSSESSED}",
                f"{o}…(must|should|shall|to|will|has to|have to|needs to|need to|can|may) "
                f"[all |always |then |first |now |also ](be|get) …{v}",
            ]
            if whose:
                made[rule].append(f"{v} [the |all the |all |every |any ]<who_room>…{o}")
    return made


_POSSESSED = "{!'}"
_SPLIT = "(out|away|off|up|down|in|inside|from|packing|onto|indoors|back|there|locked|into)"
_EN: dict[str, tuple[str, ...]] = {
    "hold": (
        f"(lock|tie|shut|hold|keep|pin|round|coop|march|drag)~ <human> {_SPLIT}",
        "(have|get|let|ask|send) …(men|guys|lads|guards|neighbours|brothers|people|uncles) …(carry|drag|hold|"
        "take|bring|march|escort|sit|keep|catch|grab|fetch)~ (him|her|them)",
        "(nobody|no one|none of them) (leaves|gets out|goes|gets away|walks out|may leave)",
        "(not|never|don't) let <human> …(leave|go|out|away|escape|sleep|phone|call|eat)",
        "<human> (is|are|has|have) to be (kept|held|locked|watched|guarded|confined)",
    ),
    "seize": (
        "(collect|confiscate|seize|take|keep|hold|withhold|hand over|hand in|surrender)~ …"
        "(phones|passports|id cards|ids|identity cards|bank cards|wallets|bank books)",
        "(phones|passports|id cards|ids|identity cards|bank cards|bags|wallets|keys) …(handed over|"
        "handed in|confiscated|collected|taken away|surrendered|taken|locked away|kept by)",
    ),
    "beat": (
        "(give|teach|show)~ <human> …(beating|lesson|slap|slaps|kick|kicking|thrashing|hiding|what for|"
        "black eye|fist|fists|stick|belt)",
        "(a few|a good|a sound|some|a hard) (slap|slaps|beating|beatings|kick|thrashing|hiding|smack|punch)",
        "(fists|sticks|clubs|bats|violence|beatings|force) (will|is|are|work|works|solve|teach)~",
        "(violence|force|fists) is the …(language|way|answer)|make <human> (suffer|pay|sorry|regret|"
        "kneel|bleed|talk|confess)",
    ),
    "search": (
        "open~ (parcels|letters|mail|packages|envelopes|post)",
        "(room|rooms|bag|bags|flat|flats|house|home|luggage|locker|lockers|phone|phones) (search|"
        "searches|inspection|inspections|checks|check) …(every|daily|weekly|nightly|tonight|without|"
        "compulsory|any time)",
        "(look|search|check) (under|in|inside|through|behind) (the|every|all|each) …"
        "(bed|beds|bags|drawers|wardrobe|wardrobes|cupboards|luggage|mattress|mattresses|rooms|flats)",
    ),
    "enter": (
        "(climb|break|burst|sneak|slip|barge|storm|get|go)~ in (by|through|over|at night|from the|and)",
        "(enter|go in|walk in|come in|let yourself in|go into|open up|inspect) …(any time|anytime|"
        "whenever|without knocking|without asking|unannounced|without notice|without a warrant|"
        "while they are out|while he is out|when nobody|when they are out|uninvited)",
        "(use|using|take|get|with|keep|grab|lend|borrow|make) …(spare|master|duplicate) key~",
        "(spare|master|duplicate) key~ (is|are|opens|open|does|do|will|lets) {!not}",
        "(break|kick|force|smash|pick|drill)~ (the|their|his|her|that) (door|doors|lock|locks|window)",
    ),
    "cut": (
        "(cut|switch|turn|shut) (the|their|his|her|its|all) <o_power> off",
        "(have|get|having|getting) the <o_power> (disconnected|cut|cut off|shut off|switched off|turned off|"
        "stopped)",
        "(put|fit|get) …(new|another|second) (bolt|lock|padlock|chain)~ …(so|keep|out|cannot|can't)",
        "(leave|keep) <human> …(without|in the dark|no) …(water|power|electricity|gas|light|heating|dark)",
        "no (water|power|electricity|gas|heating|heat)…(for|until|till)",
        "(chang|replac|glu|weld|seal|block|jam)~ (the |all |all the |their |his |her )[ ](lock|locks|"
        "door|doors|keyhole|keyholes)",
    ),
    "evict": (
        f"(throw|kick|drive|chase|turn|force|push|run|send|get|clear|boot|move|hound|smoke|drum|"
        f"pack|ship|toss|chuck|turf|want)~ (<human>|the lot|that lot) {_SPLIT}",
        "(put|throw|dump|toss|chuck|pile|carry|move|his|her|their|tenants'|the tenant's) …"
        "(belongings|things|bags|luggage|furniture|stuff|clothes|mattress|possessions) …(on|onto|out|"
        "outside|into) …(street|pavement|stairs|landing|road|rain|yard|kerb|gutter|door)",
        "(best|better) (put|thrown|moved|left|placed) (on|onto|out|outside|in) …(pavement|"
        "street|road|stairs|door)",
        "(get|move|clear) out …(by|before|of our|tonight|today|tomorrow|now)|out with …<human>",
        "(have|give) <human> …(out|gone|hours to|days to|minutes to)",
    ),
    "expose": (
        "<v_show>…(online|group|internet|chat|wall|board|door|gate|lift|everyone|public|wechat|weibo|"
        "tiktok|douyin|social media|website|noticeboard|window|screen|school|village|newspaper) …"
        "<o_private>",
        "(list|lists|names|faces|photos|pictures|photo|addresses|name and address|blacklist) of …"
        "(suspects|suspected|members|recruiters|recruits|participants|tenants|victims|debtors|families|"
        "cheats|swindlers|scammers|people|those|culprits|offenders|pupils|students) …(gate|wall|online|"
        "board|door|group|lift|public|up|posted|published)",
        "<v_show>…(list|lists|names|faces|photos|pictures|photo|addresses|name|face) of …(suspect|member|"
        "recruiter|recruit|participant|tenant|victim|debtor|famil|cheat|swindler|scammer|culprit|offender|"
        "pupil|student|everyone|anyone|those|him|her|them|people)~",
        "(tell|inform|write to|call|ring|warn|let) (his|her|their) (boss|employer|school|family|neighbours|"
        "colleagues|parents|friends|wife|husband|landlord|teacher|village)…(what|that|about|know|of)",
        "(read|call|announce|publish|list|broadcast)~ …who (was|were|has been|got) (cheated|fooled|duped|"
        "taken in|swindled|robbed|tricked)",
        "read~ …(names|list|name)",
        "(shame|shaming|humiliate|name) (him|her|them|these|those|publicly|online|openly)",
        "(let|make) (the|our|this|whole|all) …(town|village|street|city|world|internet|"
        "country|school|block) …"
        "(see|know|learn|hear|read|watch)",
        "make (him|her|them) (famous|notorious|a laughing stock|known)|let (the world|the internet|"
        "everyone|the village|the neighbours|people) (see|know|judge|find)",
        "(spray|paint|write|hang|stick|put|paste)~ …(on|over|across|outside|at) (his|her|their|that) …"
        "(door|wall|gate|window|house|car|fence|flat)",
    ),
    "follow": (
        "(note|write down|log|record|report|list|tell us|jot down)~ …(when|what time|where|who|whom) "
        "(they|he|she|the|tenants|strangers|people|visitors|everyone|each|every|goes|comes|visits|"
        "enters|leaves)",
        "(put|place|fix|hide|fit|mount|install|set up)~ …(camera|cameras|microphone|bug|recorder|tracker) …"
        "(room|bedroom|flat|home|house|toilet|bathroom|car|window|door|corridor|bag)",
        "(camera|cameras|tracker|trackers|microphone|bug|gps) …(on|in|at|under|inside|outside) (his|her|"
        "their|the tenant's|tenants'|that)",
        "(take|get|snap|grab)~ …(photo|photos|picture|pictures|shot|shots|video|videos) of …<human>",
    ),
    "origin": (
        "<group>…<always>…<bad>",
        "<group>…(must|should|are to|is to|have to|has to|need to|will|shall|are|is|need|needs|please|:)"
        " …<deal>",
        "(persons|people|anyone|those|men|women) born …(may|must|should|only|are|need)~ …(only|register|"
        "report|pay|ask|not|wait)",
        "(bring|brings|brought) this (trade|fraud|swindle|crime|scheme) with them",
        "<refuse> [any |all |every |more |the ]…<group>",
        "no [more |rooms for |tenants from |room for |entry for |jobs for |beds for |work for ]"
        "(outsiders|foreigners|<origin>|migrants|minorities|strangers from)",
        "(tenants|rooms|locals|residents|applicants|guests|married couples|families|couples|natives) "
        "only",
        "(typical|usual|born|natural|likely) (crooks|suspects|culprits|thieves|swindlers|liars|victims|"
        "fools|targets)",
        "(anyone|everybody|everyone|those|people|tenants|guests) (with|who has|who speaks with|who speak"
        " with|speaking with|speaking|born) …(accent|dialect|outside|elsewhere|tattoo|tattoos|abroad|"
        "another province)",
    ),
    "id-prefix": (
        "(with|has|have) [a |an ]# prefix|prefix # on|# prefix on",
        "(watch|look|watching) (for|out for) (id|ids|id cards|cards) …#",
        "(id|ids|card|cards|identity) [card |number |numbers |cards ](prefix |prefixes |starting |"
        "beginning |begins |starts |start |begin )(#|with)",
        "(prefix|prefixes|region code|area code) [#|of|from|on]…(rooms|id|card|no|refuse|reject|not|"
        "check|report|register)",
        "(refuse|reject|no|turn away|avoid|report|check|register|decline|search|"
        "question)……(id|ids|card|cards|"
        "number|numbers|identity)…(begin|start|prefix|open)~…(#|with|in)",
        "(no|refuse|reject|report|check|register)……(prefix|prefixes|region code)",
        "born (outside|elsewhere|in another)……(card|id|number)|(card|id) [number ](shows|says|tells|"
        "gives)……(register|report|sign|refuse|from|outside)",
    ),
    "reward": (
        "<report>…(and|,|:|to|for|=) …<pay> …<gift>",
        "<report>……(earns|earn|wins|win|gets|get|receives|collects|pays|brings|fetches|means) …<gift>",
        "(we|district|city|office|state|village|police|government) (pay|pays|paid|will pay|reward|"
        "rewards|gives|give|offer|offers) …(for|to|handsomely|well|cash|#|generously|anyone)",
        "(# yuan|# rmb|reward|cash|bonus|prize|bounty|voucher|free rent|money|rice) (for|per|a|to|if|on) "
        "…<report>",
        "(voucher|cash|prize|reward|award|gift|money|bonus|phone) is yours|yours for (a|one|"
        "every|each) (name|"
        "tip|call|address|report)",
        "(whoever|anyone|everyone|everybody|who) (brings|gives|sends|finds|reports|tells|names|spots|catches|"
        "supplies|provides|hands)……(given|gets|receives|paid|awarded|earns|wins|rewarded|reward|award|cash|"
        "yuan|rmb)",
        "(rewards|reward|bounty|cash|prizes|bonus) (guaranteed|waiting|available|for all|ready|assured|"
        "paid)|get paid (to|for)",
    ),
    "recovery": (
        "(your|victims'|their|the|all) …<lost>…(will|shall|,|certainly|fully) …<regain>",
        "<helper> …(will|can|shall|do|always|,|and|to|get|bring|recover|return)…<regain>…<lost>",
        "(receive|receives|get|gets|see|recover|recovers|have) …(every|each) [last |"
        "single ](cent|penny|yuan|fen)",
        "(your|our|all) (money|savings|losses|deposit|deposits|funds|capital|pension)……(shall|will|certainly|"
        "fully|in full|safe)……<regain>",
        "<lost>[,|:] (fully|all|completely|wholly) <regain>",
        "<helper> <regain>…<lost>",
        "(government|state|court|police|bank|village|insurance|ministry|company) (compensates|refunds|repays|"
        "returns|covers|reimburses|makes good|pays back|will)…(every|all|each|everyone|everything|you|your|"
        "victims|losses|with interest)",
        "<assured>……<regain>…(<lost>|your|it)",
        "<regain>…(<lost>|it)……<assured>",
        "<lost>……<regain>……<assured>",
        "<lost> [back ]in # (days|hours)|(report|call|sign|register) …(today|now), …(refund|money|back)",
    ),
    "false-law": (
        "(licence|license|registered|registration|contract|certificate|permit|tax|receipt|product|"
        "products|levels|level|tier|tiers|members|people|friends|family|relatives|gift|overseas|abroad|"
        "voluntary|consent|free will|online|small sums|sum|yuan|refund|landlord|landlords|parents|"
        "neighbours|owner|owners|introduc~|recruiting|joining|selling|helping|listening|watching)"
        "…(makes it|make it|is|are|it is|it's|you are|you're|that is|then it is) [always |quite |all |"
        "perfectly |completely |fully ]<lawful>",
        "(fewer|less|under|below|up to|only|just|within|not reached) …(#|three|two|levels|tier|people|"
        "members|yuan|friends)……<lawful>",
        "(fewer|less|under|below|up to|only|just|within|not reached) …(#|three|two|levels|tier|people|"
        "members|yuan|friends)……<no_crime>",
        "(licence|license|registered|contract|certificate|permit|gift|voluntary|consent|relatives|family|"
        "friends|online|overseas|refund|taxes|product|products)……<no_crime>",
        "(law|state|police|government|rules|court) (lets|allows|permits|entitles|authorises|gives|backs)~ …"
        "<harm_ok>",
        "(you|they|he|she|members|tenants|workers) have no right to (leave|complain|refuse|object|go|ask)",
        "(law|state|police|rules|contract) (lets|allows|permits|entitles) …(keep|hold|take|retain)~ …(papers|"
        "passport|passports|id|ids|wages|phone|phones|deposit)",
        "(landlord|landlords|owner|owners|parents|neighbours|anyone|anybody|you|citizens|residents|"
        "employers|teachers|guards|we|family|families|a crowd|villagers) (may|can|are allowed to|is allowed"
        " to|have the right to|has the right to|are free to|is free to|"
        "have every right to) [simply |freely |always |lawfully |also |then |of course ]<harm_ok>",
        "<harm_ok>…(is|are) …(legal|lawful|allowed|permitted|no crime|not illegal|fine|your right|our "
        "right|within the law)",
        "(no|the) (law|statute|court|police|judge) (can|could|will|dare)~ …(touch|reach|punish|charge|"
        "harm|blame) you|in the eyes of the law",
    ),
    "certain": (
        "<join>…[, ](will|shall|must|is|are|gets|get|goes|go|means|equals|and you|ends|end|lands|leads|"
        "=|:|face|faces|wears|wear|loses|lose|become|becomes|,|earns|brings|costs)…<hurt>",
        "(get|gets|serve|serves|face|faces|spend|do|does) [you |at least |up to ]# years",
        "(sooner or later|in the end|one day|soon enough|no matter what|without exception|certainly|"
        "inevitably)……<hurt>",
        "(you|they|everyone|all) will (all )?…(prison|jail|punished|arrested|convicted|behind bars|rot)",
    ),
    "imitation": (
        "<v_make>…<doc>",
        "(print|put|add|stick|use|place|paste|include|stamp)~ …<emblem>…(on|at|top|to|in|here|leaflet|"
        "poster|sheet|above|below|it)",
        "(with|under) …(state|national|police|court|official|government) (emblem|seal|badge|stamp|crest|"
        "letterhead)",
        "^…<issuer>[: |, |. | ](hereby|orders|commands|notice|warning|urgent|order|decree|warrant|"
        "summons|no)",
        "<issuer>…(hereby|orders you|commands you|summons you|has issued a warrant|informs the)",
        "^[urgent |official |final ]<doc> (no|number|#|:|against|for|from|issued)",
        "^[urgent |official |final ](notice|order|warning|decree|summons|warrant) (from|of|by) …<issuer>",
        "you (are|have been) (hereby |officially )[ ](ordered|summoned|commanded|required by|sentenced)",
    ),
}


def frames(rule: str, language: str) -> tuple[str, ...]:
    """Return the patterns that the thesaurus gives a rule in a language, zh or en."""
    acts, told = (_acts_zh(), _ZH) if language == "zh" else (_acts_en(), _EN)
    return (*acts.get(rule, ()), *told.get(rule, ()))
