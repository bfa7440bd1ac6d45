"""The desk as a web application: areas with their pages, one frame, one way to add another.

An area is a module with an `AREA`: its name, its first page, and rows of method, path and handler. A
handler takes the desk and what was asked, and returns a response; it runs in a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote

import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from handbill.desk.desk import Desk
from handbill.desk.form import name_of
from handbill.desk.guard import BODY
from handbill.problems import ProblemsFound
from handbill.problems.disk import disk_problem

_HERE = Path(__file__).resolve().parent
ASSETS = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}


@dataclass(frozen=True)
class Ask:
    """What was asked. path: the parts of the address that a row names. query: of the address. form:
    pairs that a form sent. body: its bytes. wants_data: whether a script asks. menu: the areas that every
    page lists."""

    path: Mapping[str, Any]
    query: Mapping[str, str]
    form: Sequence[tuple[str, str]]
    body: bytes
    address: str
    wants_data: bool
    menu: Sequence[Area] = ()

    def said(self, name: str, default: str = "") -> str:
        """Returns the first value that a form sent under a name."""
        return next((value for key, value in self.form if key == name), default)


Handler = Callable[[Desk, Ask], Response]


@dataclass(frozen=True)
class Area:
    """A part of the desk. name: its word in `handbill.words.desk`. first: address of its first page,
    "" for an area without a place in the menu. rows: method, path, handler. large: beginnings of
    paths that take files."""

    name: str
    first: str
    rows: Sequence[tuple[str, str, Handler]]
    large: Sequence[str] = ()


_PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_HERE / "pages"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters["part"] = lambda text: quote(str(text), safe="")
_PAGES.filters["way"] = lambda path: quote(name_of(path), safe="")


def page(desk: Desk, ask: Ask, template: str, status: int = 200, **data: Any) -> Response:
    """Returns a page of the desk: `template` in the frame, with these data."""
    text = _PAGES.get_template(template).render(
        say=desk.say,
        lang="en" if desk.language == "en" else "zh-CN",
        menu=[] if desk.is_new() else ask.menu,
        address=ask.address,
        saved=ask.query.get("saved"),
        waits=ask.query.get("waits"),
        **data,
    )
    return HTMLResponse(text, status)


def see(address: str) -> Response:
    """Returns the answer to a form that was taken: look there now."""
    return RedirectResponse(address, 303)


def application(desk: Desk, areas: Sequence[Area]) -> Starlette:
    """Returns the desk's application. It trusts that a `Guard` stands before it."""
    menu = [area for area in areas if area.first]

    def endpoint(handler: Handler) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            ask = _asked(request, menu)
            if desk.is_new() and request.url.path not in ("/", "/new", "/language"):
                return see("/")
            try:
                return handler(desk, ask)
            except (KeyError, IndexError):
                return page(desk, ask, "missing.html.j2", 404)
            except ProblemsFound as found:
                earlier = desk.kept.versions(desk.config.name)[:5]
                return page(
                    desk, ask, "broken.html.j2", 409, problems=found.problems, earlier=earlier
                )
            except OSError as error:
                if ask.wants_data:
                    return Response("503", 503)
                told = [disk_problem(error)]
                return page(desk, ask, "broken.html.j2", 503, problems=told, earlier=())

        return answer

    def asset(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in ASSETS:
            return Response("404", 404)
        return Response((_HERE / "assets" / name).read_bytes(), media_type=ASSETS[name])

    def missing(request: Request, _: Exception) -> Response:
        return page(desk, _asked(request, menu), "missing.html.j2", 404)

    rows = [
        Route(path, endpoint(handler), methods=[method])
        for area in areas
        for method, path, handler in area.rows
    ]
    rows.append(Route("/assets/{name}", asset, methods=["GET"]))
    handlers: Mapping[Any, Any] = {404: missing}
    return Starlette(routes=rows, exception_handlers=handlers)


def _asked(request: Request, menu: Sequence[Area]) -> Ask:
    body: bytes = request.scope.get(BODY, b"")
    sent = request.headers.get("content-type", "").partition(";")[0]
    form: list[tuple[str, str]] = []
    if sent == "application/x-www-form-urlencoded":
        form = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    query = dict(parse_qsl(request.url.query, keep_blank_values=True))
    wants = request.headers.get("accept", "").startswith("application/json")
    return Ask(request.path_params, query, form, body, request.url.path, wants, menu)
