"""The README says all that there is."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from aiohttp import web

import playground
from playground.ahead import Ahead, Coming
from playground.events import Events
from playground.faults import Faults
from playground.files import Files
from playground.instants import Triggers
from playground.interactions import Interactions
from playground.manifest import Manifest
from playground.people_api.asking import Asking
from playground.people_api.backstage import Backstage
from playground.people_api.doing import Doing
from playground.people_api.seeing import Seeing
from playground.people_api.timing import Timing
from playground.responses import Responses
from playground.seed import AppIdentity, Person, Seed
from playground.skipping import Skipping
from playground.socket_mode import Sockets
from playground.submissions import Submissions
from playground.traffic import Traffic
from playground.workspace import Workspace
from tests.playground.conftest import MANIFEST, SEED, SteppedClock

README = Path(playground.__path__[0], "README.md").read_text(encoding="utf-8")


def people_routes() -> list[str]:
    workspace = Workspace(Manifest.read(MANIFEST), Seed.from_dict(SEED), SteppedClock())
    traffic, faults = Traffic(workspace.now, workspace.feed, ()), Faults()
    sockets, responses = Sockets("A1", 1.0, traffic), Responses(workspace, traffic)
    interactions = Interactions(workspace, sockets, Triggers(), responses)
    submissions = Submissions(workspace, sockets, interactions, responses)
    app, asking = web.Application(), Asking(workspace)
    Timing(asking, Skipping(workspace)).add_routes(app)
    Seeing(asking).add_routes(app)
    Backstage(asking, traffic, faults, sockets).add_routes(app)
    Doing(asking, Events(workspace, sockets, faults), interactions, submissions, Files(workspace)).add_routes(app)
    routes = []
    for route in app.router.routes():
        if route.resource and route.method != "HEAD":
            path = route.resource.canonical.replace("{conversation}", "{id}").replace("{view}", "{id}")
            path = path.replace("{fault}", "{id}")
            routes.append(f"`{route.method} {path}`")
    return routes


@pytest.mark.parametrize("route", people_routes())
def test_every_request_of_the_people_api_is_described(route: str) -> None:
    assert f"| {route}" in README


@pytest.mark.parametrize("name", [field.name for kind in (Person, AppIdentity) for field in fields(kind)])
def test_every_field_of_the_seed_is_described(name: str) -> None:
    assert name in README


@pytest.mark.parametrize("name", [field.name for kind in (Ahead, Coming) for field in fields(kind)])
def test_all_that_an_app_can_tell_of_what_is_to_come_is_described(name: str) -> None:
    assert name in README


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", README))))
def test_the_tests_that_it_names_are_there(name: str) -> None:
    assert any(f"def {name}(" in file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([\w/]+\.py)`", README))))
def test_the_files_that_it_names_are_there(name: str) -> None:
    folder = Path(__file__).parent if name.startswith(("test_", "tests/")) else Path(playground.__path__[0])
    assert (folder / name.removeprefix("tests/playground/")).is_file()
