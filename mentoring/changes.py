"""Two people change the same thing at once: the second sees both, and nothing is overwritten unseen."""

from collections.abc import Iterator

from mentoring.refusals import Reason, Refusal


def clashes(field: str, mine: object, seen: object, current: object) -> Iterator[Refusal]:
    """Refuse what one changed while another changed it too, and differently, until they have seen both."""
    if mine != seen and current not in (seen, mine):
        yield Refusal(Reason.CHANGED_MEANWHILE, field)
