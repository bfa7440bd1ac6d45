"""Rules across files, beyond what the fixture of each code shows."""

import datetime

import pytest
from sites import apply, base_site, problems_of

from handbill.check import RULES

COM = "campaigns/demo/communities.yml"
CAMPAIGN = "campaigns/demo/campaign.yml"
CLAIMS = "campaigns/demo/claims.yml"
DOOR = "campaigns/demo/cases/door.yml"
NOTICE = "campaigns/demo/cases/notice.yml"
PLACES = "campaigns/places/places.yml"


@pytest.fixture
def found(tmp_path):
    """Codes and places of the problems of the base with edits (file, old, new)."""

    def run(*edits, today=datetime.date(2026, 11, 24)):
        root = base_site(tmp_path / "site")
        apply(root, {"edit": [{"file": file, "old": old, "new": new} for file, old, new in edits]})
        return problems_of(root, today)

    return run


def codes(problems):
    return [one.code for one in problems]


def test_rules_have_their_own_names_and_say_what_they_do():
    assert len({rule.__name__ for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CLAIMS, "source: L1", "source: L9"),
        (CLAIMS, "topic: basics", "topic: basic"),
        (CAMPAIGN, "default_place: district", "default_place: distric"),
        (CAMPAIGN, "changes: [C01]", "changes: [C1]"),
        (CAMPAIGN, "home:\n", "post: {postre: {where: [贴在校门口]}}\nhome:\n"),
        ("campaigns/demo/help.yml", "calls: [110]", "calls: [119]"),
        ("campaigns/demo/help.yml", "contacts: [police-station]", "contacts: [police]"),
        ("campaigns/demo/quiz.yml", "  - group: money", "  - group: monye"),
        (COM, "story: door", "story: dor"),
        (COM, "    case: door", "    case: dor"),
        (DOOR, "disguises: [D1]", "disguises: [D9]"),
        (DOOR, "[communities]", "[community]"),
        (DOOR, "disguises: [D1]", "asked: [elders]"),
        (NOTICE, "source: K1", "source: K9"),
        (PLACES, "      police-station:", "      police:"),
    ],
)
def test_every_sort_of_reference_is_resolved(found, file, old, new):
    problems = [one for one in found((file, old, new)) if one.code != "W502"]
    assert codes(problems) == ["E303"]
    assert problems[0].span.file == file


def test_a_withdrawn_source_reaches_what_copies_the_claim(found):
    problems = found(
        ("campaigns/demo/sources.yml", "status: in_force", "status: withdrawn"),
        (COM, "    sentence: 不明白，先核实。", '    sentence: "{cite.C01}有规定。"'),
    )
    assert codes(problems) == ["E306"]
    for name in ("demo-poster", "communities", "door", "notice", "法律页"):
        assert name in problems[0].help("zh")


def test_a_case_on_a_dead_source(found):
    problems = found(("campaigns/demo/sources.yml", "status: released", "status: superseded"))
    assert [str(one.span) for one in problems] == [f"{NOTICE}:17:9"]


def test_placeholders_are_counted_as_they_are_filled_in(found):
    long = "演示区" * 12
    problems = found(
        (PLACES, "    name: 演示区\n", f"    name: {long}\n"),
        (COM, "sentence: 不明白，先核实。", "sentence: 请找{place.name}。"),
    )
    assert codes(problems) == ["E402"]


@pytest.mark.parametrize(
    "text",
    [
        "先核实。说“可以”，再看（如有）",
        "每天 8:30-16:30，第 1.5 条",
        "A/B、C.D、10,000 元",
        "等等……就这样——完了",
        "写信到 office@演示.公益，或者 mailto:office@演示.公益",
    ],
)
def test_good_punctuation_passes(found, text):
    assert found((COM, "message: 遇到不明白的事，先核实，再决定。", f"message: {text}")) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("先核实;再决定", "W401"),
        ("真的吗?", "W401"),
        ("注意:先核实", "W401"),
        ("先核实(再决定)", "W401"),
        ("先核实.", "W401"),
        ("说'可以'，再看", "W402"),
        ("先核实。。再决定", "W403"),
        ("先核实--再决定", "W403"),
        ("先核实…再决定", "W403"),
    ],
)
def test_bad_punctuation_warns(found, text, code):
    problems = found((COM, "message: 遇到不明白的事，先核实，再决定。", f"message: {text}"))
    assert set(codes(problems)) == {code}


def test_legal_words_may_stand_where_their_source_is(found):
    assert found((NOTICE, "findings: [有人收了钱。]", "findings: [有人被罚款。]")) == []


def test_a_clean_copy_of_an_address_is_no_telephone(found):
    assert (
        found(
            (
                PLACES,
                "    publisher: 演示单位",
                "    publisher: 演示单位\n    website: https://notices/t13800001111.html",
            )
        )
        == []
    )


def test_a_contact_checked_with_its_place_needs_no_day(found):
    assert (
        found(
            (
                PLACES,
                "    publisher: 演示单位",
                "    publisher: 演示单位\n    checked_on: 2026-11-01",
            ),
            (PLACES, "        checked_on: 2026-11-01\n", ""),
        )
        == []
    )


def test_time_passes(found):
    problems = found(today=datetime.date(2028, 1, 1))
    assert {"W301", "W302", "W304", "W305", "W503"} == set(codes(problems))


def test_problems_are_in_the_order_of_files_and_lines(found):
    problems = found(
        (COM, "motto: 先核实", "motto: 都是害人精"),
        (COM, "sizes: [A3]", "sizes: [A9]"),
        (CLAIMS, "mark: A", "mark: B"),
    )
    spans = [one.span for one in problems]
    assert spans == sorted(spans)


SENTENCE = "message: 遇到不明白的事，先核实，再决定。"


