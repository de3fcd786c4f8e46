"""The page a person opens: one HTML document, and the style sheets and plain modules it asks for."""

from pathlib import Path

import jinja2
from aiohttp import web

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"

# Nothing may be fetched from another host: the page promises that nothing leaves the machine.
_POLICY = (
    "default-src 'self'; img-src 'self' data: http://127.0.0.1:* http://localhost:*; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def add_page(app: web.Application) -> None:
    """Serve the page at `/` and its files under `/static/` of `app`.

    The page is the same for everybody: who acts, and where they look, stands in its address (`/?as=U1#C1`), and what
    it shows comes from the People API of the same server.
    """
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE / "templates"), autoescape=True)
    document = environment.get_template("page.html").render()

    async def page(_request: web.Request) -> web.Response:
        return web.Response(
            text=document,
            content_type="text/html",
            headers={
                "Content-Security-Policy": _POLICY,
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "no-cache",
            },
        )

    async def revalidate(request: web.Request, response: web.StreamResponse) -> None:
        # Without this a browser may go on using yesterday's modules beside today's.
        if request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-cache"

    app.router.add_get("/", page)
    app.router.add_static("/static/", _STATIC)
    app.on_response_prepare.append(revalidate)
