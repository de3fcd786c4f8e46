"""Whether sessions were worth their hour."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class Pulse(Identified, InWorkspace, OfPair, Base):
    """What one of a pair says of a session for themselves. Sealed; what they shared of it is kept as they shared it."""

    __tablename__ = "pulse"
    __table_args__ = (UniqueConstraint("session_id", "author_id"),)

    session_id: Mapped[str] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    worth: Mapped[bytes] = mapped_column(LargeBinary)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    # Each change raises it: only what somebody has seen before them is shared.
    revision: Mapped[int] = mapped_column(default=1)
    shared_worth: Mapped[bytes | None] = mapped_column(LargeBinary)
    shared_words: Mapped[bytes | None] = mapped_column(LargeBinary)
    shared_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
