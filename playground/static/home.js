/** The app's Home, as the acting person has it. */

import { coalesced } from "./api.js";
import { showBlocks } from "./blocks.js";
import { fill, h, toast } from "./dom.js";
import { Form } from "./form.js";

export class Home {
  constructor(session) {
    this.session = session;
    this.form = new Form();
    this.blocks = h("div.home-blocks");
    this.node = h("section.home", { "aria-label": "Home" }, this.blocks);
    this.refresh = coalesced(() => this.#load());
    this.surface = {
      session,
      form: this.form,
      suggest: (...asked) => session.api.suggest({ type: "home" }, ...asked),
      act: (block, element, state) =>
        session.api
          .act({
            container: { type: "home" },
            block_id: block.block_id,
            action_id: element.action_id,
            type: element.type,
            ...state,
            state: { values: this.form.values },
          })
          .catch((refusal) => toast(refusal.message)),
    };
  }

  async #load() {
    const { view } = await this.session.api.home();
    if (!view) {
      fill(
        this.blocks,
        h("p.home-empty", { "data-key": "empty" }, `${this.session.app.name} has not shown anything here yet.`),
      );
      return;
    }
    this.node.dataset.view = view.id;
    this.form.follow(view.blocks, view.state?.values);
    showBlocks(this.blocks, view.blocks, this.surface);
  }
}
