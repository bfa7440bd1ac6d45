"""Classes of words that the patterns of rules are made of, by language. Written as patterns are."""

from __future__ import annotations

from handbill.check.lint import thesaurus_en, thesaurus_zh

ZH: dict[str, str] = {
    # People whom a sentence is about.
    "they": "他们|她们|他|她|对方|人家|此人|这人|那人|这些人|那些人|这帮人|那帮人|这伙人|那伙人|这家人|"
    "那家人|这户|那户|当事人|嫌疑人",
    "kind": "人员|分子|租客|租户|房客|住户|家伙|骗子|头目|讲师|上线|下线|成员|学员|同伙|团伙|嫌疑犯|"
    "小偷|坏蛋|坏人|外地人|陌生人|可疑的人|可疑人|的人|业务员|推销员|推销的|老板|经理|员工|工人|"
    "学生|"
    "孩子|邻居|参与者|组织者|介绍人|会员|客人|旅客|顾客|债主|债务人|欠款人|老赖|亲戚|家属|家人",
    "person": "<they>|[这|那|这个|那个|这些|那些|一个|几个|可疑|其他]<kind>|别人|他人|人",
    # What people own and what says who they are.
    "papers": "身份证|证件|护照|户口本|驾驶证|驾照|学生证|银行卡",
    "goods": "手机|电脑|钱包|包|行李|箱子|背包|口袋|衣柜|抽屉|东西|物品|财物|被褥|铺盖|车钥匙|"
    "钥匙|平板|现金|<papers>",
    "private": "照片|相片|头像|姓名|名字|真名|住址|门牌号|身份证|聊天记录|聊天截图|个人信息|身份信息|"
    "正脸|大头照|家庭住址|家庭情况|嘴脸|丑事|真面目|丑照|裸照|全家福|学籍照|结婚照|行踪|病历|户口",
    "loose": "电话|手机号|号码|地址|信息|视频|录像|录音|名单|资料|样子|长相|工作单位|门牌|截图|单位|脸|事",
    "his": "他的|她的|他们的|她们的|其|此人的|这个人的|这些人的|那些人的|对方的|对方|参与者|"
    "参与人员的?|参与人员|"
    "参加者|骗子的?|骗子|嫌疑人|租客的?|租客|当事人|受害人|被骗的人|头目|讲师|上线|本人|"
    "每个人的|家里人的|"
    "人员|学员|孩子的|孩子|同学|学生|她|他",
    "crowd": "微信群|业主群|家长群|班级群|群里|群内|大群|群聊|群|朋友圈|网上|网络|抖音|快手|微博|论坛|"
    "贴吧|公众号|小红书|公告栏|公示栏|宣传栏|大屏|校园网|电梯里|电梯|楼道|小区门口|村口|门口|"
    "墙上|大喇叭|平台|"
    "单位|全校|全村|社会|班上|学校|亲戚|街坊|邻居",
    "places": "微信群|业主群|家长群|群里|群内|大群|群聊|群|朋友圈|网上|网络|抖音|快手|微博|论坛|"
    "贴吧|公众号|小红书|公告栏|公示栏|宣传栏|黑板报|电梯|楼道|门口|墙上|大喇叭|广播|村里|小区里|"
    "大屏|显示屏|短视频|平台上",
    # Acts against people.
    "show": "曝光|公布|公示|张贴|贴到|贴出|贴上|贴在|发到|发在|发上|发进|发给大家|晒到|晒在|晒出|晒晒|"
    "晒|转发|"
    "传到|传上|传给|传播|上传|挂到|挂在|挂上|挂出|登在|登上|念出|群发|散发|放到|投到|公开他|"
    "公开她|公开其|公开这|"
    "公开参|公开骗|广而告之|扩散|散布|印发|印出|打印|喊出|点出|爆出|爆料|扒出|扒一扒|扒光|起底",
    # Offices that act by law, and papers that they issue.
    "office": "中共中央|党中央|国务院|中央|公安部|最高人民法院|最高法院|最高人民检察院|最高检|公安厅|"
    "公安局|公安分局|市场监督管理总局|市场监管总局|市监局|人民法院|法院|检察院|人民政府|市政府|"
    "县政府|"
    "省政府|办公厅|委员会|总局|纪委|司法部|税务局|监察委|派出所|刑警队|专案组|[教育|民政|财政]部",
    "paper": "红头文件|文件|紧急通知|紧急通告|通知|通告|公告|通缉令|逮捕令|拘留证|逮捕证|传票|"
    "传唤证|判决书|决定书|通知书|令|密令|急电|命令|指示|批复|协查通报|悬赏通告|冻结令|处罚书",
    "origin": "河南|安徽|四川|湖南|湖北|江西|广西|广东|贵州|云南|东北|山东|山西|陕西|河北|甘肃|宁夏|"
    "青海|新疆|西藏|内蒙古|内蒙|福建|浙江|江苏|海南|重庆|黑龙江|吉林|辽宁|温州|莆田|传统|苏北|南方|"
    "北方|外地|外省|外来|外县|外乡|外村|外国|非洲|某省|乡下|农村|山里|本地以外|籍贯|北海|合肥|"
    "周口|台湾",
    "ethnic": "少数民族|维吾尔族|维族|藏族|回族|蒙古族|壮族|苗族|彝族|满族|朝鲜族|哈萨克族|"
    "信教的人|信教的|穆斯林|黑人",
    "accent": "说外地话|说外乡话|说方言|讲外地话|讲方言|外地口音|外省口音|外乡口音|口音不对|口音重|"
    "口音很重|外地话|外乡话|方言|普通话不标准|"
    "说话带口音|口音像|听口音|听出口音|凭口音|看口音|按口音|从口音|带口音|陌生口音|"
    "<origin>[一带](口音|话|腔)",
    "suspect": "多留心|留个心|多留个心|多长个心|多留一个心|长点心|留心|特别注意|重点注意|格外注意|注意点|"
    "注意些|多加注意|要注意|多注意|小心点|"
    "小心|多个心眼|警惕|提高警惕|提防|防着|防备|当心|重点登记|重点核查|重点排查|重点检查|重点盘查|"
    "重点关注|重点监控|重点盯|重点查|重点看|严查|盘查|盘问|查一查|核查|排查|摸排|多问几句|上报|"
    "报告|举报|盯紧|盯着|盯住|一律不租|不要租|别租|不租|不能租|不接待|不录用|不招|不予录用|拒绝|"
    "谢绝|不许进|禁止入内|不得入内|不欢迎|不要来往|少来往|少打交道|远离|躲远|离远|避开|不可信|"
    "信不过|不能信|靠不住|不可靠|不老实|不是好人|没好人|没一个好|都是骗子|多半是骗|多是骗|是骗子|"
    "爱骗人|爱骗|会骗|骗子多|有问题|有嫌疑|嫌疑大|可疑|十有八九|最可疑|加强管理|单独登记|另行登记|"
    "集中登记|押一付|查身份证|驱离|劝返|劝离|清退|高危|高发|重点人群|重点对象|占多数|为主",
    "justice": "判刑|坐牢|入狱|进监狱|蹲监狱|蹲大牢|吃牢饭|牢底坐穿|枪毙|死刑|无期|重判|严惩|严办|法办|"
    "抓起来|被抓|抓进去|抓走|拘留|逮捕|定罪|罚款|重罚|罚得|处罚|严惩不贷|判重刑|判#年|关#年|坐#年",
    "sure": "一律|必定|必将|肯定|一定|统统|全部|全都|通通|绝对|百分之百|百分百|100%|人人{!身}|个个|谁都|"
    "铁定|毫无例外|无一例外|必须|必|都要|都得|都会|全要|全得|准得|跑不了|逃不掉|逃不了|难逃|"
    "无论如何",
    "back": "追回|要回来|要回|退回来|退回|挽回|拿回来|拿回|讨回来|讨回|返还|退还|找回来|找回|追讨|"
    "追款|追损|讨债|收回|弄回来|回本|退款|退钱",
    "assure": "保证|包|保管|担保|承诺|一定|肯定|必定|绝对|百分之百|百分百|100%|全额|全数|准能|"
    "稳稳|专业|代您|代你|帮您|帮你|替您|替你|负责|都能|都可以|轻松|快速|限时|#天内|#小时内|"
    "十拿九稳",
    "money": "#部|#台|#箱|#袋|#桶|#斤|#元|#块|#万|#千|#百|现金|红包|奖金|积分|话费|购物卡|米面油|鸡蛋|"
    "大礼包",
    "insult": "脑残|傻子|傻瓜|傻逼|傻帽|傻冒|傻老|傻大|二傻|笨蛋|笨得像猪|蠢货|蠢猪|蠢蛋|蠢才|蠢驴|"
    "愚蠢|蠢到|太蠢|这么蠢|白痴|智障|弱智|低能儿|人渣|渣滓|社会垃圾|垃圾人|垃圾东西|败类|畜生|"
    "畜牲|禽兽|"
    "狗东西|狗杂种|狗腿子|狗屁|狗娘养|狗男女|狗骗子|走狗|疯狗|癞皮狗|混蛋|浑蛋|王八|杂种|贱人|贱货|"
    "贱骨头|犯贱|真贱|害人精|害人虫|寄生虫|社会蛀虫|毒瘤|祸害精|老鼠屎|过街老鼠|臭虫|蟑螂|臭老|"
    "臭婊|"
    "不要脸|没脸没皮|厚脸皮|死骗子|死全家|去死吧|去死|该死|活该|缺德鬼|丧尽天良|狼心狗肺|丧心病狂|"
    "没人性|不是人养|猪脑|猪头|猪狗不如|没脑子|没长脑子|脑子进水|脑子有病|脑子有坑|脑子坏|脑袋被门|"
    "脑子被驴|财迷心窍|穷疯了|想钱想疯|神经病|精神病|疯子|变态|土包子|乡巴佬|泥腿子|老糊涂|老不死|"
    "老东西|老太婆|死老头|无药可救|不可救药|自作自受|咎由自取|谁让你贪|谁叫你贪|贪心活该|"
    "丢人现眼|害群之马|"
    "窝囊废|废物|软骨头|没出息的东西|无耻之徒|无耻|下贱|下三滥|妖魔鬼怪|牛鬼蛇神|邪教徒|蠢材|韭菜|"
    "文盲|没文化的人才|骗子不得好死|不得好死|断子绝孙|龟孙|孙子养|狗杂|恶心的人|一群猪|傻得",
}

