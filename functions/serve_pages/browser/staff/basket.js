// The form on a good code: what the basket is worth, and the large button.
import { button, field, make } from "./elements.js";
import { currencies, minor, shown } from "./money.js";
import { fill } from "./say.js";
import { keep, recall } from "./store.js";
import { currencyOf, off } from "./terms.js";

// `submit` gets the body of the redemption, but for its order's id.
export function basket(status, { say, locale }, submit) {
  const fixed = currencyOf(status);
  const products = status.terms?.products ?? [];
  const money = field(say.basket, amount("basket"));
  const currency = field(say.currency, choice("currency", fixed ? [fixed] : currencies(), say.choose, fixed ?? recall("currency")));
  const product = field(say.product, choice("product", products, say.choose, products.length === 1 ? products[0] : ""));
  const price = field(say.product_price, amount("price"));
  const press = button("main", say.redeem, undefined, { type: "submit" });

  const worth = (typed) => (currency.input.value ? minor(typed.input.value, currency.input.value) : null);
  const free = () => status.discount?.kind === "item" && !status.terms?.minimum && !money.input.value.trim();

  function asked() {
    if (!currency.input.value) return currency.blame(say.fault_choice);
    const total = free() ? 0 : worth(money);
    if (total === null) return money.blame(say.fault_amount);
    const body = { amount: total, currency: currency.input.value };
    if (!products.length) return body;
    if (!product.input.value) return product.blame(say.fault_choice);
    const line = free() ? 0 : worth(price);
    if (line === null) return price.blame(say.fault_amount);
    return { ...body, lines: [{ product_id: product.input.value, amount: line }] };
  }

  function preview() {
    const total = worth(money);
    const less = status.discount && total !== null ? off(status, total) : null;
    press.textContent = less === null ? say.redeem : fill(say.redeem_off, { off: shown(-less, currency.input.value, locale) });
  }

  const row = make("div.row", {}, money.part, currency.part);
  const more = products.length ? [product.part, price.part] : [];
  const form = make("form.basket", { noValidate: true }, row, ...more, make("div.press", {}, press));
  form.oninput = () => {
    for (const { blame } of [money, currency, product, price]) blame("");
    preview();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const body = asked();
    if (!body) return;
    keep("currency", body.currency);
    submit(body);
  };
  return { form, focus: matchMedia("(pointer: fine)").matches ? money.input : undefined };
}

const amount = (id) =>
  make("input", { id, type: "text", inputMode: "decimal", autocomplete: "off", enterKeyHint: "done", placeholder: "0", maxLength: 20 });

function choice(id, values, none, chosen) {
  const options = values.map((value) => new Option(value, value));
  const empty = new Option(none, "");
  const select = make("select", { id }, ...(values.length === 1 ? [] : [empty]), ...options);
  select.value = chosen ?? "";
  return select;
}
