"""An agreement as people read it: what it says, and what a version says otherwise than the one before."""

from mentoring.agreements import Term, Terms, Version, changed_terms, changes_rhythm
from views.blocks import Block, section
from views.markup import Markup, shorten
from views.wording import Wording

# Of each thing in words, and of each where all are to be read at a glance.
LONGEST, GLANCE = 400, 120


def term_title(term: Term, wording: Wording) -> str:
    """What a term is about; the label of its field as well."""
    return wording.say(f"agreement-term-{term.value.replace('_', '-')}")


def terms_in_full(terms: Terms, rhythm_days: int, wording: Wording) -> list[Block]:
    """All that is said, each under its title. `rhythm_days`: how often the pair means to meet now."""
    said = [(term, terms.words(term)) for term in Term]
    return [
        section(_rhythm(terms, rhythm_days, wording)),
        *(section(Markup.lines(_title(term, wording), words)) for term, words in said if words),
    ]


def terms_at_a_glance(terms: Terms, wording: Wording) -> Block:
    """The same in one paragraph, a line each."""
    rhythm = wording.say("rhythm-in-a-sentence", days=terms.rhythm_days)
    said = [(term_title(term, wording), terms.words(term)) for term in Term]
    lines = [(wording.say("agreement-rhythm"), rhythm), *((title, words) for title, words in said if words)]
    return section(
        Markup.lines(
            *(
                wording.markup("agreement-short", term=title, words=shorten(" ".join(words.split()), GLANCE))
                for title, words in lines
            )
        )
    )


def changes(version: Version, wording: Wording) -> list[Block]:
    """Each thing that a version says otherwise: what it was, and what it is to be."""
    before = version.before
    if before is None:
        return []
    was_rhythm, rhythm = (
        wording.say("rhythm-in-a-sentence", days=terms.rhythm_days) for terms in (before, version.terms)
    )
    title = wording.markup("agreement-changed-rhythm")
    return [
        *([section(_change(title, was_rhythm, rhythm, wording))] if changes_rhythm(version) else []),
        *(
            section(_change(_title(term, wording), before.words(term), version.terms.words(term), wording))
            for term in changed_terms(version)
        ),
    ]


def _rhythm(terms: Terms, rhythm_days: int, wording: Wording) -> Markup:
    says, now = (wording.say("rhythm-in-a-sentence", days=days) for days in (terms.rhythm_days, rhythm_days))
    if says == now:
        return wording.markup("agreement-says-rhythm", rhythm=says)
    return wording.markup("agreement-says-rhythm-otherwise", rhythm=says, now=now)


def _title(term: Term, wording: Wording) -> Markup:
    return Markup(f"*{term_title(term, wording)}*")


def _change(title: Markup, was: str | None, now: str | None, wording: Wording) -> Markup:
    return Markup.lines(
        title,
        # Not as an argument: nothing may be cut of what somebody is to agree to.
        wording.markup("agreement-was") + f" {was}" if was else wording.markup("agreement-was-nothing"),
        wording.markup("agreement-now") + f" {now}" if now else wording.markup("agreement-now-nothing"),
    )
