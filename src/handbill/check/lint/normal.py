"""Texts made plain, so that one spelling is looked for: letters, scripts, what hides inside words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TRADITIONAL = dict(
    zip(
        "丟並乾亂佈佔併來侷係俬倉個們偵偽備傢傭傳債傷傾僅僱價儘償優兇兌兒內兩冊凍別則剋創劃劉動務勝勞"
        "勢勵勸匯區協厤厲參吳呂員唸問喚喪喫喬單嗎嘗噁噴噹嚇嚐嚮嚴囌國圍園圖團埰執報場塊塗墊壇壓壞壯夠"
        "夥奪婁婦媽嬸孃孫學寀實寧審寫寶將專尋對導屍屜層屬崗嶽師帶幣幫幹幾庫廢廣廳張強彆彈彔彙後從復徵"
        "恥惡惱愛態慶慼慾憂憐憑應懞懲懶懷懸戶挾捨捱捲掃掙掛採揚換損搶摺撥擊擔據擴攆攔攤敗數斃斷於旂時"
        "晉曆曉曏曬書會朮東條棟楊業極榦榮構槍樂樑樓標樣機橫檔檢檯櫃欄權欽歡歲歷歸殘殭殺毀毆氣決沒沖況"
        "洩淩淺測渾湯準溫滬滾滿漲潑潛濛濟濫瀋灣災為烏無煩燒營燬燻爛爺爾牆牽猶獃獄獎獨獲獸現環瓊產甦甯"
        "畫異當痠瘋癡癩發盡監盤盧盪眾睏矇硃碼祕禍禮稅種稱積穩穫窩窮竅竊競筆箇範篩簡簽籤粵糞糰紀約紅紋"
        "純級紮紹終組結絕絡給統綁綑經綠維網緊緒線緝締編緻縣總織繫繳續纍纔罈罰罵羅羈義翫聞聯聲職聽肅脩"
        "腦腳臉臟臥臺與舉莊萬葉葯蒐蒼蓋蔘蔣蕩薑薩藥蘇處虛號虧蟲蠅術衕衚衛衝補裝裡製複褲覈見規視親觀觸"
        "訂計討訓記設許訴註証詐評詞詢試話該誅誌認語誤說誰課調請論諮諾謂謊講謝謠謹證識譚譭譯議護讀變讓"
        "豈豐豬負財貨販貪貫責貳貴買貸費貼貿賀資賈賞賠賣賤質賬賴賺購賽贓贛趕趙跡踰蹟蹤車軌軍軟輓輕輛輩"
        "輪轉轟辦農迴這連週進遊過達違遞遠適遲選遼還邊鄉鄒鄧鄭鄰醜釐針釦鈅鉅銀銬銷鋪錄錢錯錶鍵鍼鍾鎖鎮"
        "鏡鐘鐵鑰長門閆開間閘閣閤閥閩閱闆闇闖關闢陝陳陸隊階際隨險隻雜雞離難雲電霑韆韋韓響頁頂項須預頓"
        "領頭頻題額顏願類顧顯風颱飛飯養餘館餬饒饞馬馮駕駛騙騰驅驗驚驢髒體髮鬆鬍鬚鬧鬨魯鮮鵝麵麼黃點黨"
        "齊齡齣龍龐龔龜",
        "丢并干乱布占并来局系私仓个们侦伪备家佣传债伤倾仅雇价尽偿优凶兑儿内两册冻别则克创划刘动务胜劳"
        "势励劝汇区协历厉参吴吕员念问唤丧吃乔单吗尝恶喷当吓尝向严苏国围园图团采执报场块涂垫坛压坏壮够"
        "伙夺娄妇妈婶娘孙学采实宁审写宝将专寻对导尸屉层属岗岳师带币帮干几库废广厅张强别弹录汇后从复征"
        "耻恶恼爱态庆戚欲忧怜凭应蒙惩懒怀悬户挟舍挨卷扫挣挂采扬换损抢折拨击担据扩撵拦摊败数毙断于旗时"
        "晋历晓向晒书会术东条栋杨业极干荣构枪乐梁楼标样机横档检台柜栏权钦欢岁历归残僵杀毁殴气决没冲况"
        "泄凌浅测浑汤准温沪滚满涨泼潜蒙济滥沈湾灾为乌无烦烧营毁熏烂爷尔墙牵犹呆狱奖独获兽现环琼产苏宁"
        "画异当酸疯痴癞发尽监盘卢荡众困蒙朱码秘祸礼税种称积稳获窝穷窍窃竞笔个范筛简签签粤粪团纪约红纹"
        "纯级扎绍终组结绝络给统绑捆经绿维网紧绪线缉缔编致县总织系缴续累才坛罚骂罗羁义玩闻联声职听肃修"
        "脑脚脸脏卧台与举庄万叶药搜苍盖参蒋荡姜萨药苏处虚号亏虫蝇术同胡卫冲补装里制复裤核见规视亲观触"
        "订计讨训记设许诉注证诈评词询试话该诛志认语误说谁课调请论咨诺谓谎讲谢谣谨证识谭毁译议护读变让"
        "岂丰猪负财货贩贪贯责贰贵买贷费贴贸贺资贾赏赔卖贱质账赖赚购赛赃赣赶赵迹逾迹踪车轨军软挽轻辆辈"
        "轮转轰办农回这连周进游过达违递远适迟选辽还边乡邹邓郑邻丑厘针扣钥巨银铐销铺录钱错表键针钟锁镇"
        "镜钟铁钥长门闫开间闸阁合阀闽阅板暗闯关辟陕陈陆队阶际随险只杂鸡离难云电沾千韦韩响页顶项须预顿"
        "领头频题额颜愿类顾显风台飞饭养余馆糊饶馋马冯驾驶骗腾驱验惊驴脏体发松胡须闹哄鲁鲜鹅面么黄点党"
        "齐龄出龙庞龚龟",
        strict=True,
    )
)
"""Characters of the traditional script that the words of rules are written with."""
_PLAIN: dict[int, str | None] = {
    **{ord(one): other for one, other in _TRADITIONAL.items()},
    **{code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
    **{ord("①") + at: str(at + 1) for at in range(9)},
    **dict.fromkeys((0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065))),
    **{ord(one): "'" for one in "’‘ʼ"},
    0x3000: " ",
    0xA0: " ",
}
_ENGLISH = _PLAIN | {ord("‘"): "“", ord("’"): "'"}
_CHINESE = {**_PLAIN, ord("‘"): "“", ord("’"): "”", ord("「"): "“", ord("」"): "”"} | {
    ord("『"): "“",
    ord("』"): "”",
}
_HAN = "\u3400-\u9fff"
_INSIDE = re.compile(f"(?<=[{_HAN}])[ \t]+(?=[{_HAN}])|(?<=[{_HAN}])[-·•_*~](?=[{_HAN}])")
_STRAIGHT = re.compile(r'"([^"\n]{1,80})"')


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain. at: for each of its characters, where it stands in the text; empty while
    both are of one length."""

    text: str
    at: tuple[int, ...]

    def written(self, source: str, start: int, end: int) -> str:
        """Return a stretch of it as the source writes it."""
        if not self.at:
            return source[start:end]
        return source[self.at[start] : self.at[end - 1] + 1]


