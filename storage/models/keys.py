"""How a wrong key is noticed at start, before anything is written with it."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class KeyProof(Base):
    """A known word, sealed when this database was first used. The one row has id 1."""

    __tablename__ = "key_proof"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
