/** Changing how the acting person appears to the app: name, time zone, and whether their account is active. */

import { choiceRow } from "./choices.js";
import { ask } from "./confirm.js";
import { h, toast, uniqueId } from "./dom.js";

function labelled(label, control) {
  control.id = uniqueId("profile");
  return h("div.block.block-input", h("div.field-head", h("label.field-label", { for: control.id }, label)), control);
}

/** Ask for a new name, zone or standing; the app is told as Slack tells it (`user_change`). */
export async function editProfile(session) {
  const { me } = session;
  const name = h("input.field-control", { type: "text", maxlength: 80, autocomplete: "off" });
  name.value = me.real_name;
  const zones = Intl.supportedValuesOf("timeZone");
  const zone = h(
    "select.field-control.field-select",
    (zones.includes(me.tz) ? zones : [me.tz, ...zones]).map((one) =>
      h("option", { value: one }, one.replaceAll("_", " ")),
    ),
  );
  zone.value = me.tz;
  const left = h("input", { type: "checkbox" });
  left.checked = me.deleted;
  const body = h(
    "div.dialog-blocks",
    labelled("Name", name),
    labelled("Time zone", zone),
    h("div.block", choiceRow(left, "Deactivated", "as if they had left the company")),
  );
  if (!(await ask({ title: `${me.real_name}’s profile`, body, accept: "Save" }))) return;
  const change = {
    ...(name.value.trim() && name.value.trim() !== me.real_name && { name: name.value.trim() }),
    ...(zone.value !== me.tz && { tz: zone.value }),
    ...(left.checked !== me.deleted && { deleted: left.checked }),
  };
  if (Object.keys(change).length) await session.api.changeProfile(change).catch((refusal) => toast(refusal.message));
}
