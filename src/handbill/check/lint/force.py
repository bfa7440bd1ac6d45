"""Rules about force: holding people, taking what is theirs, violence."""

from __future__ import annotations

from handbill.check.lint.rules import Rule, Say
from handbill.problems import Both

HOLD = Rule(
    "hold",
    "E620",
    "act",
    Both("叫人扣人、关人、拦人", "it calls for holding people"),
    Say(
        (
            "(带|送|押|请|叫|弄|拉|拖)(到|去|往|回|进|至)…(村部|村委会|村委|办公室|居委会|社区|"
            "值班室|保卫科|保卫处|警务室|小屋|地下室|小黑屋|会议室|仓库)……(询问|问话|审|交代|"
            "检讨|盘问|说清|看管|关|写)",
            "(写|交|填|签)(出|完|了|下|上)…(检讨|保证书|悔过书|名单|罚款|钱)…(才|方可|才能|再|"
            "方能|方)…(离开|走|放|回|出)",
            "(问清|说清|交代|查清|问完|讲清)(楚|完)?……(才|再|方可|方)(能|许|准|让|放)…(走|离开|"
            "回|出)",
            "(围住|包围|围了|围起|堵死|堵上|封住|守住)…(楼|房|院|门|屋|村口|路口|出口)",
            "(扣留|拘禁|软禁|捆绑|围堵|扭送|看押|关押|羁押|抓捕|制服|押送|捆起来|绑起来|关起来|"
            "锁起来|抓起来|"
            "扣起来|控制起来|控制住|围起来|堵住|堵在|抓住|扣住|扣下|绑住|捆住|锁住|关住|拦住|"
            "拦下|截住|按住|"
            "押到|押去|逮住|围住){!的?(人|孩子)…(要|别)|机会|重点|关键|要点|时机|眼球|心|钱|"
            "了?消防|了?通道|成本|体重|血|预算|情绪|"
            "风险|质量|音量|温度|疫情|现场|了?(车|路口|出口|门口)}",
            "(扣|抓|关|绑|捆|锁|堵|拦|围|逮)(人|住?(他|她|他们|她们|这些人|那些人|头目|骗子|"
            "讲课的|讲师))",
            "(把|将)(<person>|头目|讲课的|孩子|儿子|女儿|老人|老公|丈夫|妻子|爱人|妹妹|弟弟|"
            "哥哥|姐姐)…(扣|关|锁|捆|绑|抓|堵|围|拦|截|按|摁|押|困|逮|看|控制|留|架|锁)(住|下|"
            "下来|起来|押|在|进|到|了|走|倒|牢|着|家)",
            "(把|将)…(绑|捆|扣|锁|抓|关|围|押)(了|好|牢|去|成|送)",
            "(绑|捆|扭|押|抓|扣)(了|着|去|来|住)?(送|交|到|去)(派出所|公安|警察|村|社区|居委会)",
            "(不|别|不要|不能|不许|不准|不得|莫)[再](让|放|叫|许|准)(<person>|孩子|儿子|女儿|"
            "老人|子女)……(走|离开|出门|出去|跑|溜|"
            "下楼|回去|出来|逃)",
            "(不让|别让|不许|不准)…(出门|离开|走出|出来)",
            "别放走|不放走|别让…跑|休想离开|一个(也|都)(不|别)(能|要)?[让|放]…(走|跑)",
            "(待|呆|留|关|锁)在(屋|家|房|里)…(别|不|不许|不准|不要)…(出|走)",
            "(限制|控制)(他|她|其|住|租客|孩子|<they>)…(人身自由|自由|行动|出入)",
            "(锁|反锁)(在|进|到)…(屋|房|家|里|门|车)|门从外(面|边)[带|锁|反锁]",
            "(#个|几个|大家|众人|一起|全村|村民|业主|青壮年|小伙子)……(围|堵|拦|截|包围)(起|住|"
            "着|了)?…"
            "(房|楼|门|屋|院|路口|他|她)",
            "(守|堵|把)(在|住|着)…(门口|楼道|路口|出口)……(不|别)(让|许|准|放)",
        ),
        "先把他扣住，等人到齐了再报警。",
        "不要扣留他人，等民警来。",
        "消防|通道|车辆|停车|阀门|灶具|马桶|下水|漏水|漏气|缺口|病毒|疫情|安全带",
    ),
    Say(
        (
            "(surround|encircle|blockade|seal off) the [whole ](building|house|block|flat|room|"
            "village)",
            "(let|allow)~ (nobody|no one|none) [of them ](out|leave|go|past|to leave)",
            "(stop and question|take them to|take him to|bring him to|bring them to|"
            "march him to|march them to)~",
            "(he|she|they) (stays|stay|remain|remains|may not leave|does not leave) (until|till)",
            "(tie|tying|bind|rope|handcuff|cuff)~ (up )?(the|them|him|her|his|their)[ hands]",
            "(detain|hold|lock up|tie up|restrain|capture|imprison|confine|surround|corner|trap|"
            "arrest|"
            "pin down|overpower|seize|catch|grab|block|stop)[ up] <person>",
            "lock~ [up ](<person>|the door on|the doors on|them in|him in|her in)",
            "(lock|shut|keep)~ (<person>|him|her|them|your son|your daughter|the son|the daughter) "
            "[locked |shut |confined |up |inside |in |at |under ](in|inside|indoors|up|at home|"
            "until|guard|lock|the room)",
            "(not|never|don't|do not) let (<person>|him|her|them) (leave|go|out|get away|escape|"
            "run|walk away)",
            "hold them|hold him|hold her|tie them|tie him|detain~|citizen's arrest|"
            "take them prisoner|take him prisoner",
            "(keep|hold)~ (<person>|him|her|them) (there|here|back|inside|in) (until|while|till)",
            "block~ (the|his|her|their) (way|exit|exits|door)",
        ),
        "Hold him until the others arrive, then call the police.",
        "Do not hold anyone; wait for the police.",
        r"\b(?:dogs?|pets?|bikes?|boats?|horses?|seat ?belts?)\b"
        # Things are taken to where they are collected, people to where they are helped.
        r"|^(?!.*\b(?:detain|hold|lock|tie|grab|seize|catch|arrest|captur|restrain|guard|march))"
        r".*\b(?:take|bring) (?:them|him|her) to (?:the |an? |your |their )?(?:tip|dump|shop|store|"
        r"recycling|collection|hospital|doctor|clinic|surgery|emergency|pharmacy|chemist|vet|shade|"
        r"shelter|library|cool)",
    ),
)
SEIZE = Rule(
    "seize",
    "E620",
    "act",
    Both("叫人扣手机、证件、东西", "it calls for taking what belongs to people"),
    Say(
        (
            "(没收|收缴|收走|收上来|收起来|扣下|扣押|扣住|扣留|扣了|拿走|抢走|抢下|抢过|夺走|"
            "夺下|夺过|砸掉|砸坏|砸烂|"
            "缴了|烧掉|强行保管|收掉|藏起){!违法所得|非法所得|赃款|作案|犯罪}……<goods>",
            "(收|扣|抢|缴|砸|夺|搜|拿)(了|走|下|掉)?(<they>|租客|房客|学员|来人|员工|孩子|儿子|"
            "女儿)(们)?的?<goods>",
            "(把|将)……<goods>……(锁进|塞进|寄走|收走|收缴|收上|收起|没收|扣下|扣住|扣留|抢|砸|夺|"
            "缴|拿走|藏起|保管|扣押|扔|烧|锁起|收了)",
            "<goods>……(一律|统一|全部|先|都|全|必须|由(我们|楼长|保安|物业|社区|村里|房东|家长|"
            "班主任|老师|组长))…(收走|收缴|没收|扣下|扣留|上交|交出|收上|扣押|收掉|替他|替她)",
            "(交出|上交|交上|留下|押下)…(手机|身份证|证件|护照|银行卡|钱包)",
            "(存折|工资卡|银行卡|退休金|养老金)……(没收|收走|拿走|藏起|由…保管|扣下|收起)",
        ),
        "租客的手机和身份证先统一收走。",
        "他们会没收手机，不让打电话。",
    ),
    Say(
        (
            "(confiscate|seize|take away|take|grab|snatch|smash|impound|collect|withhold|keep|"
            "hold on to|"
            "hold)~ (<whose>|the grown son's|your son's|your daughter's|grown son's|visitors'|"
            "their|his|her)[ grown son's] <goods>",
            "take (their|his|her|everyone's|your son's|your daughter's|his or her) [bank |"
            "phone |id ](phone|phones|books|bank books|cards|papers|passport|passports|"
            "money) [away]",
            "(take|taking) ……(phone|phones|papers|passport|passports|bank books|bank cards|"
            "id cards) away",
            "relieve…of (their|his|her) (phone|phones|papers|money|bags|wallets)",
            "(make|have) (them|him|her|everyone|tenants|visitors) hand over",
        ),
        "Take away their phones and ID cards.",
        "They take away your phone and your ID card.",
        r"you must pay|pay first|signs? of|library|exam",
    ),
)
BEAT = Rule(
    "beat",
    "E620",
    "act",
    Both("叫人打人、报复", "it calls for violence or revenge"),
    Say(
        (
            "(殴打|暴打|痛打|围殴|群殴|痛揍|暴揍|狠揍|揍|毒打|往死里打|往死里|喊打|打断…腿|打断|"
            "打残|打死|打跑|打服|打怕|打他个|打得…(满地|屁滚|鼻青|他|不)|"
            "泼粪|泼油漆|拳打脚踢|扇…(耳光|巴掌|嘴巴)|动武|动拳头|弄死|剁|砍|乱棍|棍棒)",
            "(打|踢|揍|抽)(他|她|他们|她们|这帮人|这伙人|人){!们?的?(办公)?(电话|手机|号|座机)}",
            "(该|欠|讨)(打|揍|抽|收拾)",
            "(见|抓|逮|来)(一个|一次|一回)…(打|揍|抓|收拾)(一个|一次|一回|一顿)",
            "(给|让)(他|她|他们|她们|骗子|这些人|这帮人|这种人)…(颜色|苦头|教训|厉害|好看|尝尝)",
            "(教训|收拾|修理)(他|她|他们|她们|这|那|一顿|骗子)",
            "(砸|烧|掀)(了|掉|烂|他|他们|这|那)…(店|摊|车|窝|场子|门|屋|桌|公司)",
            "(动手|上手)(打|揍|教训|解决|收拾)|以牙还牙|血债血偿|以暴制暴|报复(他|回去|骗子|"
            "他们)|(找|上门)…报复|让他…付出代价|让…吃不了兜着走|(吓|骂|轰)(走|跑)(他|她|他们)",
        ),
        "见一个打一个，给他们点颜色看看。",
        "他们打人，您别激怒对方，找机会打110。",
    ),
    Say(
        (
            "beat~ (<person>|them|him|her|up|the){! heat| clock| drum| traffic| rush| odds| cold}",
            "(hit|punch|thrash|attack|kick|slap|hurt|assault|lynch|whip)~ (<they>|"
            "the (recruiter|recruiters|fraudster|fraudsters|scammer|scammers|leader|leaders|"
            "organisers))",
            "give~ (them|him|her|the recruiter|the recruiters) (a|the) [good |proper |"
            "sound ](beating|thrashing|hiding|lesson|kicking)",
            "teach~ (them|him|her|these people|<person>) a lesson|make them pay|get even with|"
            "take revenge|settle the score|"
            "break (their|his) (legs|bones|windows)|rough (them|him) up|smash (up )[ ](their|"
            "his)|show them no mercy",
        ),
        "Give the recruiters a beating they will remember.",
        "Do not hit anyone; go away and call 110.",
    ),
)

FORCE: tuple[Rule, ...] = (HOLD, SEIZE, BEAT)
