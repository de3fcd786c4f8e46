"""What changes in the workspace: somebody's profile, and whether Rapport is still wanted."""

from collections.abc import Mapping
from typing import Any

from handlers.events import Event
from handlers.listening import Listening
from handlers.profiles import read_profile
from services.context import Services
from services.note_profile import note_profile
from services.uninstall import uninstall
from views.wording import Wording

PROFILE = ("display_name", "real_name")
USER = ("id", "team_id", "name", "real_name", "tz", "locale", "deleted", "is_bot", "is_ultra_restricted")


def register(listening: Listening, services: Services, _wording: Wording) -> None:
    """Listen for changed profiles and for the end."""

    async def changed(event: Event) -> None:
        # Remembered with the event: a change of status, which comes often, shall not cost a call.
        user = {name: event.facts.get(f"user.{name}") for name in USER}
        user["profile"] = {name: event.facts.get(f"user.profile.{name}") for name in PROFILE}
        await note_profile(services, event.workspace, read_profile(user, event.workspace))

    async def removed(event: Event) -> None:
        await uninstall(services, event.workspace)

    kept = (*(f"user.{name}" for name in USER), *(f"user.profile.{name}" for name in PROFILE))
    listening.event("user_change", changed, keep=kept)
    listening.event("app_uninstalled", removed)
    listening.event("tokens_revoked", removed, wanted=_is_the_bots)


def _is_the_bots(event: Mapping[str, Any]) -> bool:
    # People's own tokens are revoked one by one; Rapport works with the bot's alone.
    return bool((event.get("tokens") or {}).get("bot"))
