import re
from pathlib import Path
from shutil import copytree

from aiohttp import ClientSession
from playwright.async_api import Request, expect

from playground.page import STATIC, version
from playground.server import Playground
from tests.playground.page.conftest import OpenPage, send


async def test_the_document_lets_nothing_in_from_elsewhere(playground: Playground) -> None:
    async with ClientSession() as session, session.get(playground.url) as response:
        policy = response.headers["Content-Security-Policy"]
        document = await response.text()
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in document


async def test_its_files_are_kept_until_one_of_them_changes(playground: Playground, tmp_path: Path) -> None:
    async with ClientSession(playground.url) as session:
        async with session.get("/") as response:
            assert response.headers["Cache-Control"] == "no-cache"
            script = re.search(r'src="(/static/\w+/app\.js)"', await response.text())
        assert script
        async with session.get(script[1]) as response:
            assert response.status == 200
            assert "immutable" in response.headers["Cache-Control"]
    upgraded = Path(copytree(STATIC, tmp_path / "upgraded"))
    assert version(upgraded) in script[1]
    version.cache_clear()
    sheet = upgraded / "css" / "base.css"
    sheet.write_text(sheet.read_text().replace("margin: 0", "margin: 1"))
    assert version(upgraded) not in script[1]


async def test_nothing_leaves_the_machine(open_page: OpenPage, playground: Playground) -> None:
    page = await open_page(place="C1")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    await send(page, "/blocks")
    # The message holds a picture from another host: its description stands in its place.
    await expect(page.get_by_text("A cat asleep on a keyboard")).to_be_visible()
    await expect(page.get_by_text("A local playground: nothing leaves this machine.")).to_be_visible()
    page.remove_listener("request", note)
    assert asked
    assert all(url.startswith(playground.url) for url in asked)
