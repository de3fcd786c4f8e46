"""Every word a person reads, by an address."""

from views.wording.catalogue import FieldWords, Wording

__all__ = ["FieldWords", "Wording"]