@pytest.mark.parametrize(
    ("tag", "message", "told"),
    [
        ("zh-CN", "真的吗?", ("W401", "？")),
        ("zh-CN", "说'可以'，再看", ("W402", "“”")),
        ("zh-Hant", "說'可以'，再看", ("W402", "「」")),
        ("zh-TW", "先核實;再決定", ("W401", "；")),
        ("ja", "確認;決定", None),
        ("ja", "待って…電話", None),
        ("en", "Call 110 (报警), now", None),
        ("fr", "Appelez le 110 (报警).", None),
        ("ar", "اتصل (报警).", None),
        ("hi", "फ़ोन (报警).", None),
    ],
)
def test_chinese_punctuation_is_asked_for_in_chinese_alone(found, tag, message, told):
    language = (CAMPAIGN, "version: 1.0", f"version: 1.0\nlanguage: {tag}")
    problems = found((COM, SENTENCE, f"message: {message}"), language)
    marks = [one for one in problems if one.code in ("W401", "W402", "W403")]
    assert [(one.code, one.details["instead"]) for one in marks] == ([told] if told else [])


@pytest.mark.parametrize(
    ("tag", "message", "told"),
    [
        ("zh-CN", "先核实，\u3000再决定", True),
        ("zh-CN", "先核实，\u00a0再决定", True),
        ("en", "Ask\u00a0first", True),
        ("fr", "Attention\u202f!", False),
        ("fr", "Attention\u00a0: 5\u00a0m", False),
        ("fr", "Attention\u3000!", True),
        ("ru", "в\u00a0тени", False),
        ("ar", "٥\u00a0أمتار", False),
        ("hi", "५\u00a0मीटर", False),
        ("ja", "待って！\u3000電話", False),
        ("ja", "待って\u00a0電話", True),
    ],
)
def test_spaces_are_those_of_the_language(found, tag, message, told):
    language = (CAMPAIGN, "version: 1.0", f"version: 1.0\nlanguage: {tag}")
    problems = found((COM, SENTENCE, f'message: "{message}"'), language)
    assert ("W404" in codes(problems)) is told


STANDARD = "滘垟甪堽郃鄠瀍漷璟珺玥翀湉淏鄚椑崟昇塱甯"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        *(("zh-CN", True), ("zh", True), ("zh-Hans", True), ("zh-SG", True)),
        *(("zh-Hant", False), ("zh-TW", False), ("ja", False), ("en", False)),
    ],
)
def test_traditional_forms_are_told_in_simplified_campaigns_only(found, tag, told):
    traditional = (COM, SENTENCE, "message: 遇到說不清的事，先核实。")
    language = (CAMPAIGN, "version: 1.0", f"version: 1.0\nlanguage: {tag}")
    assert ("W406" in codes(found(traditional, language))) is told


@pytest.mark.parametrize(
    ("place", "message", "told"),
    [
        ("演示街道", f"{STANDARD}，盩厔，先核实。", None),
        ("臺門街道", "先核实。", None),
        ("臺門街道", "臺門街道的人，先核实。", None),
        ("臺門街道", "臺門街道的人，先問一问。", ("問", "问")),
    ],
)
def test_standard_characters_and_names_of_places_are_not_traditional(found, place, message, told):
    named = (PLACES, "name: 演示街道", f"name: {place}")
    problems = found(named, (COM, SENTENCE, f"message: {message}"))
    assert [(one.details["found"], one.details["meant"]) for one in problems] == (
        [told] if told else []
    )


@pytest.mark.parametrize(("least", "expected"), [("0", []), ("1", ["E331"])])
def test_the_last_result_holds_for_whoever_is_left(found, least, expected):
    last = "  - title: 没有发现"
    group = f"  - group: money\n    at_least: {least}\n    title: 没有发现"
    edit = ("campaigns/demo/quiz.yml", last, group)
    assert [code for code in codes(found(edit)) if code == "E331"] == expected


def test_characters_of_place_names_are_not_taken_for_traditional_ones(found):
    old = "message: 遇到不明白的事，先核实，再决定。"
    assert codes(found((COM, old, "message: 硚口、㙍头、涢水、龙王镕，先核实。"))) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("１３８００１３８０００", "E604"),
        ("+8613800138000", "E604"),
        ("138 0013 8000", "E604"),
        ("420112 19900101 1234", "E603"),
        ("４２０１１２１９９００１０１１２３４", "E603"),
    ],
)
def test_personal_numbers_in_other_dress(found, number, code):
    old = "message: 遇到不明白的事，先核实，再决定。"
    assert code in codes(found((COM, old, f"message: 先打{number}核实。")))


@pytest.mark.parametrize("taken", ["admin", "api", "embed", "p", "recall", "social", "fr"])
def test_no_audience_takes_an_address_of_the_site_or_of_a_language(tmp_path, taken):
    root = base_site(tmp_path / "site")
    apply(
        root,
        {
            "write": [{"file": "campaigns/demo/locale/fr.po", "text": ""}],
            "rename": [{"file": COM, "to": f"campaigns/demo/{taken}.yml"}],
        },
    )
    assert "E302" in codes(problems_of(root, datetime.date(2026, 11, 24)))


def test_no_translation_is_in_the_language_of_the_campaign(tmp_path):
    root = base_site(tmp_path / "site")
    apply(root, {"write": [{"file": "campaigns/demo/locale/zh-CN.po", "text": ""}]})
    problems = problems_of(root, datetime.date(2026, 11, 24))
    assert [(one.span.file, one.code, one.cause) for one in problems] == [
        ("campaigns/demo/locale/zh-CN.po", "W642", "E738")
    ]


def test_no_place_is_called_all(found):
    problems = found((PLACES, "- id: street\n", "- id: all\n"))
    assert "E302" in codes(problems)
