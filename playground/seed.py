"""What a workspace starts with: its name, people and channels, the app's ids and tokens, a tour for newcomers."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from playground.configuration import Entry


@dataclass(frozen=True)
class Person:
    """A member of the workspace, or a guest, or somebody of another workspace, or a bot.

    `name` is the handle that `@name` means; `display_name` what they chose to be called (empty: nothing); `tz` is an
    IANA zone; `note` tells who plays them what they are about;
    `colour` is six hexadecimal digits; `avatar` is an emoji or letters shown for a face (empty: the initials).
    """

    id: str
    name: str
    real_name: str
    team_id: str
    display_name: str = ""
    title: str = ""
    tz: str = "Etc/UTC"
    locale: str = "en-GB"
    note: str = ""
    colour: str = "5b6f8c"
    avatar: str = ""
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False

    @property
    def initials(self) -> str:
        """What stands in their picture."""
        return self.avatar or "".join(word[0] for word in self.real_name.split()[:2]).upper()


@dataclass(frozen=True)
class Channel:
    """A channel that exists from the start."""

    id: str
    name: str
    is_private: bool
    members: tuple[str, ...]
    topic: str


@dataclass(frozen=True)
class TourStep:
    """One thing for a newcomer to try, and as whom."""

    text: str
    act_as: str | None


@dataclass(frozen=True)
class AppIdentity:
    """How the installed app is known: its ids and the two tokens it connects with.

    `is_sold` tells that it is sold outside Slack's marketplace, for which Slack is sparing with history.
    """

    id: str = "A0PLAYGROUND"
    bot_user_id: str = "U0PLAYBOT"
    bot_id: str = "B0PLAYBOT"
    bot_token: str = "xoxb-playground"  # noqa: S105 - opens nothing but this playground
    app_token: str = "xapp-playground"  # noqa: S105 - opens nothing but this playground
    declined_scopes: tuple[str, ...] = ()
    is_sold: bool = False


@dataclass(frozen=True)
class Seed:
    """The workspace at its first moment."""

    workspace_id: str
    workspace_name: str
    domain: str
    people: tuple[Person, ...]
    channels: tuple[Channel, ...] = ()
    tour: tuple[TourStep, ...] = ()
    app: AppIdentity = AppIdentity()

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> "Seed":
        """Read a seed from plain data; README.md gives its form.

        Raises:
            ConfigurationError: A field is missing or wrong; the message names it.
        """
        whole = Entry(data, "", lambda field: f"seed, {field}")
        workspace = whole.entry("workspace")
        workspace_id = workspace.text("id")
        people = tuple(_person(entry, workspace_id) for entry in whole.entries("people"))
        app = _app(whole.entry("app"))
        known = {person.id for person in people} | {app.bot_user_id}
        return cls(
            workspace_id=workspace_id,
            workspace_name=workspace.text("name"),
            domain=workspace.text("domain"),
            people=people,
            channels=tuple(_channel(entry, known) for entry in whole.entries("channels")),
            tour=tuple(_step(entry, known) for entry in whole.entries("tour")),
            app=app,
        )


def _person(entry: Entry, workspace_id: str) -> Person:
    tz = entry.text("tz", "Etc/UTC")
    try:
        ZoneInfo(tz)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise entry.error("tz", f"{tz!r} is no IANA time zone") from error
    name = entry.text("name")
    return Person(
        id=entry.text("id"),
        name=name,
        real_name=entry.text("real_name", name),
        team_id=entry.text("team_id", workspace_id),
        display_name=entry.text("display_name", ""),
        title=entry.text("title", ""),
        tz=tz,
        locale=entry.text("locale", "en-GB"),
        note=entry.text("note", ""),
        colour=entry.text("colour", "5b6f8c").removeprefix("#"),
        avatar=entry.text("avatar", ""),
        is_admin=entry.flag("is_admin"),
        is_owner=entry.flag("is_owner"),
        is_bot=entry.flag("is_bot"),
        is_restricted=entry.flag("is_restricted"),
        is_ultra_restricted=entry.flag("is_ultra_restricted"),
        deleted=entry.flag("deleted"),
    )


def _channel(entry: Entry, known: set[str]) -> Channel:
    members = entry.texts("members")
    for index, member in enumerate(members):
        if member not in known:
            raise entry.error(f"members[{index}]", f"{member!r} is nobody in this seed")
    return Channel(
        id=entry.text("id"),
        name=entry.text("name", at_most=80).removeprefix("#"),
        is_private=entry.flag("is_private"),
        members=members,
        topic=entry.text("topic", "", at_most=250),
    )


def _step(entry: Entry, known: set[str]) -> TourStep:
    act_as = entry.text("act_as", "")
    if act_as and act_as not in known:
        raise entry.error("act_as", f"{act_as!r} is nobody in this seed")
    return TourStep(entry.text("text"), act_as or None)


def _app(entry: Entry) -> AppIdentity:
    usual = AppIdentity()
    return AppIdentity(
        id=entry.text("id", usual.id),
        bot_user_id=entry.text("bot_user_id", usual.bot_user_id),
        bot_id=entry.text("bot_id", usual.bot_id),
        bot_token=entry.text("bot_token", usual.bot_token),
        app_token=entry.text("app_token", usual.app_token),
        declined_scopes=entry.texts("declined_scopes"),
        is_sold=entry.flag("is_sold"),
    )
