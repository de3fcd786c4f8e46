"""The form in which somebody says of their promises by when, and what became of them."""

from datetime import date

from mentoring.promises import (
    SETTLED,
    PromiseRow,
    PromisesDraft,
    PromiseState,
    PromiseValues,
    Standing,
    due_field,
    state_field,
)
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, actions, button, context, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, date_field, named, select_field
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.markup import shorten
from views.promises import proposal
from views.wording import FieldWords, Wording, dates

# What labels hold of a promise; what is longer stands whole above them, as far as 15 of them fit into a view.
SHORT_LABEL, LONG_LABEL, LONGEST = 50, 150, 1_000
CHOICES = (PromiseState.OPEN, *SETTLED)
# As many can lie on each other.
MOST_FORMS = 3


def promises_form(draft: PromisesDraft, wording: Wording) -> View:
    """The form, with a way to what it has no room for, which opens as another form on top of it."""
    blocks = [
        *_proposals(draft, wording),
        *[block for row in draft.rows for block in _row(row, draft, wording)],
        *_left(draft, wording),
    ]
    if not blocks:
        blocks = [section(wording.markup("promises-none-left"))]
    promises = tuple((row.id, row.seen) for row in draft.rows)
    about = Context(FormId.PROMISES, promises=promises, skipped=draft.skipped)
    title = wording.say("promises-title")
    if not draft.rows:
        return modal(about, title, blocks, close=wording.say("form-close"))
    blocks.insert(0, context(wording.markup("promises-intro")))
    return modal(about, title, blocks, submit=wording.say("form-save"), close=wording.say("form-cancel"))


def parse_promises(view: View) -> tuple[PromiseValues, ...]:
    """What was entered, in the order of the form.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    answers = Answers(view)
    return tuple(_entered(answers, promise_id, seen) for promise_id, seen in decode(view).promises)


def _entered(answers: Answers, promise_id: str, seen: Standing) -> PromiseValues:
    state = answers.one_of(state_field(promise_id), PromiseState)
    if state not in CHOICES:
        raise Refusal(Reason.OUT_OF_DATE)
    return PromiseValues(promise_id, Standing(answers.day(due_field(promise_id)), state), seen)


def _proposals(draft: PromisesDraft, wording: Wording) -> list[Block]:
    if not draft.proposals:
        return []
    blocks = [section(wording.markup("promises-suggested"))]
    for each in draft.proposals:
        blocks.append(context(wording.markup("promises-suggested-by", partner=each.partner.name)))
        blocks += proposal(each.promise, draft.locale, wording, today=draft.today)
    if draft.proposals_left:
        blocks.append(context(wording.markup("promises-suggested-left", count=draft.proposals_left)))
    return blocks


def _row(row: PromiseRow, draft: PromisesDraft, wording: Wording) -> list[Block]:
    return [
        *([section(shorten(row.words, LONGEST))] if _is_long(row) else []),
        *_clash_of_state(row, wording),
        _state(row, wording),
        *clash_of_due(row, draft, wording),
        _due(row, wording),
    ]


def _is_long(row: PromiseRow) -> bool:
    return len(row.words) > LONG_LABEL


def _state(row: PromiseRow, wording: Wording) -> Block:
    label = shorten(row.words, SHORT_LABEL) if _is_long(row) else row.words
    words = wording.field("promises-state", words=label, partner=row.partner.name)
    choices = [Choice(state.value, _state_words(state, wording)) for state in CHOICES]
    # What is the same for many is built once; each promise has its name and its label.
    field = select_field("state", FieldWords("…", words.hint), choices, row.chosen.state.value, required=True)
    return named(field, state_field(row.id), words.label)


def _due(row: PromiseRow, wording: Wording) -> Block:
    words = wording.field("promises-due", words=shorten(row.words, SHORT_LABEL), partner=row.partner.name)
    field = date_field("due_on", FieldWords("…", words.hint), row.chosen.due_on, required=False)
    return named(field, due_field(row.id), words.label)


def _clash_of_state(row: PromiseRow, wording: Wording) -> list[Block]:
    if state_field(row.id) not in row.clashes:
        return []
    here, there = _state_words(row.chosen.state, wording), _state_words(row.seen.state, wording)
    return [section(wording.markup("promises-clash", here=here, there=there))]


def clash_of_due(row: PromiseRow, draft: PromisesDraft, wording: Wording) -> list[Block]:
    """What was chosen here and what elsewhere, where a date was changed twice."""
    if due_field(row.id) not in row.clashes:
        return []
    here, there = _due_words(row.chosen.due_on, draft, wording), _due_words(row.seen.due_on, draft, wording)
    return [section(wording.markup("promises-clash", here=here, there=there))]


def _state_words(state: PromiseState, wording: Wording) -> str:
    if state in CHOICES:
        return wording.say("promises-state-choice", state=state.name.lower())
    return wording.say("promises-other-state", state=state.name.lower())


def _due_words(due_on: date | None, draft: PromisesDraft, wording: Wording) -> str:
    return dates.day(due_on, draft.locale, today=draft.today) if due_on else wording.say("promises-no-date")


def _left(draft: PromisesDraft, wording: Wording) -> list[Block]:
    if not draft.left:
        return []
    blocks = [context(wording.markup("promises-left", count=draft.left))]
    # Each form beneath this one is as full.
    if draft.skipped < (MOST_FORMS - 1) * len(draft.rows):
        blocks.append(actions(button(wording.say("button-promises-left"), ActionId.OLDER_PROMISES)))
    return blocks
