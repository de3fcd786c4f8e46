"""The page a person opens: one HTML document, and the style sheets and plain modules it asks for.

Who acts and where they look stands in the address, `/?as=<person>#<conversation>` (or `#home`), so two windows can act
as two people. What screen readers hear is what browser tests can rely on: conversations are links named as in Slack,
described by "2 unread"; messages are `article`s named "Maya Lind, 09:30", with `data-ts`, in the list "Messages", each
with a button "More for this message" for its shortcuts and reactions; the composer is the textbox "Message"; App Home
is the region "Home"; a modal is a `dialog` named by its title, a confirmation an `alertdialog`; fields are labelled as
in Block Kit and described by hint and error; the banner "Time" has the clock, the buttons that move it and the list
"What is to come"; the select "Act as" switches; "Traffic and faults" opens the drawer "Traffic". `document.body` has
`data-ready="true"` once the first data is shown.
"""

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
