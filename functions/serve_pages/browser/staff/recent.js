// The codes of late, each with how it stands; one that is touched is shown again.
import { icon, make } from "./elements.js";
import { below } from "./page.js";
import { when } from "./terms.js";
import { verdict } from "./result.js";

let before;

export function recent(entries, tongue, open) {
  // Nothing is drawn anew that is as it was: a finger or the focus may be on it.
  const now = JSON.stringify(entries.map((entry) => [entry.order, verdict(entry, tongue).word]));
  if (now === before) return;
  before = now;
  if (!entries.length) return below();
  const rows = entries.map((entry) => make("li", {}, row(entry, tongue, open)));
  below(make("h2", {}, tongue.say.recent), make("ul", {}, ...rows));
}

function row(entry, tongue, open) {
  const { kind, word } = verdict(entry, tongue);
  const said = make("span.said", {}, make("span.code", { dir: "ltr", translate: false }, entry.code), make("span", {}, word));
  const told = make("time", { dateTime: new Date(entry.at).toISOString() }, when(entry.at, tongue.locale));
  return make(`button.row.${kind}`, { type: "button", onclick: () => open(entry.order) }, icon(kind), said, told);
}
