"""Which conversation cards were asked: of a pair before its sessions, and of one person who looked for one."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class AskedQuestion(Identified, InWorkspace, OfPair, Base):
    """A card that both of a pair were given. `turn` counts how often its stage has gone round, from 1 on."""

    __tablename__ = "asked_question"
    __table_args__ = (UniqueConstraint("pair_id", "stage", "number", "turn"),)

    stage: Mapped[str] = mapped_column(String(16))
    number: Mapped[int]
    turn: Mapped[int]
    # The session that it opens: one for both of them, and however often they are told. None: one of them brought it.
    session_id: Mapped[str | None] = mapped_column(ForeignKey("session.id", ondelete="SET NULL"), unique=True)
    asked_at: Mapped[datetime]


class DrawnCards(Identified, InWorkspace, OfPair, Base):
    """The cards that one of a pair looked at. That they looked for some is theirs alone, so it is sealed."""

    __tablename__ = "drawn_cards"
    __table_args__ = (UniqueConstraint("pair_id", "author_id"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    cards: Mapped[bytes] = mapped_column(LargeBinary)
