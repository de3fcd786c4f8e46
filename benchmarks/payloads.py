"""What Slack sends: commands and submitted check-ins."""

import itertools
from datetime import date
from typing import Any, Self

from sqlalchemy import func, select

from benchmarks.people import PAIRS, mentee
from benchmarks.stage import APP, WORKSPACE
from bot.clock import utc_now
from mentoring.people import Actor
from services.context import Services
from services.prepare_check_in import prepare_check_in
from storage.keyring import Keyring
from storage.models import CheckIn, Session
from storage.store import Store
from views.forms.context import Context
from views.ids import Command, FormId

Json = dict[str, Any]

_count = itertools.count(1)


def command(user: str) -> Json:
    """`/checkin`, typed by somebody."""
    return {
        "command": Command.CHECK_IN.value,
        "text": "",
        "api_app_id": APP,
        "team_id": WORKSPACE,
        "team_domain": "bench",
        "channel_id": "D0BENCH",
        "channel_name": "directmessage",
        "user_id": user,
        "user_name": user.lower(),
        "trigger_id": f"trigger-{next(_count)}",
        "is_enterprise_install": "false",
    }


class Submissions:
    """Check-ins of today, submitted by one after another of the benchmark's mentees."""

    def __init__(self, url: str, keys: str, contexts: dict[str, str], today: str) -> None:
        self._url, self._keys = url, keys
        self._contexts = contexts
        self._today = today
        self._sent = 0

    @classmethod
    async def prepare(cls, url: str, keys: str) -> Self:
        """Find out which pair each of them is in."""
        store = Store(url, Keyring.from_text(keys))
        services = Services(store, utc_now, lambda: None)
        contexts = {}
        for user in map(mentee, range(PAIRS)):
            draft = await prepare_check_in(services, Actor(WORKSPACE, user))
            contexts[user] = Context(FormId.CHECK_IN, pair_id=draft.pair.id).encode()
        await store.close()
        return cls(url, keys, contexts, utc_now().date().isoformat())

    async def check_all_saved(self) -> None:
        """An acknowledgement may also say that something is wrong.

        Raises:
            RuntimeError: Not each that was sent has been saved.
        """
        store = Store(self._url, Keyring.from_text(self._keys))
        query = select(func.count(CheckIn.id)).join(Session, Session.id == CheckIn.session_id)
        of_today = query.where(Session.happened_on == date.fromisoformat(self._today))
        saved = await store.glance(lambda tx: tx.scalar(of_today))
        await store.close()
        if saved != self._sent:
            error = f"{self._sent} check-ins were sent, {saved} saved"
            raise RuntimeError(error)

    def next(self, number: int) -> Json:
        """Another one."""
        self._sent += 1
        user = mentee(number % PAIRS)
        happened_on = {"type": "datepicker", "selected_date": self._today}
        notes = {"type": "plain_text_input", "value": "How we work, and where to go from here."}
        return {
            "type": "view_submission",
            "team": {"id": WORKSPACE, "domain": "bench"},
            "user": {"id": user, "username": user.lower(), "team_id": WORKSPACE},
            "api_app_id": APP,
            "trigger_id": f"trigger-{next(_count)}",
            "view": {
                "id": f"V{next(_count):010}",
                "type": "modal",
                "callback_id": FormId.CHECK_IN.value,
                "private_metadata": self._contexts[user],
                "blocks": [{"type": "input", "block_id": "happened_on"}, {"type": "input", "block_id": "notes"}],
                "state": {"values": {"happened_on": {"happened_on": happened_on}, "notes": {"notes": notes}}},
            },
            "response_urls": [],
            "is_enterprise_install": False,
        }
