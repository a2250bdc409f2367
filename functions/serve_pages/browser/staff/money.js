// Money in minor units, as people write and read it.

// Digits after the point, by ISO 4217: two for EUR, none for JPY.
const decimals = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

// The minus never parts from its sum at the end of a line.
export function shown(minor, currency, locale) {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  return format.format(minor / 10 ** decimals(currency)).replace("-", "−\u2060");
}

// Without thousands, and with them set off by a comma or a point: the other one stands before the part of a whole.
const FORMS = ["(\\d{1,9})(?:[.,]", "(\\d{1,3}(?:,\\d{3}){1,2})(?:\\.", "(\\d{1,3}(?:\\.\\d{3}){1,2})(?:,"];

// Minor units of `12`, `12.5`, `12,50`, `1 234,50`, `1.234`; null where nobody can say what was meant.
export function minor(typed, currency) {
  const places = decimals(currency);
  const bare = typed.replace(/[\s'’]/g, "");
  const [, whole, part = ""] = FORMS.map((form) => new RegExp(`^${form}(\\d{0,${places}}))?$`).exec(bare)).find(Boolean) ?? [];
  if (!whole) return null;
  return Number(whole.replace(/[.,]/g, "") + part.padEnd(places, "0"));
}

export const currencies = () => Intl.supportedValuesOf?.("currency") ?? ["EUR", "GBP", "PLN", "USD", "VND"];
