"""The form with which one of a pair proposes an agreement, or changes it."""

from mentoring.agreements import AgreementDraft, AgreementValues, Term, Terms
from mentoring.refusals import Reason, Refusal
from views.agreements import LONGEST, terms_in_full
from views.blocks import Block, View, divider, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.wording import FieldWords, Wording

SEEN = "agreement"
# Whole sentences go there.
IN_LINES = (Term.CONFIDENTIALITY, Term.FEEDBACK, Term.BUSY)


def agreement_form(draft: AgreementDraft, wording: Wording, picked: int | None = None) -> View:
    """The form: how often, and six things in words, of which one is suggested to a pair that has no agreement yet.

    `picked` is the rhythm chosen in a form that is drawn again, in days.
    """
    partner = draft.partner.name
    return modal(
        Context(FormId.AGREEMENT, pair_id=draft.pair_id, fingerprints={SEEN: draft.seen}),
        wording.say("agreement-title"),
        [
            *_head(draft, wording),
            *rhythm_fields(draft.terms.rhythm_days, wording, whose="own", partner=partner, picked=picked),
            *(_term(term, words, draft, wording) for term, words in _fields(partner, wording).items()),
        ],
        submit=wording.say("agreement-submit"),
        close=wording.say("form-cancel"),
    )


def parse_agreement(view: View) -> AgreementValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `BAD_RHYTHM` at "rhythm_days".
    """
    about, answers = decode(view), Answers(view)
    seen = about.fingerprints.get(SEEN)
    if about.pair_id is None or seen is None:
        raise Refusal(Reason.OUT_OF_DATE)
    words = {term.value: (answers.text(term.value) or "")[:LONGEST] or None for term in Term}
    return AgreementValues(about.pair_id, Terms(parse_rhythm(answers), **words), seen)


def _head(draft: AgreementDraft, wording: Wording) -> list[Block]:
    if draft.meanwhile:
        return [
            section(wording.markup("agreement-clash")),
            *terms_in_full(draft.meanwhile, draft.meanwhile.rhythm_days, wording),
            divider(),
            section(wording.markup("agreement-clash-form")),
        ]
    stands = "agreed" if draft.agreed else "none"
    if draft.waiting:
        stands = "mine" if draft.waiting.by_me else "theirs"
    return [section(wording.markup("agreement-intro", stands=stands, partner=draft.partner.name))]


def _fields(partner: str, wording: Wording) -> dict[Term, FieldWords]:
    return {
        Term.CHANNEL: wording.field("agreement-term-channel", partner=partner),
        Term.FOCUS: wording.field("agreement-term-focus", partner=partner),
        Term.STAYS_OUT: wording.field("agreement-term-stays-out", partner=partner),
        Term.CONFIDENTIALITY: wording.field("agreement-term-confidentiality", partner=partner),
        Term.FEEDBACK: wording.field("agreement-term-feedback", partner=partner),
        Term.BUSY: wording.field("agreement-term-busy", partner=partner),
    }


def _term(term: Term, words: FieldWords, draft: AgreementDraft, wording: Wording) -> Block:
    initial = draft.terms.words(term)
    is_new = draft.waiting is None and draft.agreed is None and draft.meanwhile is None
    if is_new and term is Term.CONFIDENTIALITY:
        initial = wording.say("agreement-confidentiality-suggested")
    return text_field(term.value, words, initial=initial, lines=term in IN_LINES, most=LONGEST)
