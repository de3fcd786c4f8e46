/** Where somebody writes: messages, slash commands and the app's shortcuts. */

import { Completion } from "./completion.js";
import { h, uniqueId } from "./dom.js";
import { menu } from "./menu.js";

export class Composer {
  #drafts = new Map();

  /** @param {() => Promise<void>} onSent  called when the server has taken a message or a command */
  constructor(session, onSent) {
    this.session = session;
    this.onSent = onSent;
    const problemId = uniqueId("problem");
    this.field = h("textarea", {
      class: "composer-field", rows: 1, "aria-label": "Message", "aria-describedby": problemId, autocomplete: "off", spellcheck: "true",
      onkeydown: (event) => this.#key(event),
    });
    this.problem = h("p", { class: "composer-problem", id: problemId, role: "alert" });
    this.completion = new Completion(this.field, session);
    this.sendButton = h("button", { type: "button", class: "button button-primary composer-send", onclick: () => this.#send() }, "Send");
    this.node = h("div", { class: "composer" },
      this.problem,
      this.completion.popup,
      h("div", { class: "composer-box" },
        this.field,
        h("div", { class: "composer-tools" },
          this.#shortcuts(),
          h("button", { type: "button", class: "button button-quiet", title: "Slash commands", "aria-label": "Slash commands", onclick: () => this.#offerCommands() }, "/"),
          h("span", { class: "composer-help" }, "Enter sends, Shift + Enter begins a new line"),
          this.sendButton)));
  }

  /** Write in another conversation; what was begun in this one is kept for later. */
  show(conversation) {
    if (this.conversation?.id === conversation.id) return;
    if (this.conversation) this.#drafts.set(this.conversation.id, this.field.value);
    this.conversation = conversation;
    this.field.value = this.#drafts.get(conversation.id) ?? "";
    const sign = ["channel", "private"].includes(conversation.kind) ? "#" : "";
    this.field.placeholder = `Message ${sign}${this.session.title(conversation)}`;
    this.problem.textContent = "";
    this.completion.close();
  }

  #shortcuts() {
    const shortcuts = this.session.shortcuts.filter((shortcut) => shortcut.type === "global");
    if (!shortcuts.length) return null;
    const trigger = h("button", { type: "button", class: "button button-quiet", "aria-label": "Shortcuts", title: "Shortcuts" }, "⚡");
    return menu(trigger, () => shortcuts.map((shortcut) => ({
      label: shortcut.name,
      detail: shortcut.description,
      choose: () => this.#attempt(() => this.session.api.shortcut(shortcut.callback_id)),
    })));
  }

  #offerCommands() {
    if (!this.field.value.startsWith("/")) this.field.value = "/";
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.completion.refresh();
  }

  #key(event) {
    if (this.completion.takes(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  async #send() {
    const text = this.field.value;
    if (!text.trim()) return;
    const { id } = this.conversation;
    this.field.value = "";
    this.completion.close();
    const sent = await this.#attempt(() => this.session.api.say(id, text.trim()));
    // What could not be sent comes back, unless something new has been begun since.
    if (!sent && this.conversation.id === id && !this.field.value) this.field.value = text;
  }

  async #attempt(deed) {
    this.problem.textContent = "";
    this.sendButton.setAttribute("aria-busy", "true");
    try {
      await deed();
      return true;
    } catch (refusal) {
      this.problem.textContent = refusal.message;
      return false;
    } finally {
      this.sendButton.removeAttribute("aria-busy");
      await this.onSent();
    }
  }
}
