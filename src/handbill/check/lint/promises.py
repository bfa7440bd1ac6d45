"""Rules about what is said to be true: promises, law, guilt, and papers that imitate an office."""

from __future__ import annotations

from handbill.check.lint.rules import Rule, Say
from handbill.problems import Both

REWARD = Rule(
    "reward",
    "W626",
    "claim",
    Both("许诺举报有奖", "it promises a reward for reporting"),
    Say(
        (
            "(举报|检举|揭发|线索|劝|带|抓|找|救|报|供|交|告)…(一|#)?(人|个|名|起|处|条|家)…[，|"
            ",](补助|补贴|奖励|奖|给|发|免|送|得|赏|换|加)…(#|元|钱|分|礼|车位|房租|租|物业费|"
            "奖品)",
            "(举报|检举|立案|查实|线索|业主|居民|学生|家长)……(加|奖|奖励|送|给|发|免|另有|享|"
            "领)…(#分|学分|操行分|积分|礼品|奖品|车位|停车|房租|月租|物业费|元起步|优先)",
            "#元?起步|(举报人|举报者|提供者|检举人|线索人)…(百分百|一定|都能|保证|必|均可|"
            "都可以|人人)…(奖|钱|赏|拿|得)",
            "(举报|线索|检举|揭发|提供|报案|查实|报告|发现|上报|抓到|告发|指认|带路|报料|爆料)……"
            "(奖励|奖金|奖|赏|酬金|酬谢|酬劳|报酬|好处费|得|领|给|发|补贴|送|换)[你|您|到|现金|"
            "各|一律|不低于|至少|最高|重]…<money>",
            "(奖励|奖金|重奖|悬赏|赏金|酬金|酬谢|奖)…<money>……(举报|线索|检举|报案)",
            "(举报|线索|检举|报案|揭发)[人|者|的]…(必奖|有奖|即奖|就奖|重奖|都有奖|必有重赏|"
            "有赏|重赏|就能领|就有钱|领钱|有钱拿|得现金|可得#|赚钱|赚)",
            "(举报|线索|检举|揭发|爆料|上报|报料)…(费|奖金|红包|现金|奖品|礼品|礼包|抽奖|领奖|"
            "积分|有礼|送礼|换礼|豪礼|大奖|好礼|加分|给钱|有钱|拿钱|来钱|发钱|发财|致富|创收|"
            "挣钱|赚)",
            "(举报人|举报者|线索人|提供者|群众)…(分到|分得|提成|分成|抽成|返还|拿到)…(罚款|罚金|"
            "#成|一半|百分之|#%)",
            "(重金|高额|巨额|丰厚|大额|万元|有偿)…(奖励|征集|悬赏|酬谢|收购|求|奖金|报酬|回报|"
            "线索)|上不封顶|(举报|线索|抓|供)…按人头…(奖|给|发|算)|线索费|举报费|人头费",
            "(抓|报|供|举|送|带)(到|来|出|一)?(一个|一名|一人|#个|#人)…(奖|给|发|赏|换|领|补|得|"
            "挣|赚)",
            "必奖|有奖必拿|悬赏|重赏之下|(多报多得|多举多得|多抓多得|报得越多|举报越多)|"
            "(打个电话|打电话|一个电话)…(就能|就可|就有)…(领|拿|赚|得)?…(钱|奖|红包)",
            "(一条|每条|#条|一个|每个|每|一起|#起|一名|每名|一人)…(线索|窝点|举报|消息|信息|"
            "人)?[，]…(换|奖|赏|得|给|发|领|兑)…(一袋|一桶|一部|一箱|<money>)",
            "^最高#(万|千)?元",
            "(最高|高达|至少|不低于)[可](得|奖|奖励|领|拿|给|赏|获)…<money>",
            "(查实|属实|核实|立案|破案)…(重奖|奖|免|返|送)…(#|全年|一年|物业费|学费|水电)",
        ),
        "举报一个窝点奖励10万元。",
        "举报属实并符合规定条件的，可依法获得奖励；具体以当地公布的办法为准。",
        "拉一?个|拉人|邀请|直推|下线|入职|全勤|加班|中奖|比赛|竞赛|征文|见点",
    ),
    Say(
        (
            "(rent|month's rent|parking|fees|fee|tuition) (free|waived)…(for|to) (the|whoever|"
            "any|anyone)",
            "(informant|informants|informer|informers|whoever reports|whoever tells|tipster~|"
            "anyone who reports)…(will be|is|are|gets|get|receives) [well ](rewarded|paid|"
            "reward|cash|a bonus)|cash in hand",
            "(#|five hundred|two hundred|a hundred|a thousand|ten thousand) (yuan|rmb|"
            "dollars) (for|per) (each|every|tip|name|report|call|lead)",
            "(report|turn in|inform on) ……(earn|get|win|receive|collect) [up to ](#|a|cash|your)",
            "(up to|as much as) (#|fifty|ten|a hundred) (thousand|hundred|yuan)",
            "(reward|bonus|prize|bounty|cash|payment)~ ……(for|to)……(report|reports|reporting|"
            "tip|tips|information|turn~ in|inform~|lead|leads|whoever|every|each|anyone)",
            "(report|reports|reporting|tip|tips|call|ring|inform~|turn in|lead|leads|"
            "information)……(and|get|gets|earn|earns|win|wins|receive|receives|pays|worth|:|"
            "=)…(<money>|reward|cash|paid|more you get|bonus|prize|your money is waiting)",
            "(up to|as much as|at least) (#|fifty|ten|one|twenty)……(for|per|each)……(tip|tips|"
            "report|call|lead|information|name|recruiter)",
            "the more you report|# (yuan|rmb|dollars) (a|per|for each|for every|for a) (call|"
            "tip|report|name|head|recruiter)|rewards guaranteed|money is waiting",
        ),
        "Ring us with a name and get 500 yuan cash.",
        "Is there a reward? It depends on the rules where you live.",
        r"bringing in|contest|competition|recruit three|deposit|before paying|warning sign",
    ),
)
RECOVERY = Rule(
    "recovery",
    "W627",
    "claim",
    Both("保证能把钱要回来", "it promises that money comes back"),
    Say(
        (
            "(报案|登记|举报|报名|来访|签字|填表)…就(能|可以|会|可)…(拿回|追回|退|要回|返还|"
            "领回|赔)",
            "(一定|肯定|必|绝对|保证|准|总|终将|都|全|马上|很快|立刻)[会|能|可以|将|要]…(回来|"
            "到账|退清|补偿|赔偿|赔付|兜底|如数|归还|物归原主|失而复得|一分不少|完璧归赵)",
            "(政府|国家|村里|社区|公司|平台|警方|法院|银行|保险)…(兜底|包赔|会赔|赔偿|补偿|赔付|"
            "全赔|垫付|先垫|负责还|负责退|来赔|来还)",
            "(成功率|追回率|退款率|胜诉率)…(#|百分|高达|极高|百分之)|无效退款|不成功不收|包成功|"
            "十拿九稳|没有追不回|没有要不回|(签|填|办|交)(了|个|完)…(就|即可|便|马上)…(退|返|还|"
            "赔|拿)",
            "(钱|款|本金|损失|血汗钱|积蓄|养老钱)…(安全|有保障|跑不了|丢不了|少不了|不会少|"
            "不会丢|一分不少|会回来|能回来|就回来|就到账|能到账|归还|如数)",
            "(放心|别急|别担心|不用急|安心)……(钱|款|本金|损失)…(会|能|在|都|回)",
            "(我们|本所|律师|团队|老师|专家|内部)…(已|已经|成功|帮|替)…(#人|上百|上千|多人|"
            "许多人|不少人|几百)…<back>",
            "(钱|款|费|集资款|入门费|会员费|养老金|本金|积蓄)[、|，]……(统统|都|全|全部|一律|"
            "一概|均)(可以|能|可|会|将)?…(退|返|还|拿回|赔)",
            "(如数|全数|悉数|原数|一分不少)…(归还|退还|奉还|返还|退回|拿回|还给)",
            "(政府|国家|村里|街道|社区|公安|法院|银行)……(补给|补偿|赔给|还给|退给|发还给|补上|兜)",
            "(黑客|技术|手段|律师|团队|专员|专家|通道|绿色通道)……(挽回|追回|追损|找回|"
            "拿回)…(损失|钱|款|本金|资金)|(维权|追款|追损)…(不成功|失败|无果)…(退|不收)|(已|"
            "已经)(帮|替|为)…(#|上千|上百|几百|数百|数千)…(人|家|户)…(拿回|追回|挽回|要回)",
            "<assure>…[能|会|把|给|帮|可以|可|将|钱|您的|你的|损失|本金|都|全]…<back>{!货|换货}",
            "(钱|款|本金|损失|资金|积蓄|血汗钱|每一分|一分一厘|入门费|会费|学费|投资款)……(都|全|"
            "一定|肯定|必定|总能|最后都|迟早|保证|准|早晚)…[会|能|可以|将]…(<back>|回到|回来|"
            "到账|补齐|赔给|还给|退)",
            "(肯定|一定|绝对|保证|保準|包|必|准)[能|会](追|要|退|讨|拿|赔|还)(得|的)?(回|清|到|上)",
            "(钱|款|本金|损失)……(追得|要得|退得|讨得|拿得)(回|到|清)(来)?",
            "(付|交|缴|收|先付|先交)…(#元|费|定金|押金|手续费|建档费|服务费|佣金|律师费)……<back>",
            "(追回|要回|讨回|挽回|成功)…(后|才|再)(收费|付费|付款|抽成|提成)|不成功不收费|"
            "只收…(手续费|服务费|成本费|工本费)|追不回…(全额)?退",
            "(内部|熟人|特殊)…(关系|渠道|门路|通道)……(划|退|还|要|追|解冻|拿)",
            "(早|先)(登记|报名|报案|来|交)的?[人]先(退|返|赔|拿)|人人有份|(年前|月底前|#天内|"
            "#日内|七日|三天)…(全部|全|一律|必|都)?(退清|退还|到账|还清|退款|返还)",
            "(保证|包|承诺|担保|保)(退款|返还|退还|追回|兑付|还款|赔付|赔|退)|(拖|晚)…一天赔",
            "(一分|一毛|分文|一块钱)…(都)?(不会|不|没)…(少|损失|亏|丢)",
            "只要…(报案|举报|登记|来|报名)……(钱|款|损失)…(能|会|可以|都|就)…(回|退|还)",
        ),
        "只要来报案，被骗的钱都能要回来。",
        "“保证追回”的广告，多半是又一个骗局。",
        "押金|图书|快递|退货|换货|车票|门票|机票|理赔|保价|开封|发票|课本|餐费|水费|电费",
    ),
    Say(
        (
            "(our|my|the) (team|lawyers|lawyer|experts|firm|hackers) ……(recover|recovers|get|"
            "gets|bring|brings|retrieve)…(money|capital|savings|losses|funds)",
            "(pay|for) ……(fee|charge|deposit|commission|per cent)……(recover|bring|get|"
            "release)…(money|capital|savings|losses|home|back|funds)|(recover|recovers|bring|"
            "brings) ……(money|capital|savings|losses)……(fee|per cent|commission|charge|home)",
            "(government|state|police|court|village|bank)…(will|is going to|shall|is sure to|"
            "must) [also ](make good|compensate|repay|refund|cover|reimburse|return|"
            "replace) [all |every |your |the ](losses|loss|victim|money|yuan|savings|all)",
            "(release|unfreeze|unlock)~ (the|your|a) [frozen ](account|funds|money)",
            "(guarantee~|assured|certain|promise~|sure|surely|definitely|always)……(<back>|"
            "refund|repaid|paid back)",
            "(<back>|refund|repayment)……(guaranteed|assured|promise|certain|within # (days|"
            "hours)|100%|every (yuan|cent|penny))",
            "(you|everyone|everybody|we|all victims|victims) (will|shall|can|are sure to|"
            "is sure to|are going to) [all |certainly |definitely |always ](get|recover|receive|"
            "see|have) [you |all |every |your |the |it |back ]……(back|again|money|refund|"
            "recovered|repaid|yuan back|returned)",
            "(get|recover|have)~ (every|all|each) (yuan|cent|penny|of your money|dollar)|"
            "savings are safe again|(nobody|no one) ……(lose|loses) (a|one) (cent|penny|yuan)|"
            "every (cent|penny|yuan) (will|comes|back)",
            "(pay|fee)~ ……(we|our lawyers|our team|lawyers)…(recover|get)…(money|loss~|savings)|"
            "no (win|recovery),? no fee",
        ),
        "You will get every yuan back, we promise.",
        "“Guaranteed recovery” is usually the second fraud.",
        r"library|deposit when|return the (?:card|book|key)|\bshop\b|receipt|ticket|unopened",
    ),
)
FALSE_LAW = Rule(
    "false-law",
    "W628",
    "claim",
    Both(
        "说某样事一定合法、一定没事，法律没有这样说",
        "it says that something is safe or lawful, which no law says",
    ),
    Say(
        (
            "(交的|收的|这是|算是|只是|不过是)……(会费|服务费|消费|学费|货款|分享|投资|捐款)……"
            "(没有问题|没问题|没事|不违法|合法|不算|没关系)",
            "(亲戚|朋友|熟人|家人|同学|老乡|自己人)……(介绍|拉|带|邀|分享|互相)……(不属于|不算|"
            "没事|不违法|没关系|合法|不犯法)",
            "(房东|出租|提供场地|提供场所|收租|介绍人|会计|司机|保管|讲课|听课|旁听|帮忙)……"
            "(无关|没关系|没责任|不用负责|不担责|没事|不违法|不算|管不着|不犯法)",
            "(所以|因此|自然|根本|完全|当然|压根|完完全全)[就|都](没有|没|不存在|不构成|"
            "不算)…(问题|风险|责任|违法|犯罪|传|事)",
            "(有|持|办了|办理|领了|取得|拿到|拿了)…(执照|牌照|许可证|许可|备案|证书|批文|资质|"
            "公章)[的|就|，|所以|便]……(合法|不违法|不犯法|没问题|正规|可靠|放心|不可能|不会是|"
            "就不是|没事|不算)",
            "(不到|不满|未满|少于|不足|低于|没到|没有|不超过|没超过|未达|没满|以下)#[多](人|"
            "个人|元|块|级|层|岁|天|次|个|代|万元?){!的风|次}……(合法|不算|不违法|不犯法|没事|"
            "不罚|不处罚|不管|管不着|管不到|不立案|不叫|不构成|不是|不抓|没人管|放心|不追究)",
            "(没|未|不)(收|交|拿|赚|得|签|碰|见面|领|出)(过|到|着)?…?(钱|费|面|字|货|到钱|工资|"
            "好处)?……[就|便|，|的]…(不算|不是|没事|合法|不违法|不犯法|没责任|不用负责|不叫|"
            "管不着|不构成|无罪|不关)",
            "(只要|凡是|但凡)……(就|都|便|即)…(合法|不犯法|不违法|没事|没责任|不用负责|不算|没罪|"
            "不构成|不追究|免责|免罚|不受罚|无罪)",
            "(自愿|不知道|不知情|被骗|受骗|普通会员|普通成员|下线|新人|参加者|头目|介绍人|"
            "未成年)……(就|都|便|，|的|怎么…都)…(不算|不违法|不犯法|没事|没责任|不用负责|"
            "不用负法律责任|不用担责|不担责|不犯罪|不追究|无罪|不受罚)",
            "(只有|除了)…(头目|老板|组织者|大头目|领导)…(才)?(要|会|负责|犯法|违法|被抓|判)……",
            "(国家|政府|法律|上面|政策|中央)…(允许|支持|批准|认可|鼓励|默许|许可|保护|试点)(的|"
            "了)?……(放心|推广|没事|合法|参加|做|干|投|加入)?",
            "(服务器|公司|平台|总部|钱|注册)…在(国外|境外|海外|香港)……(管不到|管不着|不违法|"
            "合法|没事|不犯法|不受|没办法|查不到)",
            "(退出|退了|退钱|退款|过了|超过|满)……(一笔勾销|就没事|既往不咎|不再追究|不追究|"
            "没事了|无罪|洗清|不算数)",
            "(主动|自首|说清楚|坦白|交代)……(绝对|肯定|一定|就|完全|必定|都)[会|能|可以]…(不会|"
            "不|没|免)…(受|罚|抓|判|处罚|追究|任何|责任|没事|坐牢)",
            "(法律上|法律|法)…(不叫|不算|不管|没规定|没说|管不了|管不到|没写)……|法不责众|(警察|"
            "公安|法律|工商|政府)(管不着|管不了|管不到|没权管|不敢管|拿…没办法)",
            "(扣|关|打|搜|搜查|锁|绑|曝光|断水|断电)…(不违法|不犯法|不算违法|不算非法|合法|没事|"
            "没人管|是正当|属于正当)",
            "(在|用)(手机|网|网上|线上|微信|互联网)…(做|玩|卖|干|推广)……(不叫|不算|不是|"
            "不违法|不属于|合法)",
        ),
        "有营业执照的公司就合法，放心参加。",
        "有营业执照，不等于做法合法。",
    ),
    Say(
        (
            "(rules|rule|law|laws|regulation|regulations|police) (do not|does not|don't|doesn't|"
            "cannot|can't|never) (apply|reach|cover|touch|count|concern)",
            "(took|take|takes|have|has|had) no part|(levels|commission|commissions|members|"
            "recruiting|joining|introducing|scheme~|it all) ……(is|are) (allowed|permitted|legal|"
            "lawful)|(is|are) not (counted|punishable|illegal|an offence|a crime)|"
            "no offence at all|(has|have|had) nothing to do with (you|the|it|us)",
            "(perfectly|completely|entirely|fully|totally|absolutely|always|quite) (legal|"
            "lawful|safe|fine|allowed)",
            "(fewer|less|under|below|up to|no more) [than ]#……(legal|lawful|no offence|no crime|"
            "allowed|fine|safe|not punishable|nothing wrong|not illegal|ok|does not count|"
            "is not)",
            "(licen[c|s]e~|registered|registration|certificate|permit)……(cannot be|can't be|"
            "must be legal|is legal|so it is legal|means it is|proves it|is never a)",
            "(nothing to fear|nothing to worry about|no liability|not liable|cannot be punished|"
            "can't be punished|not be punished|no legal risk|not responsible)",
            "(the state|the government) (supports|allows|permits|approves|encourages|backs)",
            "(as long as|provided|if you|so long as)……(it is|it's|you are|that is) (legal|"
            "lawful|safe|not breaking|not guilty|free of)",
            "(server~|company|platform)…(abroad|overseas|offshore)……(does not apply|cannot|"
            "can't|no law|not reach|beyond)",
        ),
        "A firm with a business licence cannot be a pyramid scheme.",
        "A business licence does not mean that what a firm does is lawful.",
    ),
)
CERTAIN = Rule(
    "certain",
    "W630",
    "threat",
    Both(
        "说一定要判、要抓，吓唬人；怎么处理由机关和法院依法定",
        "it threatens certain punishment; that is for the courts",
    ),
    Say(
        (
            "(今|今天|今日|眼下|现在)……(明天|明日|后天|将来|早晚|迟早|来日)…(<justice>|手铐|牢|"
            "铁窗|抓)",
            "必(抓|判|罚|究|办|严|捕|惩|被抓|被判|进监|坐牢)|(等着|等待|迎接|陪伴)…(手铐|铁窗|"
            "监狱|大牢|法律的|牢饭|判决|铐)",
            "<sure>…(罚|判|关|拘|蹲|没收)(#|到|款|光|房|家)|(罚|赔|判)(到|得|光)…(破产|倾家|"
            "精光|底|一无所有|翻不了身)|没收…(房子|房产|家产|全部财产|房屋)",
            "<sure>……<justice>",
            "(谁|凡|凡是|一旦|只要|参加|参与|加入|介绍|拉人|进去|进了|沾上|碰了|发现|抓到|查到|"
            "再不|不退出|若不|不交代|不说清|执迷不悟)"
            "……(谁就|谁|就是|就要|就得|就会|就|必|必然|一律|等着|准备|只能|只有|等于|下场|"
            "后果)…(犯罪|罪犯|犯人|吃官司|上法庭|进局子|戴手铐|手铐|开除|取消…(低保|资格|分红|"
            "补贴|福利)|"
            "毁了|完了|判|坐牢|牢|抓|罚|拘|监狱|法办|严惩|重罚|追究到底|送进)",
            "(警察|公安|民警|法院|执法)…(很快|马上|迟早|早晚|随时|不会|绝不|一定|必)…(上门抓|"
            "来抓|抓你|找上门|手下留情|放过|饶|轻饶|请你进去)",
            "(没商量|不商量|一个不饶|一个都不饶|一个也不放过|绝不放过|绝不留情|不留情面|"
            "从重从快|从严从快|顶格|杀无赦|一网打尽|零容忍|严打到底|没有例外|没有下次)",
            "(罚|拘|判)(你|他|#)?…(没商量|起步|到底|到你|到他|倾家|底裤)|#(天|年|万元?)起(步|判|"
            "罚)",
            "(一辈子|一生|终身|这辈子|下半辈子)…(毁|完|抬不起头|蹲|洗不掉|背着|在牢|有案底|"
            "政审)|(案底|留案底)…(一辈子|终身|跟|全家|子孙)",
            "(都|全|一律|统统|全部|一概)(按|以|当作|算作|视为|当)…(犯罪|罪犯|同伙|共犯|从犯|"
            "嫌疑人|嫌犯|骗子)…[处理|论处|对待|抓|罚]",
            "(坐牢|判刑|判{!处}|蹲|关|坐)…[上|个|满|他|你]{!断|决|定书}(#|几|好几|十几|半辈子|"
            "一辈子)(年|天|个月)",
            "(抓到|查到|发现|参加|加入|交过|听过|去过|做了|干了|碰了|沾上|介绍|发展|拉人|凡|"
            "凡是|谁|只要)……(就|都|就要|就会|都要|都会|一律|至少|最后都|立即|马上|当场)…[会|要|"
            "得|被]…(<justice>|蹲|进去|判|关|抓|罚|坐)",
            "(至少|起码|最少)…(判|坐|关|蹲|罚)…#",
            "(严惩不贷|绝不姑息|绝不手软|绝不轻饶|决不姑息|牢底坐穿|死路一条|必受严惩|必遭|"
            "难逃法网|法网恢恢|等着坐牢|等着被抓|罚到…倾家荡产|罚得…倾家荡产|倾家荡产)",
            "(全家|子女|孩子|三代|后代|家人|儿女|亲属|一家)……(受影响|受牵连|连坐|黑名单|"
            "不能考公|考不了|不能参军|政审|当不了|抬不起头|毁了|完了|失信)",
            "(征信|失信|黑名单|案底|档案)……(全家|一辈子|永远|跟着你|背一辈子|终身|跑不了)",
            "(不然|否则|再不)…[就|都|一律|等着]…(抓|判|坐牢|罚|拘|进去)",
        ),
        "参加的人一律判刑，谁也跑不了。",
        "介绍他人参加的，可能要负法律责任；怎么处理由办案机关依法决定。",
    ),
    Say(
        (
            "#[ ]years…(is|are) (the )?(minimum|least|certain|what)|(at least|minimum of|"
            "no less than) # (years|months)|years is the minimum",
            "(lose|loses|losing|forfeit|forfeits) (the|their|his|her|your) (house|home|flat|job|"
            "licence|property|pension|child~)",
            "(all|every|each|everyone|everybody)…(participant|participants|member|members|"
            "involved|joins|joined|took part)…(will|shall|must|is|are|goes|go)…(prosecuted|"
            "punished|jailed|fined|prison|jail|arrested|charged)",
            "(will|shall|are|is|be|go|goes|going|you'll|end|ends|get|gets|straight) ……"
            "(to prison|to jail|jailed|imprisoned|in jail|behind bars|handcuffs|locked up|"
            "sentenced|convicted|executed|the death penalty|fined # )",
            "(anyone|everyone|whoever|all|every member|any|each|always|certainly)……(is|are|"
            "will be|gets|goes|must be|faces|shall be) [all |always |certainly |surely ](fined|"
            "jailed|arrested|imprisoned|sentenced|punished|convicted|prosecuted|handcuff~)",
            "handcuffs (tomorrow|await|are waiting)|prison (awaits|is waiting)|no mercy|"
            "no exceptions|rot in (jail|prison)|life sentence for|(fined|arrested|"
            "jailed) …on the spot",
            "(your|their) (children|family|parents|grandchildren)……(never|blacklist~|suffer~|"
            "cannot|will pay|ruined|background check|punished)",
            "join……(go to|end in|lands you in|means) (prison|jail)",
        ),
        "Join and you go to prison.",
        "Where it is a crime, the court decides by law.",
    ),
)
IMITATION = Rule(
    "imitation",
    "E631",
    "paper",
    Both("模仿公文、通缉令、传票", "it imitates a paper of an office"),
    Say(
        (
            "^[【|××|某某|××市|××县|某市|某县]<office>…<paper>{!发布|印发|》|的|是|不|会|出台|"
            "规定|怎么|上|书|后|里}",
            "^<office>关于……的(紧急通知|紧急通告|通告|命令|特急|紧急命令)",
            "^[国家](反诈中心|公安|警方|法院)…(红色|紧急|特别|最高)(警报|预警|通知|通告|提醒|指令)",
            "(收到|看到|见到)(此|本|这条|该)?(消息|通知|信息|短信)…(必须|务必|请|立即|"
            "一定)…(转发|扩散|传达|群发)",
            "^(拘留|逮捕|行政处罚|处罚|传唤|判决|起诉|冻结|查封|通缉|搜查|刑事|立案|协查|处分|"
            "告知|限期)…(书|令|证|票|函)(第#号)?(：|:)",
            "(采用|套用|按|按照|用|照|仿|参照)…(公安|法院|政府|红头|机关|公文|官方)…(通告|文件|"
            "公文|公告|通缉令|判决)…(格式|样式|版式|形式|样子|模样|口吻)",
            "【(公安|法院|检察|公安局|税务|社保|市场监管|反诈中心|派出所|国务院|司法)[局|院|部|"
            "机关]】",
            "(国函|国发|国办发|国办函|公通字|中办发|中发|国市监令)(〔|（)#(〕|）)#号……(印章|"
            "公章|批复|通知|令|命令)",
            "(此令|特此通缉|此布|钦此|奉…令|奉上级|奉命|根据上级密令|上级密令|上级紧急)|"
            "(红头文件|公文|公告|通缉令|传票|法院公告|公安通告)…(形式|样子|格式|样式|样|版式|"
            "口吻)……(通告|做|写|印|排|制|发布|通知|发|贴)",
            "(模仿|仿照|仿|冒用|套用|做成|做一张|伪造|弄成|照着)…(公文|红头|法院|公安|通缉令|"
            "传票|公章|印章|警徽|国徽|公告|判决书)",
            "(盖|加盖|印上|画上|配上|放上|加上|用|带)…(大红)?(公章|印章|国徽|警徽|红章)",
            "(您|你|被传唤人|被告|当事人|该人|以下人员|涉[案|嫌][人|者]|凡涉)……(涉嫌|已被列|"
            "被列入|应于|限|须|务必)……(接受调查|到庭|投案|自首|到案|名单|配合调查|归案)",
            "(限|须|务必)[你|您]…(#日|#天|#小时|三日|今日|24小时|即日)…[内|之内]…(投案|自首|"
            "报到|到案|登记|交代|报备|到指定)……",
            "(即日起|今夜起|今晚起|今天起)…(关停|取缔|查封|报备|戒严|清查|逮捕|禁止一切)|(违者|"
            "逾期|抗拒|拒不)…(重处|严惩|严办|按…(处理|论处)|逮捕|法办|抓|从严)",
            "(绝密|机密|秘密|特急|内部文件)…[★|·|，|：|:|、|！|不得外传|限|传达]",
        ),
        "公安部紧急通知：今夜起凡聚会三人以上须报备。",
        "本资料是普法宣传，不是公文，不盖公章。",
    ),
    Say(
        (
            "(notice|order|decree|warning|alert) of the (ministry|supreme|state|people|police|"
            "court|central)|(detention|arrest|court|police|wanted) (notice|order|warrant) (no|"
            "number|:)|pay the (bond|bail|fine) now",
            "(lay|make|look|design|print|style|set|dress)~ ……(like|as) (an|a) (official|court|"
            "police|government|red-headed|real|state) ",
            "(order|decree|decision|notice|command|edict) (of|by|from) the [people's |"
            "supreme ]*(<office>|supreme people's|state council|ministry|police)…(no|:|is|every|"
            "all|you|each)",
            "(by|under) (order|decree|command|instruction~) (of|from) (the (<office>|supreme|"
            "state|ministry|police|central|court)|above|the authorities|higher)",
            "(this is|official) (a|an) [official |urgent ](police|court|government|"
            "state) (notice|order|warrant|decree|summons)",
            "(top secret|strictly confidential|for internal use)[:|,|;| ]…(all|to|by|do not)|"
            "(arrest warrant|wanted notice|summons|wanted) [is hereby |:|no |for ]…(you|issued|"
            "the following|hereby)|(you are|has been|is) (hereby|listed as|wanted|summoned)",
            "(imitate|copy|fake|print|make)~ ……(letterhead|official seal|court notice|warrant|"
            "red-headed|state emblem|police badge|summons)",
            "(failure to|those who fail to|whoever fails to) (reply|register|appear|comply|"
            "report)……(counts as|will be|is|are|means)",
        ),
        "By decree of the Supreme Court you are listed as a suspect.",
        "The Supreme People's Court published five typical cases.",
    ),
)
PROMISES: tuple[Rule, ...] = (REWARD, RECOVERY, FALSE_LAW, CERTAIN, IMITATION)
