"""The form with which one of a pair records that they met."""

from dataclasses import replace
from datetime import datetime

from mentoring.pairs import Role
from mentoring.promises import one_a_line
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import CheckInDraft, CheckInValues, SessionChoice, SessionKind
from mentoring.shared_goals import MOST_OPEN
from mentoring.wins import Audience
from views.blocks import Block, View, actions, button, context, section
from views.checkpoints import checkpoint_words
from views.forms.answers import Answers
from views.forms.audience import all_audiences, audience_field
from views.forms.clashes import clash_of_day, clash_of_kind, clash_of_next
from views.forms.context import Context, decode
from views.forms.fields import (
    MOST_RADIOS,
    Choice,
    date_field,
    instant_field,
    radio_field,
    select_field,
    text_field,
    ticks_field,
)
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.ids import ActionId, FormId
from views.reflections import reflection_question
from views.wording import Wording, dates

ANOTHER = "another"
FEELINGS = range(1, 6)


def check_in_form(draft: CheckInDraft, wording: Wording, *, more: bool = False) -> View:
    """The short form, or with `more` the whole of it; for an entry that is edited the whole, but for the win.

    With sessions to choose from, it asks which one this is. With none but a chosen one, it says which one it is about.
    """
    if draft.check_in_id:
        return _edit_form(draft, wording)
    context = Context(
        FormId.CHECK_IN,
        pair_id=draft.pair.id,
        session_id=draft.chosen_session.id if draft.chosen_session else None,
        more=more,
        seen=draft.seen,
        question=draft.question,
    )
    blocks = [
        *pair_fields(draft.pairs, draft.pair, wording),
        *_which_session(draft, wording),
        *_short(draft, wording),
        *([*_more(draft, wording), *_win(draft, wording)] if more else _add_more(wording)),
    ]
    return modal(
        context, wording.say("checkin-title"), blocks, submit=wording.say("form-save"), close=wording.say("form-cancel")
    )


def _edit_form(draft: CheckInDraft, wording: Wording) -> View:
    context = Context(
        FormId.EDIT_CHECK_IN,
        pair_id=draft.pair.id,
        more=True,
        check_in_id=draft.check_in_id,
        seen=draft.seen,
        question=draft.question,
    )
    blocks = [*_short(draft, wording), *_more(draft, wording)]
    title = wording.say("checkin-edit-title")
    return modal(context, title, blocks, submit=wording.say("form-save"), close=wording.say("form-cancel"))