EN: dict[str, str] = {
    "they": "them|him|her|these people|those people|the suspect|suspects",
    "kind": "tenant|tenants|recruiter|recruiters|suspect|suspects|stranger|strangers|member|members|"
    "outsider|outsiders|organiser|organisers|organizer|organizers|leader|leaders|guest|guests|"
    "visitor|visitors|people|person|man|woman|men|women|fraudster|fraudsters|scammer|scammers|"
    "swindler|swindlers|crook|crooks|worker|workers|employee|employees|student|students|neighbour|"
    "neighbours|neighbor|neighbors|debtor|debtors|participant|participants|salesman|salesmen|"
    "lodger|"
    "lodgers|child|son|daughter|relative|resident|residents|thief|thieves|family|victim|victims",
    "person": "<they>|[the |any |all |such |these |those |every |a |anyone |your |suspicious |his |her ]"
    "[suspected |suspicious |strange |other ]<kind>|anyone|everyone|whoever|someone",
    "whose": "his|her|their|the tenant's|a tenant's|tenants'|the person's|someone's|the suspect's|"
    "suspects'|the recruiter's|recruiters'|people's|the stranger's|strangers'|every|the|any|all|"
    "each",
    "papers": "id card|id cards|ids|identity card|identity cards|passport|passports|"
    "bank card|bank cards|identity papers",
    "goods": "phone|phones|mobile|mobiles|bag|bags|luggage|suitcase|suitcases|belongings|wallet|wallets|"
    "laptop|laptops|things|pockets|property|keys|money|cash|<papers>",
    "private": "photo|photos|photograph|photographs|picture|pictures|face|faces|name|names|address|"
    "addresses|number|numbers|details|id|ids|identity|video|videos|chat logs|screenshots|"
    "personal data",
    "places": "online|group|groups|group chat|the chat|internet|web|wechat|weibo|tiktok|facebook|"
    "social media|notice board|notice boards|door|wall|lift|everyone|public|website",
    "show": "post~|publish~|expos~|share~|upload~|put up|spread~|circulate~|display~|name and shame|"
    "broadcast~|send~|print~|make public|paste~|stick~|pin~",
    "origin": "henan|anhui|sichuan|hunan|hubei|jiangxi|guangxi|guizhou|yunnan|dongbei|shandong|xinjiang|"
    "tibet|northeastern|northern|southern|out-of-town|out of town|other provinces|another province|"
    "outsiders|migrant|migrants|rural|foreign|foreigners|country people|african|uyghur|uyghurs|"
    "tibetan|tibetans|hui|muslim|muslims|ethnic minorities|minorities|immigrants",
    "suspect": "watch out|beware|be wary|be careful|careful|suspicious|suspect~|on your guard|keep an eye|"
    "report~|"
    "register~ separately|check~|question~|refuse~|do not rent|don't rent|never rent|turn away|"
    "are frauds|are all frauds|not be trusted|not to be trusted|cannot be trusted|"
    "can't be trusted|untrustworthy|"
    "usually fraud~|"
    "mostly fraud~|are fraudsters|are crooks|are scammers|are swindlers|are thieves|are liars|"
    "cheat~|extra checks|special attention|no rooms|not welcome|keep away|screen~|avoid~|watch~",
    "justice": "jail|jailed|prison|sentenced|convicted|imprisoned|locked up|executed|shot|punished|"
    "arrested|behind bars|fined|death penalty",
    "back": "recover~|get back|get it back|get all of it back|get your money back|get every penny back|"
    "got back|win back|refund~|returned|retrieve~|"
    "money back|reclaim~|claw back",
    "money": "yuan|rmb|dollars|cash|reward|bonus|euros|pounds|¥#|$#|€#",
    "office": "state council|ministry of public security|supreme people's court|supreme court|"
    "central committee|public security bureau|police headquarters|people's court|the court|"
    "government|"
    "procuratorate|interpol|market regulation administration|central government",
    "paper": "urgent notice|urgent order|arrest warrant|wanted notice|summons|decree|order no|"
    "official document|circular|notice of arrest|confidential document|red-headed document|"
    "warrant|court order",
    "insult": "idiot~|moron~|stupid|scum|vermin|brainless|retard~|imbecile~|trash|parasite~|pig|pigs|dogs|"
    "filthy|bastard~|fool|fools|foolish|dumb|loser~|greedy fools|rats|cockroach~|scumbag~|"
    "lowlife~|go to hell|deserve to die|serves them right|serves you right|serve them right|"
    "shameless|disgusting people|subhuman|crazy people|lunatic~|cretin~|morons|garbage people|"
    "deserve it|only have themselves to blame|gullible|suckers|sucker|half-wit~|old fool~",
}

CLASSES = {"zh": thesaurus_zh.THESAURUS | ZH, "en": thesaurus_en.THESAURUS | EN}
