"""Known refusals: what cannot be done, said kindly where the person is looking."""

from enum import StrEnum


class Reason(StrEnum):
    """Why something is refused. The wording has a sentence for each: `refusal-<reason>`."""

    ALREADY_ENDED = "already-ended"
    ALREADY_LOGGED = "already-logged"
    ALREADY_PAIRED = "already-paired"
    BAD_HOURS = "bad-hours"
    BAD_MINUTES = "bad-minutes"
    BAD_PAUSE = "bad-pause"
    BAD_RHYTHM = "bad-rhythm"
    BOT = "bot"
    CANNOT_BE_ASKED = "cannot-be-asked"
    CANNOT_JOIN = "cannot-join"
    CHANGED_MEANWHILE = "changed-meanwhile"
    CHANNEL_UNKNOWN = "channel-unknown"
    DATE_IN_FUTURE = "date-in-future"
    DEACTIVATED = "deactivated"
    DUE_IN_PAST = "due-in-past"
    EMPTY = "empty"
    GUEST = "guest"
    MESSAGE_CANNOT_BE_POSTED = "message-cannot-be-posted"
    NAME_TAKEN = "name-taken"
    NO_ORGANISER_TO_ASK = "no-organiser-to-ask"
    NO_PAIR = "no-pair"
    NO_PART = "no-part"
    NOT_ACTIVE = "not-active"
    NOT_ORGANISER = "not-organiser"
    NOT_PARTNER = "not-partner"
    NOT_PAUSED = "not-paused"
    NOT_VISIBLE = "not-visible"
    NOT_YOURS = "not-yours"
    OTHER_WORKSPACE = "other-workspace"
    OUT_OF_DATE = "out-of-date"
    PARTNER_GONE = "partner-gone"
    PLAN_IN_PAST = "plan-in-past"
    SAME_PERSON = "same-person"
    SAME_SESSION = "same-session"
    SINGLE_CHANNEL_GUEST = "single-channel-guest"
    STILL_TO_COME = "still-to-come"
    STRANGER = "stranger"
    TOO_LATE = "too-late"
    TOO_MANY_CHECKPOINTS = "too-many-checkpoints"
    TOO_MANY_GOALS = "too-many-goals"
    TOO_MANY_PROMISES = "too-many-promises"
    UNKNOWN_COUNTRY = "unknown-country"
    WISH_GONE = "wish-gone"
    WITHDRAWN = "withdrawn"


class Refusal(Exception):
    """Something that cannot be done, and why.

    Args:
        reason: Which sentence to say.
        field: The form's field it is about, where there is one.
        facts: What the sentence needs: names, numbers; never anybody's private words.
    """

    def __init__(self, reason: Reason, field: str | None = None, **facts: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field
        self.facts = facts


class Refusals(Exception):
    """Several fields of one form are refused at once."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(", ".join(refusal.reason for refusal in refusals))
        self.refusals = refusals


def refuse(refusals: list[Refusal]) -> None:
    """Raise what has been collected, if anything.

    Raises:
        Refusals: When there is at least one refusal.
    """
    if refusals:
        raise Refusals(tuple(refusals))


def required(words: str | None, field: str) -> str:
    """What somebody wrote into a field that needs words, without the blanks around them.

    Raises:
        Refusal: There are none: `EMPTY`, at the field.
    """
    if words and (written := words.strip()):
        return written
    raise Refusal(Reason.EMPTY, field)
