"""Workspaces, and the people in them."""

from datetime import datetime, time

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace

# Plain JSON cannot be compared on PostgreSQL, as SELECT DISTINCT does.
Comparable = JSON().with_variant(JSONB(), "postgresql")


class Workspace(Base):
    """A Slack workspace in which Rapport is installed. Its id is Slack's team id."""

    __tablename__ = "workspace"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str]
    bot_user_id: Mapped[str] = mapped_column(String(32))
    installed_at: Mapped[datetime]
    uninstalled_at: Mapped[datetime | None]


class Person(Identified, InWorkspace, Base):
    """Somebody of a workspace whom Rapport knows, with how and when they like to be reached."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("workspace_id", "slack_id"),)

    slack_id: Mapped[str] = mapped_column(String(32))
    name: Mapped[str]
    # An IANA zone's name; none where Slack gave none.
    time_zone: Mapped[str | None] = mapped_column(String(64))
    locale: Mapped[str | None] = mapped_column(String(16))
    deactivated: Mapped[bool] = mapped_column(default=False)
    # None: the hours of their programme.
    works_from: Mapped[time | None]
    works_until: Mapped[time | None]
    # ISO weekdays, "12345" from Monday to Friday; none: those.
    works_on: Mapped[str | None] = mapped_column(String(7))
    # ISO 3166 code of the country whose public holidays are theirs; none: the programme's.
    country: Mapped[str | None] = mapped_column(String(2))
    # The kinds of nudges that they have turned off, and whether they want one an hour before a session.
    kinds_off: Mapped[list[str]] = mapped_column(Comparable, default=list)
    wants_hour_before: Mapped[bool] = mapped_column(default=False)
    celebrations: Mapped[str] = mapped_column(String(16), default="ask")
    dm_channel: Mapped[str | None] = mapped_column(String(32))
    # Homes are dear to build, so they are published only to those who opened theirs, and only when something changed.
    home_opened_at: Mapped[datetime | None]
    home_stale_since: Mapped[datetime | None] = mapped_column(index=True)


class Organiser(Base):
    """That a person runs a programme."""

    __tablename__ = "organiser"

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    # Whether they are told once a week what waits for them, and when to look whether it is time; none: at once.
    wants_week: Mapped[bool] = mapped_column(default=True)
    look_at: Mapped[datetime | None] = mapped_column(index=True)


class JoinWish(Identified, InWorkspace, Base):
    """That a person would like to be paired in a role; gone once they are, or when they think better of it."""

    __tablename__ = "join_wish"
    __table_args__ = (UniqueConstraint("person_id", "role"),)

    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(16))
    # Whether they were in a pair in this role before, and would like to be in another one.
    another_match: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
