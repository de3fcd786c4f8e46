"""The form of the horizon check: five questions, and before them, what of the answers will show."""

from mentoring.horizon import COMPARED, SCALES, UNSAID, Answers, HorizonDraft, HorizonValues, Subject
from mentoring.refusals import Reason, Refusal, refuse
from views.blocks import Block, View, actions, button, context, section
from views.forms.answers import Answers as Entered
from views.forms.context import Context, decode
from views.forms.fields import Choice, radio_field
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.markup import Markup
from views.wording import FieldWords, Wording, dates


def horizon_form(draft: HorizonDraft, wording: Wording) -> View:
    """The questions while the check is open; once both have answered, or before the first, what there is to read."""
    if draft.round and draft.compared is None:
        return _questions(draft, wording)
    blocks = _not_yet(draft, wording) if draft.round is None else _complete(draft, wording)
    return _to_read(draft, [*blocks, *_earlier(draft, wording), *_way_out(draft.pair_id, wording)], wording)


def saved_horizon_form(draft: HorizonDraft, wording: Wording) -> View:
    """In place of the questions, once they are answered: the same whether or not the partner has answered."""
    return _to_read(
        draft,
        [
            section(wording.markup("horizon-saved")),
            context(wording.markup("horizon-saved-next")),
            *_way_out(draft.pair_id, wording),
        ],
        wording,
    )


def parse_horizon(view: View) -> HorizonValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
        Refusals: `EMPTY` at a question without an answer.
    """
    form, entered = decode(view), Entered(view)
    if form.pair_id is None or form.round is None:
        raise Refusal(Reason.OUT_OF_DATE)
    given = tuple(entered.choice(subject) for subject in Subject)
    refuse([Refusal(Reason.EMPTY, subject) for subject, each in zip(Subject, given, strict=True) if each is None])
    return HorizonValues(form.pair_id, form.round, Answers(tuple(each or UNSAID for each in given)))


def _questions(draft: HorizonDraft, wording: Wording) -> View:
    again = [context(wording.markup("horizon-again"))] if draft.mine else []
    return modal(
        Context(FormId.HORIZON, pair_id=draft.pair_id, round=draft.round),
        wording.say("horizon-title"),
        [
            section(wording.markup("horizon-intro")),
            section(wording.markup("horizon-shows", partner=draft.partner.name)),
            context(wording.markup("horizon-silent")),
            *again,
            *(_question(subject, draft.mine, wording) for subject in Subject),
            *_earlier(draft, wording),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def _question(subject: Subject, mine: Answers | None, wording: Wording) -> Block:
    choices = [Choice(each, _answer(subject, each, wording)) for each in (*SCALES[subject], UNSAID)]
    is_compared = subject in COMPARED
    words = FieldWords(
        wording.say(f"horizon-ask-{subject}"),
        wording.say("horizon-read-and-compared" if is_compared else "horizon-read-and-kept"),
    )
    return radio_field(subject, words, choices, mine.to(subject) if mine else None)


def _to_read(draft: HorizonDraft, blocks: list[Block], wording: Wording) -> View:
    title, close = wording.say("horizon-title"), wording.say("form-close")
    return modal(Context(FormId.MESSAGE, pair_id=draft.pair_id), title, blocks, close=close)


def _not_yet(draft: HorizonDraft, wording: Wording) -> list[Block]:
    if draft.first_on is None:
        return []
    day = dates.day(draft.first_on, draft.locale)
    return [section(wording.markup("horizon-not-yet", partner=draft.partner.name, day=day))]


def _complete(draft: HorizonDraft, wording: Wording) -> list[Block]:
    showed = wording.markup("horizon-showed-alike")
    if draft.compared:
        subjects = (wording.say(f"horizon-subject-{subject}") for subject in draft.compared)
        items = (wording.markup("horizon-item", subject=subject) for subject in subjects)
        showed = Markup.lines(wording.markup("horizon-showed-different"), *items)
    mine = [section(wording.markup("horizon-mine")), answer_lines(draft.mine, wording)] if draft.mine else []
    return [section(wording.markup("horizon-over", partner=draft.partner.name)), section(showed), *mine]


def _earlier(draft: HorizonDraft, wording: Wording) -> list[Block]:
    return [
        block
        for each in draft.before
        for block in (
            section(wording.markup("horizon-earlier", day=dates.day(each.on, draft.locale))),
            answer_lines(each.answers, wording),
        )
    ]


def answer_lines(answers: Answers, wording: Wording) -> Block:
    """What somebody answered, for them alone, a line for each question."""
    lines = (
        wording.markup(
            "horizon-line",
            subject=wording.say(f"horizon-subject-{subject}"),
            answer=_answer(subject, answers.to(subject), wording),
        )
        for subject in Subject
    )
    return section(Markup.lines(*lines))


def _answer(subject: Subject, answer: str, wording: Wording) -> str:
    return wording.say("horizon-say-nothing") if answer == UNSAID else wording.say(f"horizon-say-{subject}-{answer}")


def _way_out(pair_id: str, wording: Wording) -> list[Block]:
    """The same for everybody, whatever they answered."""
    return [
        context(wording.markup("horizon-trouble")),
        actions(button(wording.say("button-trouble"), ActionId.OPEN_TROUBLE, pair_id)),
    ]
