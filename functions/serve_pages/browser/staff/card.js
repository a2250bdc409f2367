// The second view: the code as it stands, and what to do with it.
import { basket } from "./basket.js";
import { button, make } from "./elements.js";
import { show } from "./page.js";
import { sentence } from "./problems.js";
import { conditions, fields, worth } from "./terms.js";

// A code that was looked up: good, or not good with its reason.
export function card(status, { tongue, redeem, next }) {
  const { say, locale } = tongue;
  const ticket = make("section.ticket", {}, ...told(status, tongue));
  const other = button(status.valid ? "second" : "main", say.another, next);
  if (!status.valid) {
    const why = sentence(say, status, fields(status, locale));
    return show({ verdict: { kind: "bad", word: say.bad, more: why }, parts: [ticket, other], focus: other });
  }
  const { form, focus } = basket(status, tongue, redeem);
  return show({ verdict: { kind: "good", word: say.good, more: status.discount.title }, parts: [ticket, form, other], focus });
}

// One that cannot be looked up now. It may be redeemed all the same: the answer comes when it can.
export function unknown(code, { tongue, redeem, next, again }) {
  const { say } = tongue;
  const { form } = basket({ code }, tongue, redeem);
  show({
    verdict: { kind: "wait", word: say.unknown, more: say.unknown_more },
    parts: [ticket(code), form, button("second", say.again, again), button("second", say.another, next)],
  });
}

const ticket = (code) => make("section.ticket", {}, make("p.code", { dir: "ltr", translate: false }, code));

const told = ({ discount, ...status }, tongue) => [
  discount && make("p.worth", {}, worth(discount, tongue)),
  discount && !status.valid && make("h2", {}, discount.title),
  make("p.code", { dir: "ltr", translate: false }, status.code),
  conditions(status, tongue),
];
