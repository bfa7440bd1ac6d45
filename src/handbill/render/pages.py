"""Pages, made by Jinja: Markdown bodies for MkDocs, and standalone HTML.

Everything is escaped. An undefined name, or a value that is None, ends the build. A blank becomes
an element that the style sheet draws as a ruled line.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import markdown
import nh3
import yaml
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from handbill.compose.artifacts import Stream
from handbill.kinds.reading import paragraphs
from handbill.model.address import SCHEMES
from handbill.model.telephone import dialled
from handbill.model.text import BLANK, Untranslated, plain_text
from handbill.model.uri import readable, uri
from handbill.policy import page_policy
from handbill.problems import Problem, ProblemsFound
from handbill.render.cache import Store
from handbill.render.isolates import isolated
from handbill.words import counted
from handbill.words.languages import PARTICLE, written_part

POLICY = "\ue001"
"""Stands in a page for its content security policy until its elements are known."""
BLANK_HTML = Markup('<span class="hb-blank"><span class="hb-blank-word">{}</span></span>')
_TAGS = set(
    "p br strong em ul ol li blockquote a h3 h4 h5 hr table thead tbody tr th td sup sub".split()
)
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
_SEPARATORS = re.compile("[\x85\u2028\u2029\ufeff]")
_SENSE = re.compile(r"[^，；：。？！]*[，；：。？！]+[”’）》]*|[^，；：。？！]+$")


@jinja2.pass_context
def _with_blanks(context: Context, value: Any) -> Any:
    """Jinja's finalizer: what every printed value passes."""
    if value is None:
        raise jinja2.UndefinedError("None would be printed")
    if isinstance(value, str) and BLANK in value:
        blank = BLANK_HTML.format(context["say"]["blank"])
        return Markup(
            blank.join(escape(part) for part in value.split(BLANK))
            if not isinstance(value, Markup)
            else value.replace(BLANK, blank)
        )
    return value


@jinja2.pass_context
def link(context: Context, target: str) -> str:
    """A path of the campaign's part of the site ("law/#C01", "" for its home), as this page must
    write it: relative, so that the site works below any address."""
    return f"{context['page']['root']}{context['site']['prefix']}{target}" or "./"


@jinja2.pass_context
def source_link(context: Context, target: str) -> str:
    """The same below the campaign's own language: where what is not translated lies."""
    return f"{context['page']['root']}{context['site']['source_prefix']}{target}" or "./"


@jinja2.pass_context
def asset(context: Context, target: str) -> str:
    """A path below the site's root, which all campaigns share."""
    return f"{context['page']['root']}{target}" or "./"


@jinja2.pass_context
def by_sense(context: Context, text: str | Sequence[str]) -> Markup:
    """A title whose parts are not broken: the items of a list, or what punctuation parts."""
    parts = _SENSE.findall(text) if isinstance(text, str) else text
    return Markup("").join(
        Markup('<span class="hb-sense">{}</span>').format(_with_blanks(context, part))
        for part in parts
    )


@jinja2.pass_context
def title_by_sense(context: Context, text: str) -> Markup:
    """A title that no mark parts breaks after its last particle (的), if at all."""
    head, mark, tail = text.rpartition(PARTICLE)
    whole = len(head) <= 3 or len(tail) <= 2 or any(one in text for one in "，：、？ ")
    return by_sense(context, text if whole else [head + mark, tail])


@jinja2.pass_context
def day(context: Context, date: datetime.date | str) -> Markup:
    """A date, or the month or year of one (2025-07), as the page's language writes it, never broken
    over lines."""
    return Markup('<time datetime="{}">{}</time>').format(
        date, written_part(str(date), context["site"]["lang"])
    )


def sms(number: str, body: str) -> str:
    """The address that opens a text message with its text: sms:00000027?&body=…

    iOS reads the text after &, Android after ?; this form serves both. Where neither works the
    number still stands in the page as text.
    """
    return f"sms:{re.sub('[^0-9+]', '', number)}?&body={quote(body, safe='')}"


def weight(size: int) -> str:
    """The size of a file as people read it: 1.3 MB, 60 KB. size: bytes."""
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} KB"


def markdown_html(text: str) -> Markup:
    """An editor's Markdown as HTML that has passed the allow-list: headings from h3, links with
    the schemes of the schema, no images, no styles, no scripts."""
    html = markdown.markdown(
        text,
        extensions=["tables", "sane_lists"],
        output_format="html",
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    shifted = re.sub(
        r"<(/?)h([1-6])>", lambda match: f"<{match[1]}h{min(int(match[2]) + 2, 5)}>", html
    )
    return Markup(
        nh3.clean(
            shifted,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=set(SCHEMES),
            link_rel="noopener noreferrer",
            attribute_filter=lambda tag, name, value: uri(value) if name == "href" else value,
        )
    )


def content_security_policy(html: str) -> str:
    """What a page that is complete in itself may load: things of this site, and the very style
    and script elements that stand in it, by their hashes."""

    def texts(element: str) -> list[str]:
        return re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)

    return page_policy(texts("style"), texts("script"))


_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE = re.compile(r"\s*([{};,])\s*|\s*\n\s*")


def one_line(css: str) -> Markup:
    """A style sheet without comments and without the space that only people need."""
    return Markup(_CSS_SPACE.sub(lambda match: match[1] or " ", _CSS_COMMENT.sub("", css)).strip())


