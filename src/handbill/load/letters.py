"""What languages are written with: the letters that a font must have to set one.

Letters beyond those of English, as Unicode's CLDR lists them (exemplarCharacters, main); a language
that is not here is measured by its script.
"""

from __future__ import annotations

from functools import cache

from babel.core import get_global

LETTERS = {
    **dict.fromkeys(("en", "id", "ms", "sw", "so", "xh", "zu", "zh", "ja", "za", "uz"), ""),
    "af": "áâèéêëîïôöúû",
    "az": "çəğıöşüİ",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "áàâäéèêëíìîïóòôöúùûüẃẁŵẅýỳŷÿ",
    "da": "æøå",
    "de": "äöüß",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíñóúü",
    "et": "äõöšüž",
    "fi": "åäöšž",
    "fil": "ñ",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "ha": "ɓɗƙƴ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "ig": "ịṅọụ",
    "is": "áðéíóúýþæö",
    "it": "àéèìóòù",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ko": "가각갈힣뷁",
    "ku": "çêîşû",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "mt": "àċġħìòùż",
    "nb": "àéóòôæøå",
    "nl": "áäéëíïóöúü",
    "pl": "ąćęłńóśźż",
    "pt": "ãáâàçéêíóôõú",
    "ro": "ăâîșț",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sq": "çë",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "sv": "àéåäö",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "tk": "äçžňöşüý",
    "tr": "çğıöşüİ",
    "tt": "абвгдеёжҗзийклмнңоөпрстуүфхһцчшщъыьэюяә",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "vi": "ạảãàáâậầấẩẫăắằặẳẵđẹẻẽèéêệềếểễịỉĩìíọỏõòóôộồốổỗơớờởỡợụủũùúưứừửữựỵỷỹỳý",
    "yo": "ẹọṣàèìòùáéíóú",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى،؟",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی،؟",
    "ug": "ئابپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيە",
    "ur": "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوھہیے",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنھەوۆیێ",
    "ps": "ءآابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګلمنڼهوىيېۍئ",
    "he": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "yi": "אבגדהוזחטיךכלםמןנסעףפץצקרשת\u05b7\u05b8",
    "hi": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौ्ंँः़",
    "mr": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसहािीुूृॅेैॉोौ्ंः",
    "ne": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौ्ंँः",
    "th": "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไ็่้๊๋์ๆ",
    "bo": "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ་།ིེོུ",
    "ii": "ꀀꀁꊈꌠꑍ",
    "mn-Mong": "ᠠᠡᠢᠣᠤᠥᠦᠨᠩᠪᠫᠬᠭᠮᠯᠰᠱᠲᠳᠴᠵᠶᠷᠸ",
}
"""By language, or language and script."""
SCRIPTS = {
    "Latn": "ąçđęħıłñőœřșțžạẹ",
    "Cyrl": "абвгґғдђеєжҙзиіїйјкқлљмнњңоөпрсҫтћуўұүфхҳһцчџшщъыьэәюя",
    "Grek": "αάβγδεέζηήθιίκλμνξοόπρσςτυύφχψωώ",
    "Arab": "ءآابپتٹثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيى",
    "Armn": "աբգդեզէըթժիլխծկհձղճմ",
    "Beng": "অআইঈউকখগঘচছজঝটঠডঢতথদধনপফবভমযরলশষসহ",
    "Deva": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौ्ंः",
    "Ethi": "ሀለሐመሠረሰቀበተነአከወዐዘየደገጠጰጸፀፈፐ",
    "Geor": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "Gujr": "અઆઇઈઉકખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહ",
    "Guru": "ਅਆਇਈਉਕਖਗਘਚਛਜਝਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸਹ",
    "Hebr": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "Khmr": "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
    "Knda": "ಅಆಇಈಉಕಖಗಘಚಛಜಝಟಠಡಢಣತಥದಧನಪಫಬಭಮಯರಲವಶಷಸಹಳ",
    "Kore": "가각갈힣뷁",
    "Laoo": "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ",
    "Mlym": "അആഇഈഉകഖഗഘചഛജഝടഠഡഢണതഥദധനപഫബഭമയരലവശഷസഹളഴറ",
    "Mong": "ᠠᠡᠢᠣᠤᠥᠦᠨᠩᠪᠫᠬᠭᠮᠯᠰᠱᠲᠳᠴᠵᠶᠷᠸ",
    "Mymr": "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
    "Orya": "ଅଆଇଈଉକଖଗଘଚଛଜଝଟଠଡଢଣତଥଦଧନପଫବଭମଯରଲଶଷସହ",
    "Sinh": "අආඇඈඉඊඋඌකඛගඝචඡජඣටඨඩඪණතථදධනපඵබභමයරලවශෂසහළෆ",
    "Taml": "அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறன",
    "Telu": "అఆఇఈఉకఖగఘచఛజఝటఠడఢణతథదధనపఫబభమయరలవశషసహళ",
    "Thai": "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮะัาิีึืุูเแโใไ็่้๊๋์",
    "Tibt": "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ་།ིེོུ",
    "Yiii": "ꀀꀁꊈꌠꑍ",
}
"""By script, as ISO 15924 names it."""
VERTICAL = frozenset({"Mong"})
"""Scripts that are written in columns, which sheets cannot be."""


@cache
def script_of(language: str) -> str:
    """Returns the script of a language, as ISO 15924 names it: the one its tag names, else that of
    most of its texts, there or at all; "" where nobody knows."""
    base, *rest = language.split("-")
    for part in rest:
        if len(part) == 4 and part.isalpha():
            return part.title()
    likely = get_global("likely_subtags")
    known = next(filter(None, (likely.get(f"{base}_{part.upper()}") for part in rest)), None)
    return next((one for one in (known or likely.get(base, "")).split("_") if len(one) == 4), "")


@cache
def letters_of(language: str) -> str:
    """Returns letters that a font must have to set a language, besides those of English: its own,
    or else some of its script; none for a language of a script that nobody knows here."""
    base, script = language.split("-")[0], script_of(language)
    known = LETTERS.get(f"{base}-{script}")
    if known is None and script in ("", script_of(base)):
        known = LETTERS.get(base)
    return SCRIPTS.get(script, "") if known is None else known
