"""The dignity and law lint: each rule's own examples, a corpus of sentences, and the flagship."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from handbill.check.dignity import own_of
from handbill.check.lint import ALL, Own, lint, uses
from handbill.check.lint.normal import plain
from handbill.check.lint.patterns import Malformed, pattern
from handbill.check.lint.personal import luhn
from handbill.load.folders import load_collection
from handbill.load.settings import read_settings
from handbill.resources import default_templates
from handbill.words import ROOMS

ROOT = Path(__file__).parents[2]
CORPUS = [
    one
    for file in sorted((Path(__file__).parent / "corpus").glob("*.yml"))
    for one in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
]
RECALL, FALSE_ALARMS = 0.97, 0.03


@pytest.fixture(scope="module")
def own():
    """What the flagship adds: charges and sayings of its subject."""
    collection, _ = load_collection(read_settings(ROOT / "mkdocs.yml"))
    return own_of(collection.campaigns[0])


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_rule_holds_for_its_own_examples(rule, language):
    say = rule.say(language)
    assert rule.id in {one.rule for one in lint(say.caught, Own(), language)}
    assert lint(say.passes, Own(), language) == ()
    assert rule.why.zh and rule.why.en


def test_the_corpus_is_large_and_half_of_it_harmless():
    counts = Counter(one["harmful"] for one in CORPUS)
    assert len(CORPUS) >= 500
    assert len({one["text"] for one in CORPUS}) > len(CORPUS) * 0.98
    assert abs(counts[True] - counts[False]) < len(CORPUS) * 0.1


def test_recall_and_false_alarms(own, capsys):
    found, told = Counter(), []
    for one in CORPUS:
        caught = bool(lint(one["text"], own))
        for group in (one["family"], "all"):
            found[group, one["harmful"], caught] += 1
        if caught is not one["harmful"]:
            told.append(("missed" if one["harmful"] else "false alarm", one["text"]))
    rates = {}
    for group in sorted({family for family, _, _ in found}):
        harmful, harmless = (
            found[group, kind, True] + found[group, kind, False] for kind in (True, False)
        )
        rates[group] = found[group, True, True] / harmful, found[group, False, True] / harmless
    with capsys.disabled():
        for group, (recall, alarms) in rates.items():
            print(f"\n{group:10} recall {recall:.3f}, false alarms {alarms:.3f}", end="")
        print()
    assert rates["all"][0] >= RECALL, told
    assert rates["all"][1] <= FALSE_ALARMS, told


HARMFUL = """\
证件是420101900101123
证件是420101 19900101 1234
卡号6222021234567890123
卡号6222 0212 3456 7890 128
车牌鄂A12345的车
护照号E12345678
加微信 wxid_abc123
QQ：123456789
打幺三八零零幺三八零零零
打１３８００１３８０００
王小明，23岁，住东西湖区某小区5栋
身份证号以42开头的要重点登记
42开头的租客一律不租
420、421开头
河南人、安徽人来租房要多留心
说外地话的人要特别注意
老年人最好骗
扣留他再报警
扣 留 他 再 报 警
把他控制住
搜查住处
打开租客的包
停水停电停气换锁
换锁把人赶走
没收手机和身份证
照片发到群里曝光
跟踪拍照
贴“传销窝点”
见一个打一个
彩虹、天阶都是传销
云叠惠是骗子公司
举报奖励10万元
一个奖励500元
最高五万元
不超过三级就合法
不到三十人不算
没交钱不算
有营业执照就不是传销
一律判刑
坐牢三年
钱都能要回来
百分之百可以追回
帮您追回只收手续费
中共中央文件 国务院令第1号 紧急通知
公安部紧急通知
点击 t.cn/abcd123
登录 http://gov.cn.evil.com/
传销 狗滚出去
Detain the 传销狗, search the room, cut off water.
Call 119 or 13800138000.
ID 420101199001011234
Reward 100000 yuan for every report.""".splitlines()
HARMLESS = """\
不断水断电，不换锁
不按身份证号段、籍贯、口音、年龄猜人
“保证追回”的广告，多半是又一个骗局
不说“传销狗”这样的话
传销狗急跳墙
必奖的活动先打听
不要相信能包追回的人
罚款多少由市场监督管理部门依法决定
不要扣留他人
他们会没收手机
发现有人被关，马上打110
能不能扣留他？不能。
举报属实的，可依法获得奖励""".splitlines()
NEVER = ("传销狗", "脑残", "必奖", "有奖必拿", "包追回", "保证追回", "断水断电", "身份证号段")


@pytest.mark.parametrize("text", HARMFUL)
def test_what_was_missed_once_is_found(text, own):
    assert lint(text, own) or list(uses(text, NEVER))


@pytest.mark.parametrize("text", HARMLESS)
def test_what_was_a_false_alarm_once_is_left_alone(text, own):
    assert lint(text, own) == ()
    assert list(uses(text, NEVER)) == []


@pytest.mark.parametrize(
    "text", ["能把他扣住吗？可以。", "不得不把他扣住。", "别怕，直接把他扣住。"]
)
def test_a_yes_and_a_double_negation_do_not_excuse(text):
    assert {one.rule for one in lint(text, Own())} == {"hold"}


def test_where_something_stands_is_told_as_it_is_written(own):
    [found] = lint("先 扣 留 他，再说", own)
    assert found.found == "扣 留"
    assert plain("傳 銷　狗", "zh").text == "传销狗"


def test_the_words_of_handbill_itself_are_sound(own):
    said = [text for table in ROOMS.values() for pair in table.values() for text in pair]
    for folder in default_templates().iterdir():
        if (folder / "kind.yml").is_file():
            said += (folder / "kind.yml").read_text("utf-8").splitlines()
    wrong = {text: found for text in said if (found := lint(text, own))}
    assert wrong == {}


def test_check_digits_of_cards():
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")
    assert not luhn("0000000000000000")


@pytest.mark.parametrize("source", ["(甲", "甲)", "<nobody>", "[甲", "甲|(乙|"])
def test_a_pattern_that_is_not_whole(source):
    with pytest.raises(Malformed):
        pattern(source, "zh")


def test_a_pattern_takes_no_long_time():
    hostile = "……".join(["(甲|乙|丙)"] * 12)
    ready = pattern(hostile, "zh")
    assert list(ready.finditer("甲乙丙" * 200)) is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tape used batteries and take them to the tip.", False),
        ("Bring them to a cool place and give water.", False),
        ("Take her to the doctor the same day.", False),
        ("Take them to the village office.", True),
        ("Grab him, then take him to the doctor.", True),
    ],
)
def test_what_is_taken_to_where_it_is_collected_or_helped_is_not_held(text, told):
    assert any(one.code == "E620" for one in lint(text, Own(), "en")) == told
