"""Rules about homes and faces: searching, entering, cutting off, evicting; showing and following."""

from __future__ import annotations

from handbill.check.lint.rules import Rule, Say
from handbill.problems import Both

SEARCH = Rule(
    "search",
    "E621",
    "act",
    Both("叫人搜查、翻东西", "it calls for searching people or their things"),
    Say(
        (
            "(搜查|搜身|抄家|翻查|查抄|搜一搜|搜一遍|搜个遍|翻个遍|开包检查|翻包|搜包|搜屋|"
            "查房){!令|证|引擎}",
            "(翻|搜|查看|偷看|检查|翻看|翻一翻|翻翻|翻开|打开|拆开|搜遍|看看|查){!阅|译}[了|"
            "一下]…(<they>|租客|房客|租户|住户|学员|员工|来人|别人|孩子|儿子|女儿|丈夫|妻子|"
            "爸妈|对方|陌生人|可疑)…的?"
            "[私人](包|行李|箱子|手机|衣柜|抽屉|口袋|东西|物品|聊天记录|短信|快递|信件|房间|"
            "床铺|屋子|住处|宿舍|背包|微信)",
            "(逐户|挨家|挨户|挨个|逐屋|逐间|入户|上门)……(清查|搜|检查|进门|开门|翻|盘查|查验|"
            "查身份证)",
            "(私人物品|行李|包|物品|房间)…(须|必须|应|要|一律|都要)…(接受|开箱|打开|检查|搜|翻)",
        ),
        "趁租客不在，翻一翻他的包和抽屉。",
        "公安机关依法搜查，要出示搜查证。",
        "约好|约时间|预约|住户同意|消防检查|抄表|普查|安检|维修",
    ),
    Say(
        (
            "(look|peer|dig) (inside|into|through) (<whose>) (bag|bags|suitcase|suitcases|"
            "drawers|wardrobe|wardrobes|phone|phones|room|rooms|letters)",
            "go through the (wardrobe|wardrobes|drawers|cupboards|bags|luggage|rooms|belongings)",
            "(search|go through|look through|inspect|open|check|rummage through|"
            "turn out)~ (<whose>) [private |personal ]"
            "(bags|bag|luggage|rooms|room|flat|flats|phone|phones|belongings|pockets|things|"
            "drawers|suitcases|mail|letters|messages|home|homes)",
            "(flat|flats|room|rooms|bag|bags|house|houses|home|homes|luggage|tenant|tenants|"
            "visitors)……(will be|shall be|must be|should be|to be|be) searched",
            "(search|frisk)~ (them|him|her|<person>|every|the (tenant|tenants|flat|flats|room|"
            "rooms|house|houses|home|homes))",
        ),
        "Go through the tenant's bags while he is out.",
        "The police may search a home with a warrant; nobody else may.",
    ),
)
ENTER = Rule(
    "enter",
    "E621",
    "act",
    Both("叫人进别人的住处，或者混进去", "it calls for entering a home, or for going undercover"),
    Say(
        (
            "(闯进|闯入|硬闯|冲进|冲入|撞开|撬开|踹开|砸开|破开|翻墙|翻窗|爬窗|潜入|溜进|摸进|"
            "踹门|砸门|撬门|撬锁|踢门|踢开|破门|闯门|"
            "强行进|强行打开|强行开|强行入){!来|行}",
            "(直接|自行|擅自|偷偷|悄悄|趁……|集体|统一行动|一起上门|强行)…(开门进|进门|进屋|入户|"
            "进去|入室|打开房门|打开门|开锁|开门){!去?报|登记|前}…[查|看|搜|检查|再说|取证]",
            "(备用钥匙|开锁师傅|开锁匠|开锁公司)……(进|打开|开门|入)|(进去|进屋|开门)再说",
            "(用|拿|凭)…(备用)?钥匙…(进|打开)…(屋|房|门)",
            "卧底|打入…内部|混进(去|群|里面|他们|课堂|窝)|假装(加入|入伙|入会|学员|要加入)|"
            "潜伏(进|在|到)|冒充(学员|新人|会员)",
        ),
        "门敲不开，就请开锁师傅，进去再说。",
        "房东进租客的屋，要先得到同意，不得擅自进门。",
    ),
    Say(
        (
            "let (themselves|himself|herself|yourself|yourselves) in|(take|lift|remove|"
            "get) the (door|lock) off|(pick|force|drill|saw) [open ](the|his|their) (lock|locks|"
            "door)",
            "(break into|break in|break down|break open|burst into|force open|kick in|kick down|"
            "storm|barge into|sneak into|raid|pick the lock|"
            "let yourself into|force your way into|climb into)~",
            "(enter|go into|walk into)~ (<whose>|the|a) (room|rooms|flat|flats|home|homes|house|"
            "apartment|lodgings)",
            "use (your|the|a) (spare |master )[ ]key",
            "go undercover|infiltrate~|pretend to join|pose as (a|an) (new )[ ](member|recruit)",
        ),
        "Use your spare key and enter the flat while they are out.",
        "A landlord may not enter the flat without the tenant's consent.",
    ),
)
CUT = Rule(
    "cut",
    "E621",
    "act",
    Both("叫人断水断电、换锁", "it calls for cutting off water or power, or changing locks"),
    Say(
        (
            "(锁|锁芯|门锁|门)…(换掉|换了|换成|拆掉|拆了|撬掉|卸掉|卸了|拆走|卸走|焊上)",
            "(水|电|气|网|暖)[，]停(；|;|、|，)|停(他|她|它)(们)?(家)?(的)?…(水|电|气|网|暖)",
            "断水断电|断电断水|断水|停水停电|停电停水|(一律|先|就|直接|马上|立即|给(他|她|他们|"
            "租客)|对|把|全部|半夜|晚上|强行|可以|应该|必须|要)…(断电|断网|断气)|(断电|断网|"
            "断气)…(赶|逼|换|他|走)|拉闸|拉电闸|关电闸|掐水|"
            "掐电|掐断…(水|电|气|网)",
            "(停|断|掐|切|切断|停掉|断掉|掐掉|关掉|关停|停止|拉掉|拔掉|停供|断供)(他|她|他们|"
            "租客|房客|这户|那户|这家|该户|其|整栋|屋里)…(水|电|气|燃气|网|暖|煤气)",
            "(切断|停掉|断掉|掐掉|停止供|停供|断供)…(水|电|气|网|暖)",
            "(水|电|气|网|燃气)[表|费|闸|阀|卡][、，,](停|断|关)",
            "(水表|电表|燃气表|燃气|水阀|电闸|总闸|水电|水电气){!安全|维修}……(先关|关掉|停掉|"
            "断掉|关了|停了|断了|停用|一停|一断|一关|停上)",
            "(水|电)…(一停|一断|一掐|停了|断了)……(走|搬|滚)",
            "(换锁|换掉…锁|换了…锁|换把锁|换个锁|换锁芯|封门|焊门|焊死|堵锁眼|(把|将)…锁…换|"
            "加把锁|(门|大门|房门)…(封|焊|堵)(上|死|住|了))",
        ),
        "对不配合的租户，一律断水断电，换锁。",
        "不断水断电，不换锁。",
        "换锁前|联网|网络|电脑|磁盘|缓存|闻到|漏气|泄漏|着火|失火|火灾|地震|总阀|检修|维修|"
        "停水通知|"
        "停电通知|锁坏|锁丢|钥匙丢|"
        "费用|自己家|自家|出门前|出远门",
    ),
    Say(
        (
            "(cut|shut|turn|switch)~ (off )(the |their |his |her |its )[ ](water|power|"
            "electricity|gas|heating|internet|light)",
            "(cut|stop|disconnect|switch off|turn off|shut off|cut off)~ (the|their|his|her|"
            "all) (water|power|electricity|gas|heating|internet|supply)",
            "(water|power|electricity|gas|heating|internet)……(cut off|disconnected|shut off|"
            "turned off|switched off|stopped)",
            "(change|replace|glue|seal|weld)~ (the|their|his|her) (lock|locks|door|doors)",
            "lock (them|him|her|the tenants|the tenant) out|padlock the",
        ),
        "Cut off the water and change the locks.",
        "Never cut off the water or change the locks.",
        r"valve|leak|smell|repair|maintenance|fire\b|earthquake|storm|your own|before you leave|"
        r"when you leave|go out|going out|before bed|not in use",
    ),
)
EVICT = Rule(
    "evict",
    "E621",
    "act",
    Both("叫人赶人、扔东西", "it calls for driving people out"),
    Say(
        (
            "(一天|一晚|一刻|一分钟)[都|也](不许|不准|不能|别想)…(多住|再住|留|待)|(卷铺盖|"
            "打包)…(走人|滚|离开)",
            "(赶|撵|轰|逐|清|请|踢|哄|攆)(走|出{!示|具|入}|出去|出门|跑|离)[门|村|小区|楼|去]{!群|"
            "聊天}…[<person>]{!乌云|烦恼|蚊|老鼠|苍蝇|虫|病}",
            "(赶|撵|轰|逼|催)(他|她|他们|她们|租客|房客|租户|人|<they>|这些人|外地人)…[走|出|搬|"
            "跑|离]",
            "(驱赶|驱逐|清退|扫地出门|逐出|强制搬离|强制清退|强制腾退|限期搬|勒令…(搬|走)|"
            "限…(搬|离开|走人|腾))",
            "(催|逼|让|叫|令|使)(他|她|他们|她们|租客|<they>)…(早日|马上|立即|今晚|连夜|尽快|"
            "自己)…(搬|走人|滚|离开)",
            "(行李|东西|铺盖|被褥|家具)…(扔|丢|甩|搬)(出|到|掉|在)|(扔|丢|甩)(出|掉|"
            "到)(去)?…(行李|东西|铺盖|被褥|家具)",
            "滚(出|蛋|回|远)|滚出去",
        ),
        "把这些人赶走，铺盖扔出去。",
        "不赶人，请派出所来处理。",
    ),
    Say(
        (
            "(evict|expel|throw|kick|drive|chase|turf|turn|force|run|push|boot)~ (<person>|them|"
            "him|her|the lot of them|the lot|everyone)…(out|away|off|from)",
            "(evict|expel)~ (<person>|them|him|her|anyone|the)",
            "(throw|dump|put)~ (their|his|her|the tenant's|the) (things|belongings|bags|luggage|"
            "furniture)…(out|outside|street)",
            "get out of (our|this|my) (village|block|town|street|neighbourhood|community|"
            "country)|get (them|him) out|send them back where they came",
        ),
        "Throw the tenants out tonight, bags and all.",
        "If the lease is over and the tenant stays, never throw things out; go to court.",
    ),
)
EXPOSE = Rule(
    "expose",
    "E622",
    "act",
    Both(
        "叫人公开别人的照片、姓名、住址", "it calls for showing people's faces, names or addresses"
    ),
    Say(
        (
            "(门上|墙上|家门口|大门|窗上|门口|他家|她家)…(贴|喷|写|刷|挂|涂|画|泼|做)(上|着|满|"
            "了|个|出)?……(大字|记号|标签|标记|窝点|油漆|红漆|提醒|骗子|横幅|牌子|字)",
            "(贴|喷|写|刷|挂|涂|泼)(上|在)?……(在|到)(他|她|他们|这|那)(们)?家?…(门|墙|窗|楼)(上|"
            "口)",
            "(让|叫|使)…(邻居|同事|亲戚|单位|街坊|全村|亲友|同学|家长|左邻右舍)……(知道|看看|"
            "看到|看清|认得|瞧|提防|晓得|听听)",
            "(喇叭|广播|大会|黑板|公告|大屏)…(点|念|报|喊|通报|播)(一下|一点|出)?…(名字|姓名|名|"
            "那几户|是谁|谁家)",
            "<show>……<private>",
            "(<show>|公开|广播)…<his>…(<private>|<loose>)",
            "<his>…(<private>|<loose>)……(<show>|公开|公之于众|贴|发|传|挂)…<crowd>",
            "(发|传|挂|贴|晒|转|放|投|登)(到|在|进|上|给|遍)<crowd>……(认清|认得|看清|看看他|"
            "看看这|抬不起头|没脸|知道他|丢人|丢脸|提防他|防着他|见人)",
            "<private>……(发到|发在|发上|发进|发给(大家|所有|每|全)|发群|发朋友圈|发抖音|传上|"
            "传到|上传|挂到|挂在|挂上|挂网|贴到|贴在|贴上|晒到|晒|转发|曝光|公之于众|公布|公示|"
            "登在|登上|投到|群发|放到网|循环播|滚动播|扩散)",
            "(晒出|挂出|爆出|曝光|扒出|晒晒|贴出)[来]?(这|那)(几|些|个|两)…(人|家|户|货)",
            "(曝光|人肉|晒)(他|她|他们|这|那|出|一下|<they>|骗子|墙|栏|台|榜|参与)|曝光(墙|栏|"
            "台|榜|名单)|人肉搜索|红黑榜|黑名单(公示|上墙|公布|[：:])",
            "(名单|名字|姓名)…(公示|公布|上墙|张贴)",
            "(身败名裂|社会性死亡|社死|颜面扫地|臭名远扬|名声搞臭|搞臭|臭大街|人人都认识|无地自容)",
            "(贴|挂|喷|写)[上|个|着|出]“…(窝点|骗子|贼|坏人|老赖|黑店|人渣)",
            "(设|设立|开设|建|做)…(曝光|耻辱|黑榜)",
            "(录像|视频|录音|照片|检讨)…(上传|发到|传到|播放|公开|循环)",
            "(挂|发|放|传|晒|贴)(到|在|上)<places>……(让|叫|给)(大家|全村|所有人|邻居|单位|同事|"
            "亲戚)",
            "(让|叫|给)(大家|全村|全校|他单位|单位|邻居|所有人|亲友|街坊)…(都)?(看看|看清|认认|"
            "认清|知道|认得|记住)…(他|她|嘴脸|样子|脸|是谁|真面目|<they>|什么人)?",
            "(在|当着|向)(全校|全村|全班|大会|全体)…(检讨|示众|亮相|点名|批评|念)|游街|示众|"
            "戴高帽|(点名|指名)[道姓]…(批评|通报|公布|曝光|骂)",
        ),
        "把他的照片和名字发到群里，让大家都看看。",
        "不把人的名字、照片、聊天截图发到网上或者群里。",
    ),
    Say(
        (
            "(put|stick|paint|paste|write|hang|nail|spray) ……(on|over|across) (his|her|their|"
            "the) (door|doors|wall|gate|house|window|windows)",
            "wall of (shame|disgrace|dishonour)|(list|lists) this month|hang them (at|on|in)",
            "(so|let) [that ](his|her|their) (neighbours|colleagues|boss|friends|relatives|"
            "family|classmates)…(see|know|learn|find out)",
            "(post|publish|share|upload|circulate|display|broadcast|paste|stick|pin|send|spread|"
            "put up|print|forward|read out|leak|expose)~ "
            "(<whose>|the|a|his|her|their) [full |real |home ]<private>",
            "(post|publish|share|upload|circulate|display|send|forward)~ ……(screenshots|photos|"
            "pictures|photo|picture|faces|face|names|name|address|addresses|details|"
            "phone numbers)……"
            "(online|group|internet|chat|wall|board|door|everyone|public|neighbours|colleagues|"
            "school|class|so that|notice)",
            "name and shame|naming and shaming|wall of shame|list of shame|dox~|make (them|him|"
            "her|it) public",
            "(expose|unmask|out)~ (<they>|the (recruiter|recruiters|member|members|family|"
            "culprits))",
            "(let|so that|so) (everyone|everybody|the whole village|his colleagues|"
            "her colleagues|the neighbours) (can )[ ](see|know)",
        ),
        "Post his photo and name in the residents' group.",
        "Do not post anyone's photo or name in a group.",
    ),
)
FOLLOW = Rule(
    "follow",
    "E622",
    "act",
    Both("叫人跟踪、偷拍、监视", "it calls for following, filming or watching people"),
    Say(
        (
            "(对着|朝|对准|冲)(着|那|这)?…(屋|房|门|窗|院|楼|人|脸)…(多)?(拍|录|看|照)",
            "望远镜……(看|拍|盯|观察|用上)|(无人机|红外|夜视|长焦)…(拍|看|盯|查|飞)|(拍|录)(几|"
            "#)段…(发|存|传|辨认)",
            "(跟踪|尾随|盯梢|蹲守|蹲点|监视|监听|偷拍|偷录|暗中拍|暗中观察|偷偷拍|悄悄拍|偷偷录|"
            "窃听|盯死|盯牢){!服务|物流|报道|订单|审计}",
            "(轮流|安排|派人|远远|悄悄|偷偷|一路|暗中|天天|#小时)…(跟着|跟在|盯着|盯住|盯|守着|"
            "跟上|看着)(他|她|他们|<they>|<person>|那|这|门|楼)?",
            "(跟着|跟上|盯着|盯住|盯紧)(他|她|他们|这些人|那些人|可疑|陌生|租客|外地)",
            "(对着|冲着|给|把)(他|她|他们|人|来人|租客|<they>|可疑|出入)…(拍照|拍下|拍一张|录像|"
            "录下|正脸|拍|录)",
            "(拍下|拍到|录下|拍清)(他|她|他们|来人|这些人|<they>|可疑|出入)?…(脸|正脸|样子|长相|"
            "面孔|照片|行踪)",
            "(装|安装|放|安)(上|个|一个|了|下)?…(定位|追踪|跟踪|窃听|监听|GPS|gps|针孔)|定位(他|"
            "她|手机|追踪)|(查|掌握|记录)(他|她|他们|<they>|其)…(行踪|行程|轨迹|定位|出入时间)",
            "人脸识别……(存档|记录|比对|录入|登记|排查|逐个|外来|陌生|住户|识别)|(刷脸|录人脸|"
            "采集人脸|人脸采集|人脸库)",
            "(进出|出入)(时间|情况)…(记|登|拍|录)(在|下|到)",
        ),
        "安排两个人轮流跟踪他，拍下正脸。",
        "不跟踪、不偷拍，记下时间和地点就够了。",
    ),
    Say(
        (
            "take ……(photo|photos|picture|pictures|video|videos) of (everybody|everyone|anyone|"
            "anybody|people|those|whoever|all)",
            "(binoculars|drone|drones|night vision|dashcam)……(watch|film|film them|see who|"
            "photograph)",
            "(follow|tail|shadow|stalk|trail|track|spy on|film|photograph|secretly film|"
            "secretly record)~ (<they>|the (girl|man|woman|boy|recruiter|recruiters|tenant|"
            "tenants|suspect|suspects|stranger|strangers|visitors)|<person>|anyone|every|any)",
            "take (a )[ ](photo|photos|picture|pictures|video) of (their|his|her|the|every|any|"
            "each) (face|faces|tenant|visitors|people|stranger|suspects)",
            "(install|put|hide|plant)~ (a|an) (tracker|tracking app|bug|camera|gps|"
            "hidden camera|listening device)|track (his|her|their) (phone|location)|"
            "facial recognition|face recognition",
            "keep (a )[ ](watch|log|record) on (them|him|her|their)|note (which|when) (door|"
            "they|he|she)",
        ),
        "Follow the girl home and note which door she uses.",
        "Do not follow anyone; write down the time and the place.",
        r"\bwatch\w* (?:over )?(?:a |the |your )?(?:child|children|baby|kids|patients?)\b",
    ),
)

INTRUSION: tuple[Rule, ...] = (SEARCH, ENTER, CUT, EVICT, EXPOSE, FOLLOW)
