"""A form that comes back because somebody else changed the same thing while it was open."""

from dataclasses import replace

from mentoring.refusals import Reason, Refusals
from mentoring.sessions import CheckInDraft, CheckInValues


def fields_changed_meanwhile(refused: Refusals) -> frozenset[str]:
    """The fields that both changed.

    Raises:
        Refusals: As it was, if it is about anything else.
    """
    if any(refusal.reason is not Reason.CHANGED_MEANWHILE for refusal in refused.refusals):
        raise refused
    return frozenset(refusal.field for refusal in refused.refusals if refusal.field)


def with_clashes(draft: CheckInDraft, values: CheckInValues, clashes: frozenset[str]) -> CheckInDraft:
    """What the form shows now: what was entered, beside what the partner has. Saved again, what was entered stands.

    What was left alone stays left alone: only of what clashed the partner's value counts as seen.
    """
    seen = replace(
        values.seen,
        **{
            name: getattr(draft.seen, name)
            for field, name in (("next_at", "next_at"), ("happened_on", "on"), ("kind", "kind"))
            if field in clashes
        },
    )
    return replace(
        draft, next_at=values.next_at, happened_on=values.happened_on, kind=values.kind, seen=seen, clashes=clashes
    )
