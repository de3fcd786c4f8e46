"""`rapport playground`: one command, one process, this machine alone."""

import re
import signal
import socket
from pathlib import Path

import aiohttp

from tests.bot.process import forked_rapport

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


async def test_it_serves_the_page_with_the_bot_in_it_until_it_is_stopped(tmp_path: Path) -> None:
    # A developer's own settings are none of its business.
    nonsense = {"SLACK_BOT_TOKEN": "nonsense", "PORT": "none"}
    async with forked_rapport(tmp_path, "playground", "--port", "0", **nonsense) as process:
        url = (await process.wrote(ADDRESS))[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(url) as page:
                assert (page.status, page.content_type) == (200, "text/html")
            async with session.post(f"{url}/people/U0MAYA/home/opened", json={"tab": "home"}) as opened:
                assert opened.status == 200
        process.process.send_signal(signal.SIGINT)
        assert await process.ends() == 0
    assert "Traceback" not in process.written


async def test_a_port_that_is_taken_is_said_with_a_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with forked_rapport(tmp_path, "playground", "--port", str(port)) as process:
            assert await process.ends() == 1
    assert f"Port {port} is taken" in process.written
    assert f"--port {port + 1}" in process.written
