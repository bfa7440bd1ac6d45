"""W409 to W411: how hard sheets are to read."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "W409": Code(
        title="难词太多 / Too many hard words",
        text="“{id}”里有 {share}% 是难词，最多 {budget}%：{words} / "
        "{share}% of the words of “{id}” are hard, {budget}% at most: {words}",
        cure="换成平常说话的词；这些读者都认识的，写进 campaign.yml 的 wording.known / "
        "say it in everyday words; those that these readers know go into wording.known of "
        "campaign.yml",
        why="老人、学生、村民读一张资料，一百个词里有几个不认识，就读不下去。难词是按级排的词表里"
        "高等的词，和词表里没有的词；讲法律的句子不算。词表是给学汉语的人排的，母语的人认识得更多，"
        "所以认识的可以写进 wording.known。 / "
        "Readers give up a sheet when several words of a hundred are strange. Hard are the advanced "
        "words of a list by grade, and what it does not have; sentences of law are left out. Such "
        "lists are made for learners, native readers know more: hence wording.known.",
        wrong="sentence: 请对相关资质予以甄别",
        right="sentence: 先问清楚，他有没有这个资格",
    ),
    "W410": Code(
        title="法律原话旁边没有大白话 / Law without plain words beside it",
        text="“{id}”引了 {claims}，同一块里没有一句大白话 / "
        "“{id}” quotes {claims}, and nothing in the same block says it in plain words",
        cure="在旁边加一句自己的话，说这条法律对读的人是什么意思，不添、不减 / "
        "add a sentence of your own that says what it means for the reader, no more and no less",
        why="法律的原话不能改，也就难读。旁边要有一句不难的话。机器只看有没有，意思对不对要人看。 / "
        "The words of a law cannot be changed, and are hard. A plain sentence stands beside them. "
        "Whether it means the same is for a person to say.",
        wrong='text: "{{claim.C14}}。"',
        right='text: "入职不交钱、不交证件。{{claim.C14}}。"',
    ),
    "W411": Code(
        title="这种语言没有词表 / No list of words for this language",
        text="{language} 没有按级排的词表，难不难没有看 / "
        "there is no list of words by grade for {language}; it was not looked at",
        cure="请说这种语言的人读一遍；有词表的是简体中文和英文 / "
        "have a speaker read it; simplified Chinese and English have a list",
        why="没有词表就说没有，不拿别的语言的来猜。 / Where there is no list, nothing is guessed.",
        wrong="handbill reading --language fr",
        right="handbill reading --language en",
    ),
}
