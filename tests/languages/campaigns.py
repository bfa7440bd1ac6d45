"""A small campaign, helmets for cyclists, written in several languages: the source of a site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SETTINGS = """\
site_name: {title}
theme:
  name: material
  language: en
  font: false
plugins:
  - handbill
"""
PLACES = """\
places:
  - id: here
    name: {place}
    level: town
    country: {country}
    contacts:
      clinic:
        number: "{number}"
        checked_on: 2026-11-20
"""
CAMPAIGN = """\
title: {title}
summary: {summary}
language: {language}
version: "1"
issued: 2026-11-24
valid_until: 2027-11-24
checked_on: 2026-11-24
review_by: 2027-05-24
default_place: here
action: {action}
numbers:
  - name: emergency
    number: {emergency}
    words: {words}
    use: {use}
    checked_on: 2026-11-24
contact_roles:
  - id: clinic
    label: {clinic}
qr_caption: {caption}
disclaimer: {disclaimer}
fiction_notice: {fiction}
home:
  eyebrow: {eyebrow}
  headline: [{headline}]
  lead: {summary}
  retire: {retire}
"""
FAMILIES = """\
title: {families}
label: {families}
order: 1
look: families
picture: villages
picture_alt: {alt}
motto: {motto}
message: {summary}
signals_title: {signals_title}
signals:
  - title: {first}
    text: {sentence}
  - title: {second}
    text: {sentence}
  - title: {third}
    text: {sentence}
steps_title: {steps_title}
steps:
  - title: {motto}
    text: {sentence}
  - title: {title}
    text: {summary}
trouble_title: {use}
trouble: {trouble}
materials:
  - kind: poster
    id: families-poster
    title: {title}
    sizes: [A4]
    use: {place}
    headline: [{headline}]
    sentence: {sentence}
    signals: [{first}, {second}, {third}]
  - kind: ticker
    id: families-lines
    title: {title}
    sizes: [A4]
    use: {place}
    lines:
      - {line} {emergency}
      - {sentence}
      - {summary}
    hours: 7:00–9:00, 17:00–21:00
  - kind: script
    id: families-broadcast
    title: {title}
    sizes: [A4]
    use: {place}
    heading: {title}
    broadcast:
      greeting: {greeting}
      key: {line}
      text: {trouble}
      closing: {sentence}
    seconds: 60
