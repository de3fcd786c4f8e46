"""Files that the app uploads: three steps, as Slack has them, and where people find them."""

import mimetypes
import secrets
from dataclasses import dataclass

from aiohttp import web

from playground.shapes import Json, SlackError
from playground.workspace import Workspace

MOST_BYTES = 20 * 1024 * 1024
"""What the playground takes; Slack takes a gigabyte."""


@dataclass
class File:
    """A file. It has `content` once it is uploaded, and is `shared` once the upload is completed."""

    id: str
    name: str
    length: int
    alt_text: str
    owner: str
    title: str = ""
    content: bytes | None = None
    shared: bool = False

    @property
    def mimetype(self) -> str:
        """What its name tells of its content."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


class Files:
    """All files of the workspace.

    Attributes:
        base_url: Where this server is reached; known once it has started.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._files: dict[str, File] = {}
        self._tickets: dict[str, File] = {}
        self.base_url = ""

    def add_routes(self, app: web.Application) -> None:
        """Serve uploads and downloads in `app`."""
        app.router.add_post("/upload/{ticket}", self._upload)
        app.router.add_get("/files/{file}", self._download)

    def announce(self, name: str, length: int, alt_text: str) -> tuple[File, str]:
        """Make room for a file; gives it and the address to send its content to."""
        bot = self._workspace.app.bot_user_id
        file = File(self._workspace.ids.next("F"), name, length, alt_text, bot, title=name)
        ticket = secrets.token_urlsafe(16)
        self._files[file.id] = self._tickets[ticket] = file
        return file, f"{self.base_url}/upload/{ticket}"

    def keep(self, name: str, content: bytes, owner: str) -> File:
        """Keep what somebody uploads in a form."""
        file_id = self._workspace.ids.next("F")
        self._files[file_id] = File(file_id, name, len(content), "", owner, name, content, shared=True)
        return self._files[file_id]

    def complete(self, file_id: str, title: str) -> File:
        """Share a file that has been uploaded.

        Raises:
            SlackError: `file_not_found`: there is none, or its content has not come, or it is shared already.
        """
        file = self._files.get(file_id)
        if file is None or file.content is None or file.shared:
            raise SlackError("file_not_found")
        file.title, file.shared = title or file.title, True
        return file

    def payload(self, file: File) -> Json:
        """A file object."""
        return {
            "id": file.id,
            "created": self._workspace.seconds(),
            "name": file.name,
            "title": file.title,
            "mimetype": file.mimetype,
            "filetype": file.name.rpartition(".")[2],
            "user": file.owner,
            "size": file.length,
            "mode": "hosted",
            "alt_txt": file.alt_text,
            "url_private": f"{self.base_url}/files/{file.id}",
        }

    async def _upload(self, request: web.Request) -> web.Response:
        file = self._tickets.pop(request.match_info["ticket"], None)
        if file is None:
            raise web.HTTPNotFound(text="no such upload")
        content = await _sent(request)
        if len(content) != file.length:
            raise web.HTTPBadRequest(text=f"{file.length} bytes were announced, {len(content)} came")
        file.content = content
        return web.Response(text=f"OK - {len(content)}")

    async def _download(self, request: web.Request) -> web.Response:
        file = self._files.get(request.match_info["file"])
        if file is None or file.content is None:
            raise web.HTTPNotFound(text="no such file")
        # The page shows pictures; anything else is saved, never opened as a page of this origin.
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        if not file.mimetype.startswith("image/"):
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.content, content_type=file.mimetype, headers=headers)


async def _sent(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.content.read(MOST_BYTES + 1)
    for part in (await request.post()).values():
        if isinstance(part, web.FileField):
            return part.file.read()
    return b""
