"""Sessions of a pair, what each side recorded of them, what was promised, and milestones."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class Session(Identified, InWorkspace, OfPair, Base):
    """One meeting of a pair: planned (an instant) or happened (a local date).

    While it is disputed, it counts for nothing: one side recorded it, the other says that they did not meet.
    """

    __tablename__ = "session"

    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
    # Whoever planned it, and the zone they planned it in: the wall time they meant, should a zone's rules change.
    planned_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    planned_zone: Mapped[str | None] = mapped_column(String(64))
    minutes: Mapped[int] = mapped_column(default=60)
    # When it got the time it has, and how often that changed: a calendar takes the newest of several invitations.
    arranged_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    # When it was cancelled, or one of the two said that it was missed.
    called_off_at: Mapped[datetime | None]
    happened_on: Mapped[date | None]
    disputed_at: Mapped[datetime | None]
    disputed_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    # Both are asked once more: when who disputed it said so again, and when its writer said that they did meet.
    denied_again_at: Mapped[datetime | None]
    upheld_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class CheckIn(Identified, InWorkspace, Base):
    """One person's record of a session. All words are sealed; reflection and feeling are read by the author alone."""

    __tablename__ = "check_in"
    __table_args__ = (UniqueConstraint("session_id", "author_id"),)

    session_id: Mapped[str] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    notes: Mapped[bytes | None] = mapped_column(LargeBinary)
    feeling: Mapped[bytes | None] = mapped_column(LargeBinary)
    reflection: Mapped[bytes | None] = mapped_column(LargeBinary)
    # Which of the questions for their role the form asks for it, from 1 on: the words are in the wording.
    question: Mapped[int] = mapped_column(default=1)
    # Whether it ticked off checkpoints of goals; most do not, and then none is looked for.
    ticks: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Promise(Identified, InWorkspace, OfPair, Base):
    """Who will do what. Written by one for the other, it is a proposal until the owner accepts it."""

    __tablename__ = "promise"

    # Where it was written; none if that was withdrawn after the promise had been settled.
    check_in_id: Mapped[str | None] = mapped_column(ForeignKey("check_in.id", ondelete="SET NULL"), index=True)
    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Its line in the form it was written in.
    position: Mapped[int]
    words: Mapped[bytes] = mapped_column(LargeBinary)
    state: Mapped[str] = mapped_column(String(16))
    # By when, a date where its owner is; none: whenever they get to it.
    due_on: Mapped[date | None]
    # When it got that date, or was accepted with it.
    dated_at: Mapped[datetime | None]
    # When it was done or dropped.
    settled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class AgendaItem(Identified, InWorkspace, OfPair, Base):
    """Something that one of a pair brings to their next session; its words and its link are sealed.

    `session_id` is the session in which it was discussed. It is open again if that turns out not to have happened.
    """

    __tablename__ = "agenda_item"

    # Nobody's: it comes from what the pair has in common.
    author_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    message_link: Mapped[bytes | None] = mapped_column(LargeBinary)
    session_id: Mapped[str | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]


class Sharing(Identified, InWorkspace, OfPair, Base):
    """Something that one of a pair shared with the other between two sessions; its words are sealed."""

    __tablename__ = "sharing"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


class Milestone(Identified, InWorkspace, OfPair, Base):
    """Something a pair reached, noticed once per pair, kind and subject, for ever."""

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("pair_id", "kind", "subject"),)

    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(64))
    reached_at: Mapped[datetime]


class TimeOffer(Identified, InWorkspace, OfPair, Base):
    """Times that one of a pair proposes for a session; the partner takes one, or none."""

    __tablename__ = "time_offer"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    minutes: Mapped[int] = mapped_column(default=60)
    created_at: Mapped[datetime]
    # When a time was taken, or none would do, or the offer was overtaken.
    settled_at: Mapped[datetime | None]
    # The session it became.
    session_id: Mapped[str | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"), index=True)


class OfferedTime(Identified, InWorkspace, Base):
    """One time of an offer."""

    __tablename__ = "offered_time"

    offer_id: Mapped[str] = mapped_column(ForeignKey("time_offer.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
