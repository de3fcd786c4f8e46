"""`/mentoring review`: somebody looks back, shares it if they like, and thanks their partner."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from handlers.profiles import profile_of
from mentoring.pairs import Role
from mentoring.reviews import ReviewKind
from services.context import Services
from services.look_back import prepare_review, reopen_review, save_review
from services.read_reviews import read_reviews
from services.share_review import prepare_sharing, share_review
from services.thank_partner import prepare_thanks, thank
from services.wish_to_join import wish_to_join
from views.forms.context import decode
from views.forms.reviews import (
    LINES_A_PAGE,
    WRITE,
    parse_review,
    review_form,
    reviews_form,
    saved_review_form,
    wished_form,
)
from views.forms.share_review import parse_preview, parse_sharing, preview_form, shared_form, sharing_form
from views.forms.thank_you import parse_thanks, thanks_form
from views.ids import ActionId, FormId
from views.wording import Wording

LOOKS_BACK_ON: dict[str, ReviewKind] = {action.value: kind for kind, action in WRITE.items()}


async def open_reviews(call: Call, services: Services, wording: Wording) -> None:
    """Open the list of all that this person can write, and has written."""
    await call.open(reviews_form(await read_reviews(services, call.actor), wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the forms, for the sharing of what they say, and for the note of thanks."""
    _register_writing(listening, services, wording)
    _register_telling(listening, services, wording)


def _register_writing(listening: Listening, services: Services, wording: Wording) -> None:
    async def show_all(call: Call) -> None:
        await open_reviews(call, services, wording)

    async def show(call: Call) -> None:
        draft = await prepare_review(services, call.actor, LOOKS_BACK_ON[call.name], call.value)
        await call.open(review_form(draft, wording))

    async def show_again(call: Call) -> None:
        await call.open(review_form(await reopen_review(services, call.actor, call.value), wording))

    async def save(call: Call) -> None:
        saved = await save_review(services, call.actor, parse_review(call.view), call.form_id)
        await call.redraw(saved_review_form(saved, wording))

    def turning(by: int) -> Listener:
        async def listen(call: Call) -> None:
            skip = max(0, decode(call.view).skipped + by)
            await call.redraw(reviews_form(await read_reviews(services, call.actor), wording, skip=skip))

        return listen

    listening.action(ActionId.OPEN_REVIEWS, show_all)
    listening.action(ActionId.NEWER_REVIEWS, turning(-LINES_A_PAGE))
    listening.action(ActionId.OLDER_REVIEWS, turning(LINES_A_PAGE))
    for action in WRITE.values():
        listening.action(action, show)
    listening.action(ActionId.OPEN_REVIEW, show_again)
    listening.submission(FormId.REVIEW, save)


def _register_telling(listening: Listening, services: Services, wording: Wording) -> None:
    async def show_sharing(call: Call) -> None:
        await call.open(sharing_form(await prepare_sharing(services, call.actor, call.value), wording))

    async def share(call: Call) -> None:
        values = parse_preview(call.view)
        if values is None:
            review_id, questions = parse_sharing(call.view)
            sharing = (await prepare_sharing(services, call.actor, review_id)).only(questions)
            await call.redraw(preview_form(sharing, wording))
            return
        sharing, is_shared = await share_review(services, call.actor, values, call.form_id)
        if is_shared:
            await call.redraw(shared_form(sharing.partner.name, wording))
        else:
            await call.redraw(preview_form(sharing, wording, is_changed=True))

    async def show_thanks(call: Call) -> None:
        await call.open(thanks_form(await prepare_thanks(services, call.actor, call.value), wording))

    async def submit_thanks(call: Call) -> None:
        await thank(services, call.actor, parse_thanks(call.view), call.form_id)

    async def wish(call: Call) -> None:
        workspace = call.actor.workspace
        who = await profile_of(call.client, workspace, call.actor.user)
        await wish_to_join(services, workspace, who, Role.MENTOR)
        await call.redraw(wished_form(wording))

    listening.action(ActionId.SHARE_REVIEW, show_sharing)
    listening.submission(FormId.SHARE_REVIEW, share)
    listening.action(ActionId.THANK_PARTNER, show_thanks)
    listening.submission(FormId.THANK_YOU, submit_thanks)
    listening.action(ActionId.WOULD_MENTOR, wish)