def parse_check_in(view: View) -> CheckInValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "happened_on".
    """
    context, answers = decode(view), Answers(view)
    pair_id = parse_pair(answers, context.pair_id)
    happened_on = answers.day("happened_on")
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    if happened_on is None:
        raise Refusal(Reason.EMPTY, "happened_on")
    session_id = _session_id(answers, context)
    is_the_one_shown = session_id == context.session_id
    return CheckInValues(
        pair_id=pair_id,
        happened_on=happened_on,
        session_id=session_id,
        is_new=answers.choice("session_id") == ANOTHER,
        kind=answers.one_of("kind", SessionKind) or SessionKind.SESSION,
        notes=answers.text("notes"),
        my_promises=one_a_line(answers.text("my_promises")),
        their_promises=one_a_line(answers.text("their_promises")),
        next_at=answers.instant("next_at"),
        feeling=_feeling(answers),
        reflection=answers.text("reflection"),
        ticked=frozenset(id_ for n in range(MOST_OPEN) for id_ in answers.ticked(_ticked_field(n))),
        question=context.question,
        win=answers.text("win"),
        win_audience=answers.one_of("win_audience", Audience) or Audience.PARTNER,
        seen=context.seen if is_the_one_shown else replace(context.seen, on=None),
    )


def typed_plan(view: View) -> datetime | None:
    """The next session as somebody entered it; None: it is what the form started with."""
    started_with = next(
        (
            block["element"].get("initial_date_time")
            for block in view.get("blocks", ())
            if block.get("type") == "input" and block["element"].get("action_id") == "next_at"
        ),
        None,
    )
    entered = Answers(view).instant("next_at")
    return None if entered is None or int(entered.timestamp()) == started_with else entered


def _which_session(draft: CheckInDraft, wording: Wording) -> list[Block]:
    chosen, partner = draft.chosen_session, draft.pair.partner.name
    if draft.sessions:
        choices = [
            Choice(session.id, _session_words(session, draft, wording)) for session in draft.sessions[: MOST_RADIOS - 1]
        ]
        choices.append(Choice(ANOTHER, wording.say("checkin-session-another")))
        found = [section(wording.markup("checkin-asks-again", partner=partner))] if draft.asks_again else []
        return [
            *found,
            radio_field(
                "session_id",
                wording.field("checkin-session", partner=partner),
                choices,
                chosen.id if chosen else ANOTHER,
                block_id=f"session_id:{draft.pair.id}",
            ),
        ]
    if chosen:
        about = wording.markup("checkin-about", partner=partner, day=dates.day(chosen.on, draft.locale))
        return [section(about)]
    return []


def _session_words(session: SessionChoice, draft: CheckInDraft, wording: Wording) -> str:
    day = dates.short_day(session.on, draft.locale)
    if session.partner_logged:
        return wording.say("checkin-session-logged", partner=draft.pair.partner.name, day=day)
    return wording.say("checkin-session-planned", day=day)


def _short(draft: CheckInDraft, wording: Wording) -> list[Block]:
    partner = draft.pair.partner.name
    mine, theirs = "\n".join(draft.my_promises), "\n".join(draft.their_promises)
    return [
        *clash_of_day(draft, wording),
        date_field("happened_on", wording.field("checkin-happened-on", partner=partner), draft.day),
        text_field("notes", wording.field("checkin-notes", partner=partner), initial=draft.notes, lines=True),
        text_field("my_promises", wording.field("checkin-my-promises", partner=partner), initial=mine, lines=True),
        text_field(
            "their_promises", wording.field("checkin-their-promises", partner=partner), initial=theirs, lines=True
        ),
        *clash_of_next(draft, wording),
        # What one pair has planned is nothing to another.
        instant_field(
            "next_at",
            wording.field("checkin-next-at", partner=partner),
            draft.next_at,
            block_id=f"next_at:{draft.pair.id}",
        ),
    ]


def _add_more(wording: Wording) -> list[Block]:
    return [
        actions(button(wording.say("checkin-add-more"), ActionId.ADD_MORE)),
        context(wording.say("checkin-add-more.hint")),
    ]


def _more(draft: CheckInDraft, wording: Wording) -> list[Block]:
    partner, role = draft.pair.partner.name, draft.pair.role
    kinds = [Choice(kind.value, wording.say("session-kind", kind=kind.name.lower())) for kind in SessionKind]
    return [
        *_checkpoints(draft, wording),
        *clash_of_kind(draft, wording),
        select_field(
            "kind",
            wording.field("checkin-kind", partner=partner),
            kinds,
            draft.kind.value,
            required=bool(draft.seen.kind),
        ),
        _feeling_field(role, draft.feeling, wording),
        section(
            wording.markup("checkin-question", question=reflection_question(role, draft.question, partner, wording))
        ),
        text_field("reflection", wording.field("checkin-reflection"), initial=draft.reflection, lines=True),
    ]


def _checkpoints(draft: CheckInDraft, wording: Wording) -> list[Block]:
    """A field for each goal that has some to tick off."""
    fields = []
    for n, goal in enumerate(draft.goals[:MOST_OPEN]):
        choices = [Choice(each.id or "", checkpoint_words(each, draft.locale, wording)) for each in goal.checkpoints]
        ticked = {each.id or "" for each in goal.checkpoints if each.is_reached}
        words = wording.field("checkin-checkpoints", goal=goal.statement, partner=draft.pair.partner.name)
        # What one pair works towards is nothing to another.
        fields.append(
            ticks_field(_ticked_field(n), words, choices, ticked, block_id=f"{_ticked_field(n)}:{goal.goal_id}")
        )
    return fields


def _ticked_field(n: int) -> str:
    return f"ticked_{n}"


def _win(draft: CheckInDraft, wording: Wording) -> list[Block]:
    partner = draft.pair.partner.name
    return [
        text_field("win", wording.field("checkin-win"), lines=True),
        audience_field(
            "win_audience",
            partner,
            wording,
            pair_id=draft.pair.id,
            offered=all_audiences(channel_is_set=draft.channel_is_set),
        ),
    ]


def _feeling_field(role: Role, feeling: int | None, wording: Wording) -> Block:
    scale = [Choice(str(n), wording.say("checkin-feeling-choice", role=role.value, feeling=n)) for n in FEELINGS]
    chosen = None if feeling is None else str(feeling)
    return select_field("feeling", wording.field("checkin-feeling", role=role.value), scale, chosen)


def _session_id(answers: Answers, context: Context) -> str | None:
    chosen = answers.choice("session_id")
    if chosen == ANOTHER:
        return None
    return chosen or context.session_id


def _feeling(answers: Answers) -> int | None:
    chosen = answers.choice("feeling")
    if chosen is None:
        return None
    if not chosen.isdecimal() or int(chosen) not in FEELINGS:
        raise Refusal(Reason.OUT_OF_DATE)
    return int(chosen)
