/** The app's modals: the top one of the stack is shown, what is typed outlives updates, and focus goes where it helps. */

import { coalesced } from "./api.js";
import { showBlocks } from "./blocks.js";
import { announce, fill, h, toast, uniqueId } from "./dom.js";
import { Form, isEmpty } from "./form.js";
import { plain } from "./mrkdwn.js";

const FIELDS = "input, select, textarea, button";

export class Modals {
  #forms = new Map();
  #shown = null;
  #busy = false;

  constructor(session) {
    this.session = session;
    this.refresh = coalesced(() => this.#load());
    const titleId = uniqueId("modal-title");
    this.title = h("h2", { id: titleId, tabindex: "-1" });
    this.body = h("div.dialog-blocks");
    this.problem = h("p.dialog-problem", { role: "alert", hidden: true });
    this.scroller = h("div.dialog-body", { tabindex: "-1" }, this.problem, this.body);
    this.foot = h("div.dialog-foot");
    this.closeButton = h("button.icon-button", { "aria-label": "Close", onclick: () => this.#close() }, "×");
    this.dialog = h(
      "dialog.dialog",
      { role: "dialog", "aria-labelledby": titleId },
      h(
        "form",
        { novalidate: true, onsubmit: (event) => this.#submit(event) },
        h("div.dialog-head", this.title, this.closeButton),
        this.scroller,
        this.foot,
      ),
    );
    this.dialog.addEventListener("cancel", (event) => {
      if (event.target !== this.dialog) return;
      event.preventDefault();
      this.#close();
    });
    document.body.append(this.dialog);
  }

  async #load() {
    const { stack } = await this.session.api.views();
    const kept = new Map(stack.map((view) => [view.id, this.#forms.get(view.id) ?? new Form()]));
    this.#forms = kept;
    const view = stack.at(-1);
    if (view) this.#show(view, stack.length);
    else this.#hide();
  }

  #show(view, depth) {
    const form = this.#forms.get(view.id);
    form.follow(view.blocks, view.state?.values);
    const opened = this.#shown?.id !== view.id;
    const errors = Object.keys(view.errors ?? {});
    const fresh = errors.length > 0 && JSON.stringify(view.errors) !== JSON.stringify(this.#shown?.errors ?? {});
    if (opened) {
      this.body.replaceChildren();
      this.#say("");
    }
    this.#shown = view;
    this.dialog.dataset.view = view.id;
    this.title.textContent = plain(view.title);
    showBlocks(this.body, view.blocks, this.#surface(view, form), view.errors);
    this.#buttons(view, depth);
    if (!this.dialog.open) this.dialog.showModal();
    // What is only to be read is scrolled by the keyboard once it can be focused; a field would do that by itself.
    const reads = this.scroller.scrollHeight > this.scroller.clientHeight && !this.body.querySelector(FIELDS);
    this.scroller.tabIndex = reads ? 0 : -1;
    if (opened) this.#focusFirst(view);
    else if (fresh) this.#focusField(errors[0]);
  }

  #hide() {
    this.#shown = null;
    if (!this.dialog.open) return;
    this.dialog.close();
    delete this.dialog.dataset.view;
    this.body.replaceChildren();
    // What opened it may be gone by now; then the keyboard goes on from the main pane.
    if (document.activeElement === document.body) document.getElementById("main").focus();
  }

  #surface(view, form) {
    return {
      session: this.session,
      form,
      suggest: (...asked) => this.session.api.suggest({ type: "view", view_id: view.id }, ...asked),
      act: (block, element, state) =>
        this.session.api
          .act({
            container: { type: "view", view_id: view.id },
            block_id: block.block_id,
            action_id: element.action_id,
            type: element.type,
            ...state,
            state: { values: form.values },
          })
          .catch((refusal) => this.#say(refusal.message)),
    };
  }

  #buttons(view, depth) {
    const submits = view.submit || view.blocks.some((block) => block.type === "input");
    const signature = JSON.stringify([view.close, view.submit, submits, depth > 1]);
    if (this.foot.signature === signature) return;
    this.foot.signature = signature;
    const close = plain(view.close) || (depth > 1 ? "Back" : submits ? "Cancel" : "Close");
    fill(
      this.foot,
      h("button.button", { onclick: () => this.#close() }, close),
      submits ? h("button.button.button-primary", { type: "submit" }, plain(view.submit) || "Submit") : null,
    );
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy || !this.#shown) return;
    const view = this.#shown;
    const form = this.#forms.get(view.id);
    this.#setBusy(true);
    this.#say("");
    try {
      const answer = await this.session.api.submit(view.id, { values: form.values });
      await this.refresh();
      if (answer.result === "failed") this.#say(answer.message);
      if (answer.result === "errors") this.#focusField(Object.keys(answer.errors ?? {})[0]);
      if (answer.result === "closed") announce("Done.");
    } catch (refusal) {
      this.#say(refusal.message);
    } finally {
      this.#setBusy(false);
    }
  }

  async #close() {
    if (!this.#shown) return;
    try {
      await this.session.api.close(this.#shown.id);
    } catch (refusal) {
      toast(refusal.message);
    }
    await this.refresh();
  }

  #setBusy(busy) {
    this.#busy = busy;
    const submit = this.foot.querySelector("[type=submit]");
    if (!submit) return;
    submit.setAttribute("aria-busy", String(busy));
    submit.setAttribute("aria-disabled", String(busy));
  }

  #say(sentence) {
    this.problem.textContent = sentence ?? "";
    this.problem.hidden = !sentence;
  }

  /** The first field to fill, or the title where there is none; what the app asks for goes first. A filled form is shown
   *  from its beginning, even if its last field is empty. */
  #focusFirst(view) {
    const wanted = view.blocks.find((block) => block.element?.focus_on_load)?.block_id;
    if (wanted && this.#focusField(wanted)) return;
    const inputs = view.blocks.filter((block) => block.type === "input");
    const inView = this.body.getBoundingClientRect().bottom;
    const first =
      inputs.find(
        (block) =>
          isEmpty(this.#forms.get(view.id).get(block.block_id, block.element.action_id)) &&
          this.#block(block.block_id).getBoundingClientRect().bottom <= inView,
      ) ?? inputs[0];
    if (!first || !this.#focusField(first.block_id)) this.title.focus();
  }

  #focusField(blockId) {
    const block = this.#block(blockId);
    const field = block?.querySelector(FIELDS);
    field?.focus();
    // What is wrong stands beneath the field, which may fill the form.
    block?.querySelector(".field-error")?.scrollIntoView({ block: "nearest" });
    return Boolean(field);
  }

  #block(blockId) {
    return [...this.body.children].find((node) => node.dataset.blockId === blockId);
  }
}
