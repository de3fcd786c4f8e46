"""What axe, which checks whether everybody can use a page, finds in it."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Locator

SERIOUS = ["serious", "critical"]

_RUN = """
async (element, levels) => {
  const { violations } = await axe.run(element, { resultTypes: ["violations"], iframes: false, preload: false });
  return violations.filter((one) => levels.includes(one.impact)).map((one) => `${one.id}: ${one.nodes[0].html}`);
}
"""


async def violations(seen: Locator) -> list[str]:
    """What is serious or critical within a part of a page: the rule and the first place."""
    if not await seen.page.evaluate("'axe' in window"):
        await seen.page.evaluate(AXE_SCRIPT)
    found: list[str] = await seen.evaluate(_RUN, SERIOUS)
    return found
