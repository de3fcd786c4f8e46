"""The form with which one of a pair plans their next session, or moves it."""

from datetime import UTC, datetime

from mentoring.notices import Reader
from mentoring.planning import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES, PlanDraft, PlanValues
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionKind
from views.blocks import Block, View, actions, button, context, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, instant_field, number_field, radio_field, select_field
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.ids import ActionId, FormId
from views.wording import Wording, dates


def plan_form(draft: PlanDraft, wording: Wording) -> View:
    """The form: some times to choose from, or another one; what is planned already is among them."""
    form = "move" if draft.planned_at else "new"
    return modal(
        context_of(FormId.PLAN, draft),
        wording.say("plan-title", form=form),
        [
            *pair_fields(draft.pairs, draft.pair, wording),
            *_what_is_planned(draft, wording),
            *_clash(draft, wording),
            *_times(draft, wording),
            instant_field(
                "at",
                wording.field("plan-at", partner=draft.pair.partner.name, times="some" if _offered(draft) else "none"),
                draft.chosen if draft.chosen not in _offered(draft) else None,
                block_id=f"at:{draft.pair.id}",
            ),
            *kind_and_minutes(draft, wording),
            actions(button(wording.say("button-propose-instead"), ActionId.PROPOSE_INSTEAD)),
            context(wording.say("plan-next", partner=draft.pair.partner.name)),
        ],
        submit=wording.say("plan-submit", form=form),
        close=wording.say("form-cancel"),
    )


def parse_plan(view: View) -> PlanValues:
    """What was entered; a time that was entered counts before one that was chosen.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "at", or `BAD_MINUTES` at "minutes".
    """
    form, answers = decode(view), Answers(view)
    pair_id, chosen = parse_pair(answers, form.pair_id), answers.choice("time")
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    at = answers.instant("at") or _chosen_time(chosen)
    if at is None:
        raise Refusal(Reason.EMPTY, "at")
    return PlanValues(pair_id, at, parse_kind(answers), parse_minutes(answers), form.session_id, form.seen)


def kind_and_minutes(draft: PlanDraft, wording: Wording) -> list[Block]:
    """What kind of session it is to be, and how long."""
    partner = draft.pair.partner.name
    kinds = [Choice(kind.value, wording.say("session-kind", kind=kind.name.lower())) for kind in SessionKind]
    return [
        select_field("kind", wording.field("plan-kind", partner=partner), kinds, draft.kind.value, required=True),
        number_field(
            "minutes",
            wording.field("plan-minutes", partner=partner),
            initial=draft.minutes,
            least=LEAST_MINUTES,
            most=MOST_MINUTES,
        ),
    ]


def parse_kind(answers: Answers) -> SessionKind:
    """What kind of session it is to be."""
    return answers.one_of("kind", SessionKind) or SessionKind.SESSION


def parse_minutes(answers: Answers) -> int:
    """How long it is to last; as long as usual where that was left empty."""
    minutes = answers.number("minutes", Reason.BAD_MINUTES)
    return USUAL_MINUTES if minutes is None else minutes


def time_there(at: datetime, draft: PlanDraft, wording: Wording) -> str:
    """The same time for the partner, with its day where that is another one; nothing where their clocks agree."""
    here, there = Reader(draft.time_zone, draft.locale), Reader(draft.partner_zone, draft.locale)
    partner, time = draft.pair.partner.name, dates.time_of(at, there)
    if dates.short_day_of(at, here) != dates.short_day_of(at, there):
        return wording.say("plan-time-there-on", day=dates.short_day_of(at, there), time=time, partner=partner)
    if time != dates.time_of(at, here):
        return wording.say("plan-time-there", time=time, partner=partner)
    return ""


def context_of(form: FormId, draft: PlanDraft) -> Context:
    """What a form is about that plans a session or proposes times."""
    return Context(form, pair_id=draft.pair.id, session_id=draft.session_id, seen=draft.seen, times=draft.times)


def _what_is_planned(draft: PlanDraft, wording: Wording) -> list[Block]:
    if draft.planned_at is None or draft.clashes:
        return []
    reader = Reader(draft.time_zone, draft.locale)
    day, time = dates.day_of(draft.planned_at, reader), dates.time_of(draft.planned_at, reader)
    words = {"partner": draft.pair.partner.name, "day": day, "time": time}
    return [section(wording.markup("plan-passed" if draft.has_passed else "plan-moves", **words))]


def _clash(draft: PlanDraft, wording: Wording) -> list[Block]:
    """What the partner made of it while the form was open, beside what was entered."""
    if not draft.clashes or draft.chosen is None:
        return []
    mine = _in_words(draft.chosen, draft, wording)
    if draft.planned_at is None:
        return [section(wording.markup("plan-clash-gone", mine=mine))]
    partner, theirs = draft.pair.partner.name, _in_words(draft.planned_at, draft, wording)
    if "at" in draft.clashes:
        return [section(wording.markup("plan-clash", partner=partner, mine=mine, theirs=theirs))]
    kind = wording.say("session-kind", kind=(draft.seen.kind or draft.kind).name.lower())
    minutes = draft.seen.minutes or draft.minutes
    return [section(wording.markup("plan-clash-kind", partner=partner, kind=kind, count=minutes))]


def _in_words(at: datetime, draft: PlanDraft, wording: Wording) -> str:
    reader = Reader(draft.time_zone, draft.locale)
    return wording.say("checkin-clash-instant", day=dates.day_of(at, reader), time=dates.time_of(at, reader))


def _offered(draft: PlanDraft) -> tuple[datetime, ...]:
    """What there is to choose from: what is planned, as long as that is to come, and what is suggested."""
    kept = (draft.planned_at,) if draft.planned_at and not draft.has_passed else ()
    return (*kept, *(at for at in draft.times if at not in kept))


def _times(draft: PlanDraft, wording: Wording) -> list[Block]:
    offered = _offered(draft)
    if not offered:
        return []
    words = wording.field("plan-time", partner=draft.pair.partner.name, where="inside" if draft.suits else "edges")
    choices = [_choice(at, draft, wording) for at in offered]
    chosen = draft.chosen or offered[0]
    value = _value(chosen) if chosen in offered else None
    return [radio_field("time", words, choices, value, required=False, block_id=f"time:{draft.pair.id}")]


def _choice(at: datetime, draft: PlanDraft, wording: Wording) -> Choice:
    reader = Reader(draft.time_zone, draft.locale)
    day, time = dates.short_day_of(at, reader), dates.time_of(at, reader)
    here = wording.say("plan-time-kept" if at == draft.planned_at else "plan-time-choice", day=day, time=time)
    return Choice(_value(at), here, time_there(at, draft, wording))


def _value(at: datetime) -> str:
    return str(int(at.timestamp()))


def _chosen_time(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Refusal(Reason.OUT_OF_DATE) from error
