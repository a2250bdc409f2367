// What a code is worth and asks for, in words.
import { make } from "./elements.js";
import { shown } from "./money.js";
import { fill } from "./say.js";

export function worth({ kind, value, currency }, { say, locale }) {
  if (kind === "percent") return new Intl.NumberFormat(locale, { style: "percent" }).format(-value / 100).replace("-", "−");
  return kind === "amount" ? shown(-value, currency, locale) : say.item;
}

// What it takes off a basket; null where only the shop can say, or the server alone.
export function off({ discount, terms = {} }, amount) {
  if (terms.products) return null;
  if (discount.kind === "percent") return Math.floor((amount * discount.value) / 100);
  return discount.kind === "amount" ? Math.min(discount.value, amount) : null;
}

export const currencyOf = ({ discount = {}, terms = {} }) => discount.currency ?? terms.currency;

export function moment(instant, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(instant));
}

// A day of the calendar, `2026-12-22`, is the same one in every zone.
const day = (date, locale) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

// The time alone where it was today.
export function when(instant, locale) {
  const day = new Date(instant).toDateString();
  const today = day === new Date().toDateString();
  return today ? new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(instant)) : moment(instant, locale);
}

// What sentences about a code may name.
export function fields({ terms = {} }, locale) {
  const { minimum, currency, starts_at } = terms;
  return {
    minimum: minimum && currency ? shown(minimum, currency, locale) : "",
    starts: starts_at ? moment(starts_at, locale) : "",
  };
}

export function conditions({ expires_at, last_day, terms = {}, ...status }, { say, locale }) {
  const said = [
    terms.minimum && fill(say.minimum, fields({ ...status, terms }, locale)),
    terms.places?.length && fill(say.places, { places: terms.places.map((id) => terms.place_names?.[id] ?? id).join(", ") }),
    terms.products?.length && fill(say.products, { products: terms.products.join(", ") }),
    terms.uses_left > 1 && fill(say.uses, { count: terms.uses_left }),
    expires_at && fill(say.until, { date: last_day ? day(last_day, locale) : moment(expires_at, locale) }),
  ].filter(Boolean);
  return said.length ? make("ul.terms", {}, ...said.map((line) => make("li", {}, line))) : null;
}