"""


@dataclass(frozen=True)
class Spoken:
    """A language that the campaign is written in, and its words by name."""

    language: str
    country: str
    emergency: str
    number: str
    words: dict[str, str]


ENGLISH = Spoken(
    "en-GB",
    "GB",
    "999",
    "0300 123 2040",
    {
        "title": "Helmet on",
        "summary": "A helmet that fits, on every ride.",
        "place": "Your town",
        "action": "[Fit it, Fasten it, Ride]",
        "words": "[Somebody, is hurt]",
        "use": "Somebody is hurt",
        "clinic": "Clinic",
        "caption": "Scan to read more",
        "disclaimer": "General advice.",
        "fiction": "This story is made up.",
        "eyebrow": "Free",
        "headline": "Helmet on, every ride",
        "retire": "After its last day, take the sheet down.",
        "families": "Families",
        "alt": "A person holds up a large sheet of paper.",
        "motto": "Helmet on, strap closed",
        "signals_title": "It does not protect when",
        "first": "It slips",
        "second": "It is open",
        "third": "It is cracked",
        "sentence": "Fit it, fasten it, then ride.",
        "steps_title": "Before every ride",
        "trouble": "Leave the helmet on and call {number.emergency}.",
        "line": "Helmet on before you ride; somebody is hurt, call",
        "greeting": "Good morning!",
    },
)
FRENCH = Spoken(
    "fr",
    "FR",
    "112",
    "01 40 20 50 50",
    {
        "title": "Le casque, toujours",
        "summary": "Un casque à la bonne taille, à chaque trajet.",
        "place": "Votre ville",
        "action": "[Ajuster, Attacher, Rouler]",
        "words": "[En cas, d’urgence]",
        "use": "Quelqu’un est blessé",
        "clinic": "Centre de santé",
        "caption": "Scannez pour en savoir plus",
        "disclaimer": "Conseils généraux.",
        "fiction": "Cette histoire est inventée.",
        "eyebrow": "Gratuit",
        "headline": "Un casque, à chaque trajet",
        "retire": "Après la date de fin, retirez l’affiche.",
        "families": "Familles",
        "alt": "Une personne montre une grande feuille de papier.",
        "motto": "Casque attaché",
        "signals_title": "Il ne protège pas",
        "first": "Il bouge",
        "second": "Il est ouvert",
        "third": "Il est fendu",
        "sentence": "Ajustez, attachez, puis roulez.",
        "steps_title": "Avant chaque trajet",
        "trouble": "Laissez le casque et appelez le {number.emergency}.",
        "line": "Attachez le casque avant de partir ; en cas d’urgence",
        "greeting": "Bonjour !",
    },
)
ARABIC = Spoken(
    "ar",
    "EG",
    "123",
    "02 27357555",
    {
        "title": "الخوذة أولًا",
        "summary": "خوذة مناسبة في كل مرة.",
        "place": "مدينتكم",
        "action": "[اضبط, أغلق, انطلق]",
        "words": "[عند, الإصابة]",
        "use": "إذا أصيب أحد",
        "clinic": "العيادة",
        "caption": "امسح الرمز للمزيد",
        "disclaimer": "نصائح عامة.",
        "fiction": "هذه القصة متخيَّلة.",
        "eyebrow": "مجانًا",
        "headline": "خوذة, في كل مرة",
        "retire": "بعد آخر يوم أزيلوا الملصق.",
        "families": "العائلات",
        "alt": "شخص يرفع ورقة كبيرة.",
        "motto": "الخوذة مغلقة",
        "signals_title": "لا تحمي إذا",
        "first": "تحركت",
        "second": "فُتحت",
        "third": "تشققت",
        "sentence": "اضبطها وأغلقها ثم انطلق.",
        "steps_title": "قبل كل مرة",
        "trouble": "اترك الخوذة واتصل بالرقم {number.emergency}.",
        "line": "البس الخوذة قبل أن تنطلق، وعند الإصابة اتصل بالرقم",
        "greeting": "صباح الخير!",
    },
)
HINDI = Spoken(
    "hi",
    "IN",
    "112",
    "011-23388000",
    {
        "title": "हेलमेट पहनें",
        "summary": "हर बार सही नाप का हेलमेट।",
        "place": "आपका शहर",
        "action": "[नाप लें, बाँधें, चलें]",
        "words": "[चोट, लगने पर]",
        "use": "किसी को चोट लगी है",
        "clinic": "अस्पताल",
        "caption": "और जानने के लिए स्कैन करें",
        "disclaimer": "सामान्य सलाह।",
        "fiction": "यह कहानी काल्पनिक है।",
        "eyebrow": "निःशुल्क",
        "headline": "हर बार, हेलमेट पहनें",
        "retire": "अंतिम दिन के बाद पोस्टर उतार दें।",
        "families": "परिवार",
        "alt": "एक व्यक्ति बड़ा काग़ज़ उठाए हुए है।",
        "motto": "हेलमेट बँधा हो",
        "signals_title": "तब नहीं बचाता",
        "first": "ढीला है",
        "second": "खुला है",
        "third": "दरार है",
        "sentence": "नाप लें, बाँधें, फिर चलें।",
        "steps_title": "हर बार पहले",
        "trouble": "हेलमेट न उतारें और {number.emergency} पर फ़ोन करें।",
        "line": "चलने से पहले हेलमेट पहनें; चोट लगने पर फ़ोन करें",
        "greeting": "नमस्ते!",
    },
)
JAPANESE = Spoken(
    "ja",
    "JP",
    "119",
    "03-3580-3311",
    {
        "title": "ヘルメットをかぶろう",
        "summary": "乗るたびに、合ったヘルメットを。",
        "place": "あなたの町",
        "action": "[合わせる, 留める, 乗る]",
        "words": "[けが, 救急]",
        "use": "けが人がいる",
        "clinic": "診療所",
        "caption": "読み取って詳しく見る",
        "disclaimer": "一般的な助言です。",
        "fiction": "この物語は架空です。",
        "eyebrow": "無料",
        "headline": "乗る前に, かぶろう",
        "retire": "期限を過ぎたら、はがしてください。",
        "families": "ご家庭",
        "alt": "大きな紙を掲げる人。",
        "motto": "あごひもを留めて",
        "signals_title": "守れないとき",
        "first": "ずれる",
        "second": "ひもが開く",
        "third": "ひびがある",
        "sentence": "合わせて、留めて、それから乗る。",
        "steps_title": "乗る前に",
        "trouble": "ヘルメットは外さず、{number.emergency}に電話してください。",
        "line": "乗る前にヘルメット、けが人がいたら",
        "greeting": "おはようございます。",
    },
)
TRADITIONAL = Spoken(
    "zh-Hant",
    "TW",
    "119",
    "02-2381-5555",
    {
        "title": "戴好安全帽",
        "summary": "每次騎車，都戴合適的安全帽。",
        "place": "您的城市",
        "action": "[調好, 扣上, 出發]",
        "words": "[受傷, 求救]",
        "use": "有人受傷",
        "clinic": "診所",
        "caption": "掃碼看詳情",
        "disclaimer": "一般建議。",
        "fiction": "故事為虛構。",
        "eyebrow": "免費",
        "headline": "騎車之前, 戴安全帽",
        "retire": "過了期限，請取下。",
        "families": "家庭",
        "alt": "一個人舉著一張大紙。",
        "motto": "扣好帽帶",
        "signals_title": "這樣不能保護",
        "first": "會滑動",
        "second": "沒扣上",
        "third": "有裂紋",
        "sentence": "調好帽子，扣上帽帶，然後再出發。",
        "steps_title": "每次騎車前",
        "trouble": "不要摘安全帽，請打{number.emergency}。",
        "line": "騎車之前戴好安全帽，有人受傷請打",
        "greeting": "各位早安！",
    },
)
EVERY = (ENGLISH, FRENCH, ARABIC, HINDI, JAPANESE, TRADITIONAL)


def write_site(folder: Path, spoken: Spoken) -> Path:
    """Writes the campaign in one language; returns the path of its settings."""
    names = spoken.words | {
        "language": spoken.language,
        "country": spoken.country,
        "emergency": spoken.emergency,
        "number": spoken.number,
    }
    campaign = folder / "campaigns" / "helmets"
    for file, template in (
        (folder / "mkdocs.yml", SETTINGS),
        (folder / "campaigns" / "places" / "places.yml", PLACES),
        (campaign / "campaign.yml", CAMPAIGN),
        (campaign / "families.yml", FAMILIES),
        (folder / "docs" / "about.md", "# {title}\n"),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        filled = re.sub(r"\{([a-z_]+)\}", lambda match: names[match[1]], template)
        file.write_text(filled, "utf-8", newline="\n")
    return folder / "mkdocs.yml"
