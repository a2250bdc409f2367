// The form on a good code: what the basket is worth, and the large button.
import { button, field, make } from "./elements.js";
import { currencies, minor, shown, typed } from "./money.js";
import { sentence } from "./problems.js";
import { fill } from "./say.js";
import { currencyOf, fields, off } from "./terms.js";
import { remember, usual } from "./usual_money.js";

// Somebody who is still typing is told nothing yet.
const PAUSE = 600;

// `submit` gets the body of the redemption, but for its order's id. `judged` hears whether the basket is too small; `before` is
// the body of a redemption that was refused, to be changed.
export function basket(status, { say, locale }, submit, { judged = () => {}, before } = {}) {
  const fixed = currencyOf(status);
  const products = status.terms?.products ?? [];
  const likely = before ? [before.currency, ...usual()] : usual();
  const offered = fixed ? [fixed] : [...new Set([...likely, ...currencies()])];
  const money = field(say.basket, amount("basket", before?.amount));
  const currency = field(say.currency, choice("currency", offered, say.choose, fixed ?? likely[0]));
  const [line] = before?.lines ?? [];
  const product = field(say.product, choice("product", products, say.choose, products.length === 1 ? products[0] : line?.product_id));
  const price = field(say.product_price, amount("price", line?.amount));
  const press = button("main", say.redeem, undefined, { type: "submit" });
  let soon;

  function amount(id, sum) {
    const value = sum ? typed(sum, before.currency, locale) : "";
    return make("input", { id, type: "text", inputMode: "decimal", autocomplete: "off", enterKeyHint: "done", placeholder: "0", maxLength: 20, value });
  }

  const worth = (what) => (currency.input.value ? minor(what.input.value, currency.input.value) : null);
  const free = () => status.discount?.kind === "item" && !status.terms?.minimum && !money.input.value.trim();
  const small = () => Boolean(fixed) && worth(money) !== null && worth(money) < (status.terms?.minimum ?? 0);

  function asked() {
    if (!currency.input.value) return currency.blame(say.fault_choice);
    const total = free() ? 0 : worth(money);
    if (total === null) return money.blame(say.fault_amount);
    if (small()) return money.blame(sentence(say, { code: "minimum_not_met" }, fields(status, locale)));
    const body = { amount: total, currency: currency.input.value };
    if (!products.length) return body;
    if (!product.input.value) return product.blame(say.fault_choice);
    const part = free() ? 0 : worth(price);
    if (part === null) return price.blame(say.fault_amount);
    return { ...body, lines: [{ product_id: product.input.value, amount: part }] };
  }

  // A basket that is too small is promised nothing.
  function preview() {
    const total = small() ? null : worth(money);
    const less = status.discount && total !== null ? off(status, total) : null;
    press.className = small() ? "second" : "main";
    press.textContent = less === null ? say.redeem : fill(say.redeem_off, { off: shown(-less, currency.input.value, locale) });
  }

  const row = make("div.row", {}, money.part, currency.part);
  const more = products.length ? [product.part, price.part] : [];
  const form = make("form.basket", { noValidate: true }, row, ...more, make("div.press", {}, press));
  form.oninput = () => {
    for (const { blame } of [money, currency, product, price]) blame("");
    preview();
    clearTimeout(soon);
    soon = setTimeout(() => form.isConnected && judged(small()), PAUSE);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const body = asked();
    if (small()) judged(true);
    if (!body) return;
    remember(body.currency);
    submit(body);
  };
  preview();
  return { form, focus: before || matchMedia("(pointer: fine)").matches ? money.input : undefined };
}

function choice(id, values, none, chosen) {
  const options = values.map((value) => new Option(value, value));
  const empty = new Option(none, "");
  const select = make("select", { id }, ...(values.length === 1 ? [] : [empty]), ...options);
  select.value = chosen ?? "";
  return select;
}
