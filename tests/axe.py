"""What axe, which checks whether everybody can use a page, finds in it."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Locator

SERIOUS = ["serious", "critical"]

# Rules that find only what is less than serious are not asked, since nobody would hear of it.
_RUN = """
async (element, { levels, colours }) => {
  const asked = ({ id, impact }) => !["minor", "moderate"].includes(impact) && (colours || id !== "color-contrast");
  const others = axe._audit.rules.filter((rule) => !asked(rule));
  const rules = Object.fromEntries(others.map(({ id }) => [id, { enabled: false }]));
  const { violations } = await axe.run(element, { resultTypes: ["violations"], rules, iframes: false, preload: false });
  return violations.filter((one) => levels.includes(one.impact)).map((one) => `${one.id}: ${one.nodes[0].html}`);
}
"""


async def violations(seen: Locator, *, colours: bool = True) -> list[str]:
    """What is serious or critical within a part of a page: the rule and the first place.

    Args:
        seen: The part.
        colours: Whether to look at contrasts as well, which takes longer than everything else together.
    """
    if not await seen.page.evaluate("'axe' in window"):
        await seen.page.evaluate(AXE_SCRIPT)
    found: list[str] = await seen.evaluate(_RUN, {"levels": SERIOUS, "colours": colours})
    return found
