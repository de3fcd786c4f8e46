"""The horizon check: what each of a pair answered, sealed and theirs alone, and the cards that came of it."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class HorizonAnswers(Identified, InWorkspace, OfPair, Base):
    """What one of a pair answered in one check; the author's alone, and no longer to be changed once compared."""

    __tablename__ = "horizon_answers"
    __table_args__ = (UniqueConstraint("pair_id", "round", "author_id"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    round: Mapped[str] = mapped_column(String(16))
    # Sealed, and always of one length.
    answers: Mapped[bytes] = mapped_column(LargeBinary)
    answered_at: Mapped[datetime]
    compared_at: Mapped[datetime | None]


class HorizonCard(Identified, InWorkspace, OfPair, Base):
    """That a pair sees something differently, told to both in the same words; its subject is sealed, and both read it.

    Nothing here says, nor is kept anywhere, who of the two said what.
    """

    __tablename__ = "horizon_card"
    __table_args__ = (UniqueConstraint("pair_id", "round", "position"),)

    round: Mapped[str] = mapped_column(String(16))
    # Its place among the cards of one check, from 0 on.
    position: Mapped[int]
    # One digit: which of the subjects that are compared.
    subject: Mapped[bytes] = mapped_column(LargeBinary)
    # Once one of the two has brought it to their next session; who, is not kept.
    agenda_item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id", ondelete="SET NULL"), index=True)