FILTERS: dict[str, Any] = {
    "link": link,
    "source_link": source_link,
    "asset": asset,
    "by_sense": by_sense,
    "title_by_sense": title_by_sense,
    "day": day,
    "counted": counted,
    "plain": plain_text,
    "tel": dialled,
    "uri": uri,
    "readable": readable,
    "sms": sms,
    "paragraphs": paragraphs,
    "weight": weight,
    "markdown": markdown_html,
    "one_line": one_line,
}
"""What templates may use besides Jinja's own filters."""


def _escapes(name: str | None) -> bool:
    return not (name or "").endswith((".css", ".css.j2"))


def _own_digest() -> str:
    """Of this module: what is compiled depends on the filters and the finalizer in it, too."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates in a store: Jinja's own looks for torn files only at their beginning."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        if (kept := self._store.read(self._name(bucket))) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.write(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return f"{_own_digest()}-{bucket.key}"


class PageRenderer:
    """Renders the page templates below one folder (templates/)."""

    def __init__(self, templates: Path, compiled: Store | None = None) -> None:
        """compiled: where compiled templates are kept between builds."""
        self._templates = templates
        self._environment = jinja2.Environment(
            bytecode_cache=_Compiled(compiled) if compiled else None,
            loader=jinja2.FileSystemLoader(templates),
            autoescape=_escapes,
            undefined=jinja2.StrictUndefined,
            finalize=_with_blanks,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(FILTERS)
        self._environment.tests["untranslated"] = lambda text: isinstance(text, Untranslated)
        self._environment.globals["policy"] = POLICY

    def render(
        self,
        path: str,
        template: str,
        data: Mapping[str, Any],
        front_matter: Mapping[str, Any] | None,
    ) -> str:
        """One page as text. Front matter, plain data, is written before it as YAML.

        path: of the artifact, for the message when the template fails (ProblemsFound, E706).
        """
        try:
            body = self._environment.get_template(template).render(data)
        except Exception as error:  # a template is code: whatever it raises is its own fault
            raise self._failed(error, path, template) from error
        if POLICY in body:
            body = body.replace(POLICY, content_security_policy(body))
        if front_matter is None:
            return body
        return f"---\n{_yaml(front_matter)}---\n{body}"

    def stream(self, stream: Stream) -> Iterator[tuple[str, str]]:
        """Yields path and text of each page of a stream. Those that run from right to left have
        their numbers and addresses isolated. Raises ProblemsFound (E706)."""
        return self._streamed(stream)

    def streamed_page(self, stream: Stream, path: str) -> str | None:
        """Returns the text of one page of a stream; only that one is rendered. None where there is
        no such page. Raises ProblemsFound (E706)."""
        return next((text for _, text in self._streamed(stream, path)), None)

    def _streamed(self, stream: Stream, only: str | None = None) -> Iterator[tuple[str, str]]:
        path = stream.template
        try:
            template = self.template(stream.template)
            for path, data in self.planned(stream):
                if only in (None, path):
                    text = template.render(data)
                    yield path, isolated(text) if data["site"]["dir"] == "rtl" else text
        except (ProblemsFound, GeneratorExit):
            raise
        except Exception as error:  # a template is code: whatever it raises is its own fault
            raise self._failed(error, path, stream.template) from error

    def planned(self, stream: Stream) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yields path and data of each page of a stream, with the pieces that pages share."""
        shared, pieces = None, dict[str, Any]()
        for path, common, own in stream.pages():
            if common is not shared:
                shared = common
                pieces = {
                    name: Markup(self.render(path, piece, common, None))
                    for name, piece in stream.pieces.items()
                }
            yield path, {**common, **pieces, **own}

    def template(self, name: str) -> jinja2.Template:
        """Returns a template by its path below the folder."""
        return self._environment.get_template(name)

    def _failed(self, error: Exception, path: str, template: str) -> ProblemsFound:
        said = _said(error, fault_place(error, self._templates) or template)
        return ProblemsFound([Problem("E706", None, page=path, said=said)])


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _yaml(front_matter: Mapping[str, Any]) -> str:
    """Front matter as readable YAML."""
    # PyYAML writes rare line separators raw, and then reads them back as spaces: escape those.
    readable = not _SEPARATORS.search(json.dumps(front_matter, ensure_ascii=False))
    return str(
        yaml.dump(
            dict(front_matter), Dumper=_DUMPER, allow_unicode=readable, sort_keys=False, width=2**16
        )
    )


def fault_place(error: BaseException, templates: Path) -> str | None:
    """Where in a template below `templates` an exception arose (site/law.md.j2:7); None when it
    arose elsewhere."""
    place = None
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        place = _inside(error.filename, error.lineno, templates)
    for frame in traceback.extract_tb(error.__traceback__):
        place = _inside(frame.filename, frame.lineno, templates) or place
    return place


def _inside(file: str, line: int | None, templates: Path) -> str | None:
    path = Path(file)
    if not path.is_relative_to(templates):
        return None
    return f"{path.relative_to(templates).as_posix()}:{line or 1}"


def template_problem(error: BaseException, templates: Path) -> Problem | None:
    """The fault of a template that another program ran, as MkDocs runs the theme's; None when no
    template below `templates` is at fault."""
    place = fault_place(error, templates)
    if place is None:
        return None
    return Problem("E706", None, page=place.rpartition(":")[0], said=_said(error, place))


def _said(error: BaseException, place: str) -> str:
    # Jinja's own exceptions are sentences; of others the text alone may be a mere name.
    text = (
        str(error)
        if isinstance(error, jinja2.TemplateError)
        else f"{type(error).__name__}: {error}"
    )
    return f"{place}: {text}"
