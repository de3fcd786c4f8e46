/** Small dialogs of the page's own: asking once more, and forms such as "start a conversation". */

import { h, uniqueId } from "./dom.js";
import { plain, textObject } from "./mrkdwn.js";

/**
 * Show a dialog until it is answered.
 * @param {{role?: string, title: string, body: Node | string, accept: string, danger?: boolean, dismiss?: string}} options
 * @returns {Promise<boolean>} whether it was accepted
 */
export function ask({ role = "dialog", title, body, accept, danger = false, dismiss = "Cancel" }) {
  const titleId = uniqueId("dialog-title");
  const bodyId = uniqueId("dialog-body");
  return new Promise((resolve) => {
    const dialog = h(
      "dialog.dialog.dialog-small",
      { role, "aria-labelledby": titleId, "aria-describedby": role === "alertdialog" ? bodyId : null },
      h(
        "form",
        { method: "dialog" },
        h("div.dialog-head", h("h2", { id: titleId }, title)),
        h("div.dialog-body", { id: bodyId }, body),
        h(
          "div.dialog-foot",
          dismiss && h("button.button", { onclick: () => dialog.close("") }, dismiss),
          h(
            "button",
            {
              class: `button ${danger ? "button-danger" : "button-primary"}`,
              type: "submit",
              value: "accept",
              autofocus: role === "alertdialog",
            },
            accept,
          ),
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "accept");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Ask what a Block Kit confirm object asks. */
export function confirmed(confirm, session) {
  return ask({
    role: "alertdialog",
    title: plain(confirm.title) || "Are you sure?",
    body: h("p", textObject(confirm.text, session)),
    accept: plain(confirm.confirm) || "Yes",
    dismiss: plain(confirm.deny) || "Cancel",
    danger: confirm.style === "danger",
  });
}
