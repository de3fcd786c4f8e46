"""HTTP proxies, as other programs understand them."""

from collections.abc import MutableMapping
from ipaddress import ip_address
from urllib.parse import urlsplit

READ_BY_THE_SDK = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")


def drop_bypassed_proxies(url: str, environ: MutableMapping[str, str]) -> None:
    """Take the proxy out of the environment when it is not meant for this address.

    The Slack SDK obeys HTTP_PROXY by itself, for everything, and knows no NO_PROXY. This machine's own addresses never
    go through a proxy.
    """
    host = urlsplit(url).hostname or ""
    no_proxy = environ.get("no_proxy") or environ.get("NO_PROXY") or ""
    if _is_this_machine(host) or _is_named(host, no_proxy):
        for name in READ_BY_THE_SDK:
            environ.pop(name, None)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_named(host: str, no_proxy: str) -> bool:
    names = [name.strip().lstrip(".").lower() for name in no_proxy.split(",")]
    return any(name == "*" or host == name or host.endswith(f".{name}") for name in names if name)
