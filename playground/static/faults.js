/** The faults that can be switched on, to see how the app takes them. */

import { coalesced, shared } from "./api.js";
import { announce, fill, h, toast, uniqueId } from "./dom.js";

/** Kinds that happen once, at once, and to no method. */
const AT_ONCE = ["drop_sockets", "refresh_sockets"];

export class Faults {
  #kinds = [];

  constructor() {
    this.refresh = coalesced(() => this.#load());
    this.kind = h("select.field-control.field-select", { onchange: () => this.#fit() });
    this.target = h("input.field-control", { placeholder: "every one", spellcheck: "false" });
    this.times = h("input.field-control", { type: "number", min: "1", value: "1" });
    this.seconds = h("input.field-control", { type: "number", min: "0", step: "any", placeholder: "usual" });
    this.error = h("input.field-control", { placeholder: "internal_error", spellcheck: "false" });
    this.on = h("ul.faults-on", { "aria-label": "Faults that are switched on" });
    this.count = h("span.faults-count");
    this.details = h(
      "details.faults",
      h("summary", "Faults", this.count),
      h(
        "form.faults-form",
        { onsubmit: (event) => this.#add(event) },
        labelled("What goes wrong", this.kind),
        labelled("Method or event", this.target),
        labelled("How often (empty: always)", this.times),
        labelled("Seconds", this.seconds),
        labelled("Error", this.error),
        h("button.button", { type: "submit" }, "Switch on"),
      ),
      this.on,
    );
    this.node = this.details;
  }

  async #load() {
    const { kinds, on } = await shared.faults();
    if (!this.#kinds.length) {
      fill(
        this.kind,
        kinds.map(({ kind, meaning }) => h("option", { value: kind }, meaning)),
      );
      this.#fit();
    }
    this.#kinds = kinds;
    this.count.textContent = on.length ? ` (${on.length} on)` : "";
    fill(
      this.on,
      on.map((fault) => h("li", `${this.#sentence(fault)} `, this.#remover(fault))),
    );
  }

  #sentence(fault) {
    const meaning = this.#kinds.find(({ kind }) => kind === fault.kind)?.meaning ?? fault.kind;
    const often = fault.count ? `${fault.count} more` : "until switched off";
    return `${fault.target ?? "Everything"}, ${often}: ${meaning}`;
  }

  #remover(fault) {
    const remove = async () => {
      await shared.removeFault(fault.id);
      this.details.querySelector("summary").focus();
      await this.refresh();
    };
    return h("button.text-button", { onclick: remove, "aria-label": `Switch off: ${this.#sentence(fault)}` }, "Switch off");
  }

  /** What happens at once has no method and no number; only a refusal has an error. */
  #fit() {
    const atOnce = AT_ONCE.includes(this.kind.value);
    for (const field of [this.target, this.times]) field.disabled = atOnce;
    this.error.disabled = this.kind.value !== "refused";
  }

  async #add(event) {
    event.preventDefault();
    const number = (field) => (field.disabled || field.value === "" ? undefined : Number(field.value));
    try {
      await shared.addFault({
        kind: this.kind.value,
        target: this.target.disabled ? undefined : this.target.value.trim(),
        count: number(this.times),
        seconds: number(this.seconds),
        error: this.error.disabled ? undefined : this.error.value.trim(),
      });
      announce(AT_ONCE.includes(this.kind.value) ? "Done." : "Switched on.");
      await this.refresh();
    } catch (refusal) {
      toast(refusal.message);
    }
  }
}

function labelled(label, field) {
  field.id = uniqueId("fault");
  return h("div.faults-field", h("label", { for: field.id }, label), field);
}
