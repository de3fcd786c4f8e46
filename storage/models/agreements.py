"""What a pair agrees on: every version that one of the two proposed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identified, InWorkspace, OfPair


class Agreement(Identified, InWorkspace, OfPair, Base):
    """An agreement as one of a pair proposed it; its words are sealed, and never changed: a change is a new version."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("pair_id", "number"),)

    author_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # From 1 on.
    number: Mapped[int]
    # The number of the version that it changes: the last that the other stood behind.
    before: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(16))
    rhythm_days: Mapped[int]
    # The pair's as it was proposed: the same means that it is left as it is.
    rhythm_before: Mapped[int]
    channel: Mapped[bytes | None] = mapped_column(LargeBinary)
    focus: Mapped[bytes | None] = mapped_column(LargeBinary)
    stays_out: Mapped[bytes | None] = mapped_column(LargeBinary)
    confidentiality: Mapped[bytes | None] = mapped_column(LargeBinary)
    feedback: Mapped[bytes | None] = mapped_column(LargeBinary)
    busy: Mapped[bytes | None] = mapped_column(LargeBinary)
    proposed_at: Mapped[datetime]
    # When it was agreed to, changed or withdrawn.
    settled_at: Mapped[datetime | None]
    # When somebody last said that it is still right, who, and how often that was said.
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    confirmations: Mapped[int]
