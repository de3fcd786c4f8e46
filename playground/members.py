"""People as Slack's Web API shows them to an app."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playground.seed import Person
from playground.shapes import Json

SLACKBOT = Person(
    id="USLACKBOT",
    name="slackbot",
    real_name="Slackbot",
    team_id="",
    colour="757575",
    is_bot=True,
)
"""Who speaks to people when something goes wrong between Slack and an app."""


def user_payload(person: Person, app_id: str, home_team: str, now: datetime, *, with_locale: bool) -> Json:
    """A user object.

    Args:
        person: Whom it shows.
        app_id: The app a bot user belongs to.
        home_team: The workspace that looks at them: people of others are strangers to it.
        now: Fixes the offset of their time zone.
        with_locale: Whether the app asked for the locale.
    """
    payload: Json = {
        "id": person.id,
        "team_id": person.team_id or home_team,
        "name": person.name,
        "deleted": person.deleted,
        "is_bot": person.is_bot and person.id != SLACKBOT.id,
        "is_app_user": False,
        "updated": int(now.timestamp()),
        "profile": _profile(person, app_id),
    }
    if person.deleted:
        return payload
    offset = now.astimezone(ZoneInfo(person.tz))
    payload |= {
        "color": person.colour,
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_label": offset.tzname(),
        "tz_offset": int((offset.utcoffset() or now - now).total_seconds()),
        "is_admin": person.is_admin or person.is_owner,
        "is_owner": person.is_owner,
        "is_primary_owner": False,
        "is_restricted": person.is_restricted or person.is_ultra_restricted,
        "is_ultra_restricted": person.is_ultra_restricted,
        "is_email_confirmed": not person.is_bot,
        "who_can_share_contact_card": "EVERYONE",
    }
    if person.team_id not in {"", home_team}:
        payload["is_stranger"] = True
    if with_locale:
        payload["locale"] = person.locale
    return payload


def _profile(person: Person, app_id: str) -> Json:
    profile: Json = {
        "title": person.title,
        "phone": "",
        "skype": "",
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.display_name,
        "display_name_normalized": person.display_name,
        "fields": {},
        "status_text": "",
        "status_emoji": "",
        "status_emoji_display_info": [],
        "status_expiration": 0,
        "avatar_hash": f"g{person.id.lower()}",
        "team": person.team_id,
    }
    if person.is_bot and person.id != SLACKBOT.id:
        profile |= {"api_app_id": app_id, "always_active": True}
    return profile
