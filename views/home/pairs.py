"""A person's pairs, and those that wait to begin."""

from mentoring.home import HomePicture, PairCard
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.markup import Markup
from views.messages.introductions import answer_buttons
from views.pair_buttons import pair_buttons
from views.wording import Wording, dates


def invitations(picture: HomePicture, wording: Wording) -> list[Block]:
    """Proposed pairs: to be answered, or waiting for the partner."""
    blocks: list[Block] = []
    for invitation in picture.invitations:
        partner = invitation.partner.name
        if invitation.i_accepted:
            blocks.append(section(wording.markup("home-invitation-waits", partner=partner)))
            continue
        words = wording.markup(
            "home-invitation", partner=partner, role=invitation.role.value, programme=invitation.programme
        )
        blocks += [section(words), answer_buttons(invitation.pair_id, partner, wording)]
    more = picture.left_out.invitations
    return [*blocks, *([context(wording.markup("home-more-invitations", count=more))] if more else [])]


def pairs(picture: HomePicture, wording: Wording) -> list[Block]:
    """Each pair with when they last met, their rhythm, and what can be changed; of several, each with a log."""
    if not picture.pairs:
        return []
    more = picture.left_out.pairs
    return [
        section(wording.markup("home-pairs", count=len(picture.pairs))),
        *(block for pair in picture.pairs for block in _pair(pair, picture, wording)),
        *([context(wording.markup("home-more-pairs", count=more))] if more else []),
        *_disputed(picture, wording),
    ]


def _pair(pair: PairCard, picture: HomePicture, wording: Wording) -> list[Block]:
    log = button(wording.say("button-check-in"), ActionId.LOG_CHECK_IN, pair.pair_id)
    changes = pair_buttons(
        wording, pair.pair_id, is_paused=pair.paused_until is not None, comes_to_its_end=pair.ends_on is not None
    )
    return [
        section(_card(pair, picture, wording)),
        actions(*([log] if len(picture.pairs) > 1 else []), *changes),
    ]


def _disputed(picture: HomePicture, wording: Wording) -> list[Block]:
    return [
        context(
            wording.markup(
                "home-disputed",
                partner=session.partner.name,
                day=dates.day(session.happened_on, picture.locale, today=picture.now.date()),
            )
        )
        for session in picture.disputed
    ]


def _card(pair: PairCard, picture: HomePicture, wording: Wording) -> Markup:
    who = wording.markup("home-pair", partner=pair.partner.name, role=pair.role.value)
    rhythm = wording.say("rhythm", days=pair.rhythm_days)
    if pair.last_met is None:
        met = wording.markup("home-pair-not-met", rhythm=rhythm)
    else:
        last = dates.day(pair.last_met, picture.locale, today=picture.now.date())
        met = wording.markup("home-pair-met", rhythm=rhythm, count=pair.sessions, day=last)
    far = pair.partner_zone and pair.partner_zone != picture.settings.time_zone
    zone = dates.zone_name(pair.partner_zone, picture.locale) if far and pair.partner_zone else ""
    return Markup.lines(
        who, met, wording.markup("home-pair-zone", zone=zone) if zone else "", _course(pair, picture, wording)
    )


def _course(pair: PairCard, picture: HomePicture, wording: Wording) -> str:
    """Until when it rests, or when it ends."""
    if pair.paused_until:
        return wording.markup("home-pair-paused", day=dates.day(pair.paused_until, picture.locale))
    return wording.markup("home-pair-ends", day=dates.day(pair.ends_on, picture.locale)) if pair.ends_on else ""
