// Money in minor units, as people write and read it.

// Digits after the point, by the server's own table, which the page brings: browsers tell others of HUF, IDR, IQD and more.
const DIGITS = new Map((document.documentElement.dataset.currencies ?? "").split(" ").map((one) => [one.slice(0, 3), Number(one.slice(4))]));

export const decimals = (currency) => DIGITS.get(currency) ?? 2;
export const currencies = () => [...DIGITS.keys()];

const formats = (currency, locale) => {
  const digits = decimals(currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
};

// The minus never parts from its sum at the end of a line.
export const shown = (minor, currency, locale) =>
  formats(currency, locale).format(minor / 10 ** decimals(currency)).replace("-", "−\u2060");

// Without thousands, and with them set off by a comma or a point: the other one stands before the part of a whole.
const FORMS = ["(\\d{1,9})(?:[.,]", "(\\d{1,3}(?:,\\d{3}){1,2})(?:\\.", "(\\d{1,3}(?:\\.\\d{3}){1,2})(?:,"];

// Minor units of `12`, `12.5`, `12,50`, `1 234,50`, `1.234`; null where nobody can say what was meant.
export function minor(typed, currency) {
  const places = decimals(currency);
  const bare = typed.replace(/[\s'’]/g, "");
  const part = `(\\d{0,${Math.min(places, Math.max(2, usual(currency)))}}))?$`;
  const [, whole, rest = ""] = FORMS.map((form) => new RegExp(`^${form}${part}`).exec(bare)).find(Boolean) ?? [];
  if (!whole) return null;
  return Number(whole.replace(/[.,]/g, "") + rest.padEnd(places, "0"));
}

// Digits that people write. Of Iraq's dinar they write none, though it has three: its 25,000 are thousands.
const usual = (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

// As somebody would have typed it.
export const typed = (minor, currency, locale) =>
  (minor / 10 ** decimals(currency)).toLocaleString(locale, { useGrouping: false, maximumFractionDigits: decimals(currency) });
