"""A proxy is used where it is meant to be."""

import pytest

from bot.proxy import drop_bypassed_proxies

PROXY = {"HTTPS_PROXY": "http://proxy:3128", "http_proxy": "http://proxy:3128"}


@pytest.mark.parametrize(
    ("url", "no_proxy", "kept"),
    [
        ("https://slack.com/api/", "", True),
        ("https://slack.com/api/", "example.com, notslack.com", True),
        ("https://slack.com/api/", "example.com,slack.com", False),
        ("https://wss-primary.slack.com/", ".SLACK.com", False),
        ("https://slack.com/api/", "*", False),
        ("http://127.0.0.1:8765/api/", "", False),
        ("http://[::1]:8765/api/", "", False),
        ("http://localhost:8765/api/", "", False),
    ],
)
def test_a_proxy_stays_unless_the_address_is_exempt(url: str, no_proxy: str, kept: bool) -> None:
    environ = {**PROXY, "NO_PROXY": no_proxy, "HOME": "/"}
    drop_bypassed_proxies(url, environ)
    assert {name for name in environ if name in PROXY} == (set(PROXY) if kept else set())
    assert environ["HOME"] == "/"
