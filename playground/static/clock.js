/** The time where the acting person is, and the buttons that move the workspace's clock ahead. */

import { coalesced, shared } from "./api.js";
import { showComing } from "./coming.js";
import { clockFace, fullTime, isoDay } from "./dates.js";
import { announce, fill, h, toast, uniqueId } from "./dom.js";
import { zoneName } from "./switcher.js";

const SECOND = 1000;

/** How long to wait before what is to come is read again: much may happen at once. */
const SETTLE = 700;

export class Clock {
  #ahead = { coming: null, skips: {} };
  #skip = null;
  #reading = null;

  /** @param {() => void} arrived  called when the clock stands somewhere else after a skip */
  constructor(root, session, arrived) {
    this.root = root;
    this.session = session;
    this.arrived = arrived;
    this.time = h("time.clock-time");
    this.reasonId = uniqueId("reason");
    this.buttons = {
      morning: this.#button("morning", "to", "tomorrow morning"),
      week: this.#button("week", "", "a week"),
      next: this.#button("next", "to the", "next nudge"),
    };
    const group = { role: "group", "aria-label": "Skip", hidden: true };
    this.skips = h("div.clock-skips", group, Object.values(this.buttons));
    this.account = h("div.clock-account", { hidden: true });
    this.coming = h("div.coming-place");
    this.refresh = coalesced(() => this.#load());
    fill(
      root,
      h(
        "div.clock-bar",
        h("p.clock-face", { role: "timer" }, this.time, h("span.clock-zone", ` in ${zoneName(session.zone)}`)),
        this.skips,
      ),
      this.account,
      this.coming,
    );
    setInterval(() => this.#tick(), SECOND);
    this.#tick();
  }

  #button(name, to, where) {
    return h(
      "button.button.clock-skip",
      { onclick: () => this.#go(name) },
      h("span.clock-skip-word", `Skip ${to} `),
      h("span", where),
    );
  }

  #tick() {
    const { zone, locale } = this.session;
    const now = this.session.now();
    const shown = clockFace(now, zone, locale);
    if (shown === this.time.textContent) return;
    this.time.textContent = shown;
    this.time.dateTime = now.toISOString();
    this.root.querySelector(".clock-zone").textContent = ` in ${zoneName(zone)}`;
  }

  /** Take in what the server says of the clock: GET /people/clock, or an event. */
  learn(clock) {
    this.session.setClock(clock.now);
    this.#tick();
    if (clock.skip === undefined) return;
    const was = this.#skip;
    this.#skip = clock.skip;
    this.#showAccount();
    this.#showSkips();
    if (was?.is_under_way && !this.#skip?.is_under_way) {
      announce(`It is ${this.#named(this.session.now())}.`);
      this.arrived();
      this.refresh();
    }
  }

  /** Read soon what is to come: something has happened that may have changed it. */
  refreshSoon() {
    if (this.#ahead.coming === null || this.#skip?.is_under_way) return;
    this.#reading ??= setTimeout(() => {
      this.#reading = null;
      this.refresh();
    }, SETTLE);
  }

  async #load() {
    this.#ahead = await this.session.api.ahead();
    const { morning } = this.#ahead.skips;
    const { zone } = this.session;
    const isToday = morning && isoDay(new Date(morning), zone) === isoDay(this.session.now(), zone);
    this.buttons.morning.lastElementChild.textContent = isToday ? "this morning" : "tomorrow morning";
    this.#showSkips();
    showComing(this.coming, this.#ahead, this.session, this.reasonId);
  }

  #named(instant) {
    return fullTime(instant, this.session.zone, this.session.locale);
  }

  #showSkips() {
    const { coming, skips } = this.#ahead;
    this.skips.hidden = !Object.keys(skips).length;
    this.buttons.next.hidden = coming === null;
    for (const [name, button] of Object.entries(this.buttons)) {
      const to = skips[name] && new Date(skips[name]);
      const idle = to && !this.#skip?.is_under_way;
      button.title = to ? this.#named(to) : "";
      // It stays where the keyboard finds it, and says why nothing happens.
      button.setAttribute("aria-disabled", String(!idle));
      if (name === "next" && !to) button.setAttribute("aria-describedby", this.reasonId);
      else button.removeAttribute("aria-describedby");
    }
  }

  async #go(name) {
    if (this.buttons[name].getAttribute("aria-disabled") === "true") return;
    try {
      // What is meant is the morning after this moment, not after the last reading.
      await this.refresh();
      const to = this.#ahead.skips[name];
      if (to) await shared.skip(to);
    } catch (refusal) {
      toast(refusal.message);
    }
  }

  #showAccount() {
    const skip = this.#skip;
    this.account.hidden = !skip;
    if (!skip) return;
    if (skip.is_under_way) this.#showProgress(skip);
    else this.#showOutcome(skip);
  }

  #showProgress(skip) {
    const [from, to, now] = [Date.parse(skip.from), Date.parse(skip.to), this.session.now().getTime()];
    const done = Math.min(1, Math.max(0, (now - from) / (to - from)));
    if (this.account.dataset.skip !== skip.from) {
      this.account.dataset.skip = skip.from;
      this.progress = h("progress.clock-progress", { max: "1", "aria-label": "How far the clock is" });
      this.underWay = h("span.clock-told");
      fill(
        this.account,
        h("span", `Skipping to ${this.#named(new Date(to))}, with all that is due on the way…`),
        this.progress,
        this.underWay,
        h("button.button", { onclick: () => shared.putSkipAway() }, "Stop here"),
      );
    }
    this.progress.value = done;
    fill(this.underWay, this.#came(skip));
  }

  #showOutcome(skip) {
    delete this.account.dataset.skip;
    fill(
      this.account,
      h(
        "p.clock-told",
        skip.why ? h("strong", `${skip.why} The clock was on its way to ${this.#named(new Date(skip.to))}. `) : null,
        this.#came(skip),
      ),
      h("button.icon-button", { "aria-label": "Hide this", onclick: () => shared.putSkipAway() }, "×"),
    );
  }

  /** "New on the way: 2 for you, 1 for Tom", with links to where they are. */
  #came(skip) {
    if (!skip.came.length) return skip.is_under_way ? "Nothing new so far." : "Nothing new came on the way.";
    const isMine = (place) => Boolean(this.session.conversation(place.conversation));
    const parts = skip.came.toSorted((one, other) => isMine(other) - isMine(one)).map((place) => this.#place(place));
    return ["New on the way: ", parts.flatMap((part, index) => (index ? [", ", part] : [part])), "."];
  }

  #place({ conversation, users, count }) {
    const { session } = this;
    const seen = session.conversation(conversation);
    if (seen) {
      const where = seen.kind === "app" ? "for you" : `in ${session.named(seen)}`;
      return h("a", { href: session.address(conversation) }, `${count} ${where}`);
    }
    const people = users.map((id) => session.person(id)).filter(Boolean);
    if (!people.length) return `${count} elsewhere`;
    const names = people.map((person) => person.real_name).join(" and ");
    const href = session.address(conversation, people[0].id);
    return h("a", { href, title: `Act as ${people[0].real_name}` }, `${count} for ${names}`);
  }
}
