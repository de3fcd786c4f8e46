"""The form with which one of a pair proposes times for a session."""

from dataclasses import replace

from mentoring.notices import Reader
from mentoring.planning import OfferValues, PlanDraft
from mentoring.refusals import Reason, Refusal
from mentoring.suggesting import SUGGESTED
from views.blocks import Block, View, actions, button, section
from views.forms.answers import Answers
from views.forms.context import decode
from views.forms.fields import instant_field
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.forms.plan import context_of, kind_and_minutes, parse_kind, parse_minutes, time_there
from views.ids import ActionId, FormId
from views.promises import bulleted
from views.wording import Wording, dates

PLACES = range(1, SUGGESTED + 1)


def propose_form(draft: PlanDraft, wording: Wording) -> View:
    """The form: what is suggested, each to be changed or emptied."""
    partner = draft.pair.partner.name
    times = dict(zip(PLACES, draft.times, strict=False))
    fields = [
        instant_field(
            f"time_{place}",
            wording.field(
                "propose-time",
                place=place,
                partner=partner,
                there=(time_there(times[place], draft, wording) if place in times else "") or "none",
            ),
            times.get(place),
            block_id=f"time_{place}:{draft.pair.id}",
        )
        for place in PLACES
    ]
    return modal(
        replace(context_of(FormId.PROPOSE_TIMES, draft), offer_id=draft.offer_id),
        wording.say("propose-title"),
        [
            *pair_fields(draft.pairs, draft.pair, wording),
            section(wording.markup("propose-intro", partner=partner)),
            *_offered(draft, wording),
            *fields,
            *kind_and_minutes(draft, wording),
            actions(button(wording.say("button-plan-instead"), ActionId.PLAN_INSTEAD)),
        ],
        submit=wording.say("propose-submit"),
        close=wording.say("form-cancel"),
    )


def parse_propose(view: View) -> OfferValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `BAD_MINUTES` at "minutes".
    """
    form, answers = decode(view), Answers(view)
    pair_id = parse_pair(answers, form.pair_id)
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    times = {f"time_{place}": at for place in PLACES if (at := answers.instant(f"time_{place}"))}
    return OfferValues(pair_id, times, parse_kind(answers), parse_minutes(answers), form.session_id, form.offer_id)


def _offered(draft: PlanDraft, wording: Wording) -> list[Block]:
    """What the partner proposes, which would be replaced."""
    if not draft.offered:
        return []
    reader = Reader(draft.time_zone, draft.locale)
    clash = "yes" if draft.clashes else "no"
    return [
        section(wording.markup("propose-theirs", partner=draft.pair.partner.name, clash=clash)),
        *bulleted(
            [
                wording.say("offered-time", day=dates.short_day_of(at, reader), time=dates.time_of(at, reader))
                for at in draft.offered
            ]
        ),
    ]
