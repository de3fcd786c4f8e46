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

import hashlib
from functools import cache
from pathlib import Path

import jinja2
from aiohttp import web

_HERE = Path(__file__).parent
STATIC = _HERE / "static"

# Nothing may be fetched from another host: the page promises that nothing leaves the machine.
_POLICY = (
    "default-src 'self'; img-src 'self' data: http://127.0.0.1:* http://localhost:*; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def add_page(app: web.Application) -> None:
    """Serve the page at `/` of `app`, and its files under an address that changes whenever one of them does.

    The page is the same for everybody: who acts, and where they look, stands in its address (`/?as=U1#C1`), and what
    it shows comes from the People API of the same server.
    """
    files = f"/static/{version(STATIC)}"
    document = _document(files)

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

    async def keep(request: web.Request, response: web.StreamResponse) -> None:
        # A browser asks for none of them twice, and yet never goes on using yesterday's modules beside today's.
        if request.path.startswith(files):
            response.headers["Cache-Control"] = "max-age=31536000, immutable"

    app.router.add_get("/", page)
    app.router.add_static(files, STATIC)
    app.on_response_prepare.append(keep)


@cache
def version(folder: Path) -> str:
    """A short word for what is in the files of a folder, as they are when it is first asked for."""
    known = hashlib.sha256()
    for file in sorted(folder.rglob("*.*")):
        known.update(f"{file.relative_to(folder)} {file.stat().st_size}\n".encode())
        known.update(file.read_bytes())
    return known.hexdigest()[:12]


@cache
def _document(files: str) -> str:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE / "templates"), autoescape=True)
    return environment.get_template("page.html").render(files=files)
