/** Where somebody writes: messages, slash commands and the app's shortcuts. */

import { Completion } from "./completion.js";
import { h, uniqueId } from "./dom.js";
import { menu } from "./menu.js";

/** Refusals of a command that the person reads among the messages already. */
const SAID_THERE = ["unknown_command", "dispatch_failed", "operation_timeout"];

export class Composer {
  #drafts = new Map();

  /** @param {() => Promise<void>} onSent  called when the server has taken a message or a command */
  constructor(session, onSent) {
    this.session = session;
    this.onSent = onSent;
    const problemId = uniqueId("problem");
    this.field = h("textarea.composer-field", {
      rows: 1,
      "aria-label": "Message",
      "aria-describedby": problemId,
      autocomplete: "off",
      spellcheck: "true",
      onkeydown: (event) => this.#key(event),
    });
    this.problem = h("p.composer-problem", { id: problemId, role: "alert" });
    this.completion = new Completion(this.field, session);
    this.sendButton = h("button.button.button-primary.composer-send", { onclick: () => this.#sendAndStay() }, "Send");
    this.node = h(
      "div.composer",
      this.problem,
      this.completion.popup,
      h(
        "div.composer-box",
        this.field,
        h(
          "div.composer-tools",
          this.#shortcuts(),
          h(
            "button.button.button-quiet",
            { title: "Slash commands", "aria-label": "Slash commands", onclick: () => this.#offerCommands() },
            "/",
          ),
          h("span.composer-help", "Enter sends, Shift + Enter begins a new line"),
          this.sendButton,
        ),
      ),
    );
  }

  /** Write in another conversation; what was begun in this one is kept for later. */
  show(conversation) {
    if (this.conversation?.id === conversation.id) return;
    if (this.conversation) this.#drafts.set(this.conversation.id, this.field.value);
    this.conversation = conversation;
    this.field.value = this.#drafts.get(conversation.id) ?? "";
    this.field.placeholder = `Message ${this.session.named(conversation)}`;
    this.problem.textContent = "";
    this.completion.close();
  }

  #shortcuts() {
    const shortcuts = this.session.shortcuts.filter((shortcut) => shortcut.type === "global");
    if (!shortcuts.length) return null;
    const trigger = h("button.button.button-quiet", { "aria-label": "Shortcuts", title: "Shortcuts" }, "⚡");
    return menu(trigger, () =>
      shortcuts.map((shortcut) => ({
        label: shortcut.name,
        detail: shortcut.description,
        choose: () => this.#attempt(() => this.session.api.shortcut(shortcut.callback_id)),
      })),
    );
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

  /** Send by mouse or touch; what comes next is typed, so the field has the focus again. */
  #sendAndStay() {
    this.field.focus();
    return this.#send();
  }

  async #send() {
    const text = this.field.value;
    if (!text.trim()) return;
    const { id } = this.conversation;
    this.field.value = "";
    this.completion.close();
    const refusal = await this.#attempt(() => this.session.api.say(id, text.trim()));
    if (!refusal) return;
    if (text.startsWith("/") && SAID_THERE.includes(refusal.code)) this.problem.textContent = "";
    // What could not be sent comes back, unless something new has been begun since.
    if (this.conversation.id === id && !this.field.value) this.field.value = text;
  }

  /** Do it and show what comes of it; answers the refusal, if there was one. */
  async #attempt(deed) {
    this.problem.textContent = "";
    this.sendButton.setAttribute("aria-busy", "true");
    const refusal = await deed().then(
      () => null,
      (problem) => problem,
    );
    this.problem.textContent = refusal?.message ?? "";
    this.sendButton.removeAttribute("aria-busy");
    await this.onSent();
    return refusal;
  }
}
