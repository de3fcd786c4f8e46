"""How confident somebody feels, or finds that it goes, session after session: a line of a chart for each pair."""

from mentoring.confidence import Confidence
from mentoring.home import HomePicture
from views.blocks import Block, context, section
from views.markup import Markup
from views.wording import Wording, dates

# One for each of 1 to 5, in steps that a small screen shows. No chart of Slack's goes into App Home.
BARS = "▁▂▄▆█"
FEW = 10


def confidence(picture: HomePicture, wording: Wording) -> list[Block]:
    """The newest scores of each pair as bars, and in words for whoever cannot see them; nobody else reads any."""
    if not picture.confidence:
        return []
    more = picture.left_out.confidence
    return [
        section(wording.markup("home-confidence", role=_role(picture.confidence))),
        *(section(_line(each, picture, wording)) for each in picture.confidence),
        context(wording.markup("home-confidence-readers")),
        *([context(wording.markup("home-confidence-more", count=more))] if more else []),
    ]


def _role(lines: tuple[Confidence, ...]) -> str:
    """By which of the two questions the whole is called."""
    roles = {each.role.value for each in lines}
    return roles.pop() if len(roles) == 1 else "both"


def _line(line: Confidence, picture: HomePicture, wording: Wording) -> Markup:
    today, locale = picture.now.date(), picture.locale
    first, last = line.scores[0], line.scores[-1]
    partner = line.partner.name
    if len(line.scores) == 1:
        # A single bar shows no course.
        bars, day = "", dates.day(last.on, locale, today=today)
        said = wording.markup("home-confidence-one", value=last.value, day=day)
    else:
        # A few are drawn wide, so that they are not lost on the page.
        width = 2 if len(line.scores) <= FEW else 1
        bars = "".join(BARS[score.value - 1] * width for score in line.scores)
        said = wording.markup(
            "home-confidence-line",
            values=", ".join(str(score.value) for score in line.scores),
            start=dates.day_and_month(first.on, locale),
            end=dates.day_and_month(last.on, locale),
            shown=len(line.scores),
            count=line.count,
            is_all="yes" if line.count == len(line.scores) else "no",
        )
    return Markup.lines(
        wording.markup("home-confidence-pair", partner=partner, role=line.role.value) if _is_named(picture) else "",
        bars,
        said,
    )


def _is_named(picture: HomePicture) -> bool:
    return len(picture.pairs) > 1