def plain(text: str, language: str) -> Plain:
    """Return a text with one spelling: narrow digits and letters, simplified characters, curly
    quotation marks, nothing hidden between the characters of a word; English in small letters."""
    table = _CHINESE if language == "zh" else _ENGLISH  # "names": English that keeps its capitals
    made = text.translate(table)
    if '"' in made:
        made = _STRAIGHT.sub("“\\1”", made)
    if language == "en":
        made = made.lower()
    if language == "zh":
        made = _INSIDE.sub("", made)
    if len(made) == len(text):
        return Plain(made, ())
    return Plain(made, tuple(_places(text, made, table, language)))


def _places(text: str, made: str, table: dict[int, str | None], language: str) -> list[int]:
    """Where each character of the plain text came from: what was left out is passed over."""
    places, at = [], 0
    for one in made:
        while at < len(text) - 1:
            other = text[at].translate(table)
            same = other == one or other.lower() == one or (one in "“”" and other in ('"', "'"))
            if same:
                break
            at += 1
        places.append(min(at, len(text) - 1))
        at += 1
    return places


def is_han(text: str) -> bool:
    """Tell whether a text holds Han characters."""
    return not text.isascii() and any("\u3400" <= one <= "\u9fff" for one in text)


def has_words(text: str) -> bool:
    """Tell whether a text holds words in Latin letters."""
    return re.search(r"[A-Za-z]{3}", text) is not None


def digits_plain(text: str) -> str:
    """Return a text, of the same length, with digits of any script, full-width and Han, as ASCII."""
    if text.isascii():
        return text
    return "".join(map(_digit, text))


_HAN_DIGITS = dict(zip("零〇一二三四五六七八九幺", "001234567891", strict=True))
_HAN_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", "123456789", strict=True))
_HAN_DIGITS |= {"①": "1", "②": "2", "③": "3", "④": "4", "⑤": "5", "⑥": "6", "⑦": "7", "⑧": "8"}
_HAN_DIGITS |= {"⑨": "9", "⓪": "0", "－": "-", "＋": "+", "Ｘ": "X", "ｘ": "x", "\u3000": " "}


def _digit(one: str) -> str:
    if one.isascii():
        return one
    if one in _HAN_DIGITS:
        return _HAN_DIGITS[one]
    value = unicodedata.digit(one, None)
    return one if value is None or unicodedata.category(one) != "Nd" else str(value)
