"""W353, W354: the answers of the search."""

from __future__ import annotations

from handbill.problems.code import Code

CODES: dict[str, Code] = {
    "W353": Code(
        title="同一个问法有两个回答 / A question with two answers",
        text="“{question}”在前面已经指向 {page} / “{question}” leads to {page} already",
        cure="只留在最合适的那一页 / keep it with the page that answers it best",
        why="一个问法写在两页下面，哪一页排前面就说不准。 / "
        "With one question below two pages, nobody can say which of them comes first.",
        wrong="answers:\n  - page: help/3/\n    asked: |\n      钱还能要回来吗\n  - page: help/8/\n"
        "    asked: |\n      钱还能要回来吗",
        right="answers:\n  - page: help/3/\n    asked: |\n      钱还能要回来吗\n  - page: help/8/\n"
        "    asked: |\n      提不出来钱",
    ),
    "W354": Code(
        title="搜索的回答指向没有的网页 / An answer of the search leads nowhere",
        text="这个活动没有网页“{page}”，搜索不给这个回答 / "
        "the campaign has no page “{page}”; the search leaves this answer out",
        cure="改成有的网页，例如 help/1/、law/#C01、cases/、materials/；地址从活动的首页算起，结尾带斜线 / "
        "name a page that is there, such as help/1/, law/#C01, cases/ or materials/: its address "
        "below the campaign's home page, with the slash at its end",
        why="搜索先给出这里写的网页。网页不在，这个问法就没有回答。 / "
        "The search shows these pages first. Where one is missing, its questions have no answer.",
        wrong="answers:\n  - page: help/33/\n    asked: |\n      交了钱怎么办",
        right="answers:\n  - page: help/3/\n    asked: |\n      交了钱怎么办",
    ),
}
