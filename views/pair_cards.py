"""A pair as one of the two sees it, in a few lines."""

from datetime import date

from mentoring.home import PairCard
from views.markup import Markup
from views.wording import Wording, dates


def pair_card(pair: PairCard, time_zone: str | None, today: date, locale: str | None, wording: Wording) -> Markup:
    """With whom, how often, when they last met; where the other lives by another zone than `time_zone`, which.

    Without a zone of the reader's, nothing of that.
    """
    who = wording.markup("home-pair", partner=pair.partner.name, role=pair.role.value)
    rhythm = wording.say("rhythm", days=pair.rhythm_days)
    if pair.last_met is None:
        met = wording.markup("home-pair-not-met", rhythm=rhythm)
    else:
        last = dates.day(pair.last_met, locale, today=today)
        met = wording.markup("home-pair-met", rhythm=rhythm, count=pair.sessions, day=last)
    far = time_zone and pair.partner_zone and pair.partner_zone != time_zone
    zone = dates.zone_name(pair.partner_zone, locale) if far and pair.partner_zone else ""
    return Markup.lines(
        who, met, wording.markup("home-pair-zone", zone=zone) if zone else "", _course(pair, locale, wording)
    )


def _course(pair: PairCard, locale: str | None, wording: Wording) -> str:
    """Until when it rests, or when it ends."""
    if pair.paused_until:
        return wording.markup("home-pair-paused", day=dates.day(pair.paused_until, locale))
    return wording.markup("home-pair-ends", day=dates.day(pair.ends_on, locale)) if pair.ends_on else ""
