"""Programmes, and the pairs in them."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class Programme(Identified, InWorkspace, Base):
    """A mentoring programme: its celebrations channel and the defaults of its pairs and people."""

    __tablename__ = "programme"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    name: Mapped[str]
    channel: Mapped[str | None] = mapped_column(String(32))
    rhythm_days: Mapped[int]
    length_months: Mapped[int]
    works_from: Mapped[time]
    works_until: Mapped[time]
    # ISO 3166 code of the country whose public holidays count; none: weekends only.
    country: Mapped[str | None] = mapped_column(String(2))
    # When the organisers were last told that Rapport cannot post in the channel; none: not since it was let in.
    closed_told_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


OPEN_STATES = "state IN ('proposed', 'active', 'paused', 'wrapping up')"


class Pair(Identified, InWorkspace, Base):
    """One mentor and one mentee in one programme."""

    __tablename__ = "pair"
    __table_args__ = (
        # The same mentor and mentee cannot be in two open pairs.
        Index(
            "uq_pair_open",
            "workspace_id",
            "mentor_id",
            "mentee_id",
            unique=True,
            sqlite_where=text(OPEN_STATES),
            postgresql_where=text(OPEN_STATES),
        ),
    )

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    mentor_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    mentee_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    proposed_by_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(16))
    rhythm_days: Mapped[int]
    # From acceptance on, pauses added; going on makes it longer.
    length_months: Mapped[int]
    proposed_at: Mapped[datetime]
    mentor_accepted_at: Mapped[datetime | None]
    mentee_accepted_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    # Since when their organiser is to see that they have not met, although they were asked.
    stuck_since: Mapped[datetime | None]
    # The group message with both; none until it is opened, or where group messages are not permitted.
    group_channel: Mapped[str | None] = mapped_column(String(32))
    # When the rules want to look at this pair again; the loop's sweep reads by it.
    look_at: Mapped[datetime | None] = mapped_column(index=True)


class Pause(Identified, InWorkspace, OfPair, Base):
    """A time in which a pair rests. Resumed early, it ends when that was; a pair has one at a time."""

    __tablename__ = "pause"

    by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    since: Mapped[datetime]
    until: Mapped[datetime]


class Trouble(Identified, InWorkspace, OfPair, Base):
    """That somebody said that something is not working, and what; read by them alone unless they told the organiser."""

    __tablename__ = "trouble"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Sealed, as are the words: what somebody finds hard is theirs.
    kind: Mapped[bytes] = mapped_column(LargeBinary)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    tells_organiser: Mapped[bool]
    created_at: Mapped[datetime]


class Silence(Identified, InWorkspace, OfPair, Base):
    """That a pair's partner is to be asked whether they will meet, since the other waits for an answer of theirs."""

    __tablename__ = "silence"

    partner_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Where the partner was.
    said_on: Mapped[date]
