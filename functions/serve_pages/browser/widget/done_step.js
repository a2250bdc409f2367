// The discount code, and what else comes with it.
import { applying, web } from "../flow/links.js";
import { copy } from "../flow/sharing.js";
import { over } from "../flow/steps.js";
import { make, outside, ticket } from "./element.js";
import { friends } from "./friends.js";

export function doneStep({ settings, say, flow, reports }) {
  const outcome = flow.outcome;
  const { discount, magnet, referral_url } = outcome;
  const spent = over(outcome);
  const told = make("p.told", { role: "status" });
  const node = make(
    `div.done${discount && spent ? ".over" : ""}`,
    {},
    ...(discount ? mine() : [make("p", {}, say[`no_code_${spent}`]), told]),
    magnet && present(say, magnet),
    referral_url && friends(settings, web(referral_url), told),
  );

  function mine() {
    const shown = make("p.ticket", { dir: "ltr", translate: false }, discount.code);
    return [
      make("div.stub", {}, ticket(), make("p", {}, discount.title), shown, !spent && expiry(settings, discount)),
      ...(spent ? [] : deeds(shown, told)),
      told,
      outside(discount.redeem_url, say.show_link),
    ];
  }

  function deeds(code, status) {
    const href = applying(settings.apply_url, discount.code);
    const use = href && make("a.main", { href, onclick: () => reports.announce("applied") }, say.apply_button);
    const take = make(`button.${href ? "second" : "main"}`, { type: "button", onclick: taken }, say.copy_button);
    async function taken() {
      if (!(await copy(discount.code, code))) return;
      status.textContent = say.copied;
      reports.announce("copied");
    }
    return [use, take];
  }

  const good = outcome.returning ? say.welcome_back : say.done_online;
  const bad = discount ? say[`over_${spent}`] ?? say.over_other : say.no_code_heading;
  const heading = spent ? bad : good;
  return { node, heading, first: null, end: null };
}

function expiry({ texts: say, language }, { last_day }) {
  if (!last_day) return null;
  const day = new Date(last_day).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
  return make("p.small", {}, `${say.valid_until} ${day}`);
}

const present = (say, { title, url }) => make("div.extra", {}, make("h3", {}, say.magnet_label), outside(url, title));
