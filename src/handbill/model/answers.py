"""Questions that people ask the search, and the page that answers each."""

from __future__ import annotations

from handbill.model.text import Identifier, Model, Paragraphs, described


class Answer(Model):
    """A page with the questions that it answers."""

    page: Identifier = described(
        "哪一页；写网页在活动里的地址，可以带 #",
        "The page, by its address below the campaign; an anchor may follow",
        example="help/3/",
    )
    asked: Paragraphs = described(
        "大家会怎么问；一行一种问法，短的、口语的都写。译文一行一种，行数不必一样",
        "How people ask, one way a line, short ones too. A translation has its own lines, as many "
        "as it needs",
        example="交了钱怎么办",
    )

    @property
    def questions(self) -> list[str]:
        """The ways to ask, without empty lines."""
        return [line for one in self.asked.splitlines() if (line := one.strip())]


class AnswersFile(Model):
    """answers.yml: what the search shows before all else."""

    answers: list[Answer] = described("搜索的回答", "Answers of the search", min_length=1)
    alike: Paragraphs | None = described(
        "一个意思的词；一行一组，用空格隔开，搜索时当作同一个词",
        "Words of one meaning, a group a line, parted by spaces: the search takes them for one word",
        None,
        example="女儿 闺女 姑娘",
    )

    @property
    def groups(self) -> list[str]:
        """The groups of words, without empty lines."""
        return [" ".join(line.split()) for line in (self.alike or "").splitlines() if line.strip()]
