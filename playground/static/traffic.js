/** The traffic between the app and the workspace, as a drawer at the foot of the page. */

import { coalesced, shared } from "./api.js";
import { fill, h, reconcile } from "./dom.js";
import { Faults } from "./faults.js";

/** As many as the server keeps. */
const KEPT = 400;

const TO_APP = ["slash_commands", "interactive", "events_api", "socket"];

const CHOICES = {
  all: ["Everything", () => true],
  calls: ["From the app", (entry) => !TO_APP.includes(entry.kind)],
  payloads: ["To the app", (entry) => TO_APP.includes(entry.kind)],
  failed: ["What failed", (entry) => Boolean(entry.error || entry.fault || entry.status >= 400)],
};

export class Traffic {
  #entries = new Map();
  #latest = 0;

  /** @param {HTMLElement} root  the drawer */
  constructor(root, session) {
    this.root = root;
    this.session = session;
    this.faults = new Faults();
    this.refreshEntries = coalesced(() => this.#load());
    this.list = h("ol.traffic-list", { role: "list", "aria-label": "Calls and payloads" });
    this.nothing = h("p.traffic-nothing", "Nothing here yet.");
    const show = () => this.#show();
    this.filter = h("input.field-control.traffic-filter", {
      type: "search",
      placeholder: "Filter",
      "aria-label": "Filter the traffic",
      oninput: show,
    });
    this.choice = h(
      "select.field-control.field-select.traffic-choice",
      { "aria-label": "Which traffic", onchange: show },
      Object.entries(CHOICES).map(([value, [label]]) => h("option", { value }, label)),
    );
    fill(
      root,
      h(
        "div.traffic-head",
        h("h2", { id: "traffic-title" }, "Traffic"),
        this.filter,
        this.choice,
        h("button.button.button-quiet", { onclick: () => this.#clear() }, "Clear"),
        h("button.icon-button", { "aria-label": "Close the traffic", onclick: () => this.close() }, "×"),
      ),
      h("div.traffic-body", { tabindex: "0" }, this.faults.node, this.list, this.nothing),
    );
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** Open it; `opener` has the focus again when it closes. */
  async open(opener) {
    this.opener = opener;
    this.root.hidden = false;
    this.filter.focus();
    await this.refresh();
  }

  close() {
    this.root.hidden = true;
    this.opener?.focus();
  }

  /** Read what is new, if anybody looks. */
  async refresh() {
    if (this.isOpen) await Promise.all([this.refreshEntries(), this.faults.refresh()]);
  }

  async #load() {
    const { entries, latest } = await shared.traffic(this.#latest);
    // Another server counts from the beginning.
    if (latest < this.#latest) {
      this.#entries.clear();
      this.#latest = 0;
      return this.#load();
    }
    this.#latest = latest;
    for (const entry of entries) this.#entries.set(entry.id, entry);
    for (const id of [...this.#entries.keys()].slice(0, -KEPT)) this.#entries.delete(id);
    this.#show();
    return null;
  }

  async #clear() {
    await shared.clearTraffic();
    this.#entries.clear();
    this.#show();
  }

  #show() {
    const words = this.filter.value.toLowerCase();
    const [, fits] = CHOICES[this.choice.value];
    const shown = [...this.#entries.values()].filter((entry) => fits(entry) && says(entry, words)).reverse();
    reconcile(
      this.list,
      shown.map((entry) => ({
        key: String(entry.id),
        signature: JSON.stringify([entry.milliseconds, entry.note]),
        build: () => this.#item(entry),
      })),
    );
    this.nothing.hidden = shown.length > 0;
  }

  #item(entry) {
    const outward = TO_APP.includes(entry.kind);
    const content = h("div.traffic-content");
    const at = new Date(entry.at);
    const time = at.toLocaleTimeString(this.session.locale, { timeZone: this.session.zone });
    const failed = entry.error || entry.status >= 400;
    return h(
      "li",
      h(
        "details.traffic-entry",
        { ontoggle: (event) => event.target.open && fill(content, details(entry)) },
        h(
          "summary",
          h("time", { datetime: entry.at }, time),
          h("span.traffic-way", { "aria-label": outward ? "to the app" : "from the app", role: "img" }, outward ? "→" : "←"),
          h("span.traffic-name", entry.name),
          h("span", { class: failed ? "traffic-failed" : "traffic-fine" }, outcome(entry)),
          entry.fault ? h("span.traffic-fault", entry.fault) : null,
        ),
        content,
      ),
    );
  }
}

function says(entry, words) {
  return !words || JSON.stringify([entry.name, entry.error, entry.fault, entry.sent, entry.answer]).toLowerCase().includes(words);
}

function outcome(entry) {
  const took = entry.milliseconds === null ? "under way" : `${entry.milliseconds} ms`;
  return [entry.status === 200 ? null : entry.status, entry.error, took].filter(Boolean).join(" · ");
}

function details(entry) {
  return [
    entry.note ? h("p", entry.note) : null,
    entry.places.map(({ place, problem }) => h("p.traffic-place", place ? h("code", place) : null, ` ${problem}`)),
    part("Sent", entry.sent),
    entry.answer === null ? null : part("Answered", entry.answer),
  ];
}

function part(title, value) {
  return [h("h3", title), h("pre", { tabindex: "0", "aria-label": title }, JSON.stringify(unpacked(value), null, 2))];
}

/** Blocks and views that came as a text inside a form are shown as what they are. */
function unpacked(value) {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (typeof inner !== "string" || !/^[[{]/.test(inner)) return [name, inner];
      try {
        return [name, JSON.parse(inner)];
      } catch {
        return [name, inner];
      }
    }),
  );
}
