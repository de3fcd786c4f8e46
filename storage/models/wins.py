"""Wins, and posts for the celebrations channel with the consent each of them needs."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace


class Win(Identified, InWorkspace, Base):
    """Something worth celebrating, in its author's words, which are sealed."""

    __tablename__ = "win"

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # None for somebody in no pair: then only the author reads it.
    pair_id: Mapped[str | None] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"), index=True)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    audience: Mapped[str] = mapped_column(String(16))
    # The address of a message in Slack that it is about, sealed; and who wrote that, if somebody else did.
    message_link: Mapped[bytes | None] = mapped_column(LargeBinary)
    message_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime]


class WinThanks(Base):
    """That a win thanks a person."""

    __tablename__ = "win_thanks"

    win_id: Mapped[str] = mapped_column(ForeignKey("win.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)


class ShoutOut(Identified, InWorkspace, Base):
    """A post meant for a programme's celebrations channel: of a win or of a milestone, never of both."""

    __tablename__ = "shout_out"
    __table_args__ = (CheckConstraint("(win_id IS NULL) <> (milestone_id IS NULL)", name="one_subject"),)

    programme_id: Mapped[str] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"), index=True)
    win_id: Mapped[str | None] = mapped_column(ForeignKey("win.id", ondelete="CASCADE"), unique=True)
    milestone_id: Mapped[str | None] = mapped_column(ForeignKey("milestone.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    asked_at: Mapped[datetime]
    # When what it waits for (answers, then a channel) is no longer waited for.
    waits_until: Mapped[datetime] = mapped_column(index=True)


class Consent(Base):
    """What one person named in a shout-out said to it; no answer yet: none."""

    __tablename__ = "consent"

    shout_out_id: Mapped[str] = mapped_column(ForeignKey("shout_out.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str | None] = mapped_column(String(16))
    answered_at: Mapped[datetime | None]
