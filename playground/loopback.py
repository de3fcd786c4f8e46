"""Keeps other web sites out: a page of theirs, open in the same browser, must not act in the playground."""

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from playground.people_api.asking import Handler

LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


@web.middleware
async def loopback_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what names another host, or was sent by another site's page."""
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.host}"
    if urlsplit(own).hostname not in LOOPBACK or (origin is not None and origin != own):
        raise web.HTTPForbidden(text="The playground answers its own page and this machine alone.")
    return await handler(request)
