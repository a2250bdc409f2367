// The second view: the code as it stands, and what to do with it.
import { basket } from "./basket.js";
import { button, make } from "./elements.js";
import { judge, show } from "./page.js";
import { sentence } from "./problems.js";
import { conditions, fields, worth } from "./terms.js";

// A code that was looked up: good, or not good with its reason.
export function card(status, { tongue, redeem, next, before }) {
  const { say, locale } = tongue;
  const ticket = make("section.ticket", {}, ...told(status, tongue));
  const other = button(status.valid ? "second" : "main", say.another, next);
  if (!status.valid) {
    const why = sentence(say, status, fields(status, locale));
    return show({ verdict: { kind: "bad", word: say.bad, more: why }, parts: [ticket, other], focus: other });
  }
  const good = { kind: "good", word: say.good, more: status.discount.title };
  const few = { kind: "bad", word: say.bad, more: sentence(say, { code: "minimum_not_met" }, fields(status, locale)) };
  const { form, focus } = basket(status, tongue, redeem, { before, judged: (small) => judge(small ? few : good) });
  return show({ verdict: good, parts: [ticket, form, other], focus });
}

// One that cannot be looked up now. It may be redeemed all the same: the answer comes when it can.
export function unknown(code, { tongue, redeem, next, again, before }) {
  const { say } = tongue;
  const { form } = basket({ code }, tongue, redeem, { before });
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
