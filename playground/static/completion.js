/** Suggestions while somebody types: slash commands at the start, people and channels after @ and #. */

import { announce, avatar, fill, h, uniqueId } from "./dom.js";

const MOST = 8;

function suggestions(text, caret, session) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) {
    return {
      start: 0,
      rows: session.commands.filter(({ command }) => command.startsWith(before.toLowerCase())).map(commandRow),
    };
  }
  const match = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (!match) return { start: 0, rows: [] };
  const wanted = match[2].toLocaleLowerCase();
  const rows = match[1] === "@" ? peopleRows(wanted, session) : channelRows(wanted, session);
  return { start: caret - match[2].length - 1, rows: rows.slice(0, MOST) };
}

function commandRow({ command, description, usage_hint: hint }) {
  return {
    insert: command,
    label: [command, h("span.suggestion-hint", hint ?? "")],
    detail: description,
    spoken: command,
  };
}

function peopleRows(wanted, session) {
  const app = session.person(session.app.bot_user_id);
  const people = [...session.people.filter((person) => !person.deleted), ...(app ? [app] : [])];
  const starts = (person) =>
    [person.name, ...person.real_name.split(" "), person.real_name].some((word) =>
      word.toLocaleLowerCase().startsWith(wanted),
    );
  return people.filter(starts).map((person) => ({
    insert: `@${person.name}`,
    label: [avatar(person, "small"), person.real_name],
    detail: person.title ?? "",
    spoken: person.real_name,
  }));
}

function channelRows(wanted, session) {
  return session.conversations
    .filter(({ kind, name }) => ["channel", "private"].includes(kind) && name.startsWith(wanted))
    .map(({ name, topic }) => ({ insert: `#${name}`, label: [`#${name}`], detail: topic ?? "", spoken: name }));
}

/** Attach suggestions to a text field. `popup` is to be placed beside it; `takes(event)` says that a key was for it. */
export class Completion {
  #rows = [];
  #active = 0;
  #start = 0;

  constructor(field, session) {
    this.field = field;
    this.session = session;
    this.popup = h("div.suggestions", {
      id: uniqueId("suggestions"),
      role: "listbox",
      "aria-label": "Suggestions",
      hidden: true,
    });
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.popup.id);
    field.addEventListener("input", () => this.refresh());
    field.addEventListener("click", () => this.refresh());
    field.addEventListener("blur", () => this.close());
  }

  refresh() {
    const { start, rows } = suggestions(this.field.value, this.field.selectionStart, this.session);
    this.#start = start;
    this.#rows = rows;
    this.#active = 0;
    this.popup.hidden = !rows.length;
    fill(
      this.popup,
      rows.map((row, index) => this.#option(row, index)),
    );
    this.#mark();
    if (rows.length) announce(`${rows.length} ${rows.length === 1 ? "suggestion" : "suggestions"}`);
  }

  close() {
    this.#rows = [];
    this.popup.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Handle a key of the field; true when it was meant for the suggestions. */
  takes(event) {
    if (!this.#rows.length || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#active = (this.#active + step + this.#rows.length) % this.#rows.length;
      this.#mark();
      return true;
    }
    if (event.key === "Escape") {
      this.close();
      return true;
    }
    if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !this.#isWhole())) {
      this.#accept(this.#rows[this.#active]);
      return true;
    }
    return false;
  }

  /** Whether what is typed already is what is suggested, so that Enter may send. */
  #isWhole() {
    const typed = this.field.value.slice(this.#start, this.field.selectionStart);
    return typed.toLowerCase() === this.#rows[this.#active].insert.toLowerCase();
  }

  #accept(row) {
    this.field.setRangeText(`${row.insert} `, this.#start, this.field.selectionStart, "end");
    this.close();
    this.field.focus();
  }

  #option(row, index) {
    return h(
      "div.suggestion",
      {
        id: `${this.popup.id}-${index}`,
        role: "option",
        "aria-selected": "false",
        // The field keeps its focus, else the list would close before the click arrives.
        onmousedown: (event) => {
          event.preventDefault();
          this.#accept(row);
        },
      },
      h("span.suggestion-label", row.label),
      h("span.suggestion-detail", row.detail),
    );
  }

  #mark() {
    [...this.popup.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === this.#active)),
    );
    const active = this.popup.children[this.#active];
    if (!active) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
    return undefined;
  }
}
