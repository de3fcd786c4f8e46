"""Somebody in several pairs wants something for one of them: which one?"""

from collections.abc import Sequence

from mentoring.pairs import PairChoice
from views.blocks import View, button, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.wording import Wording

MOST = 50


def which_pair_form(pairs: Sequence[PairChoice], action: ActionId, wording: Wording) -> View:
    """Each pair with a button for what is wanted."""
    lines = [
        section(
            wording.markup("form-pair-choice", partner=pair.partner.name, role=pair.role.value),
            button(wording.say("which-pair-this"), action, pair.id),
        )
        for pair in pairs[:MOST]
    ]
    title, question = wording.say("which-pair-title"), wording.say("form-pair")
    return modal(Context(FormId.MESSAGE), title, [section(question), *lines], close=wording.say("form-cancel"))
