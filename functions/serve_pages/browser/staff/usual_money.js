// Which money a till takes when its code does not say: what was used here before, else that of where the device is.
import { keep, recall } from "./store.js";

const MOST = 4;

// Where people pay with what: ISO 3166-1 regions by the currency that is theirs, of places with many shops.
const REGIONS = {
  EUR: "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM XK", GBP: "GB IM", USD: "US EC PR SV", PLN: "PL",
  VND: "VN", CHF: "CH LI", CZK: "CZ", HUF: "HU", RON: "RO", SEK: "SE", NOK: "NO", DKK: "DK", ISK: "IS", UAH: "UA", RSD: "RS",
  ALL: "AL", MKD: "MK", BAM: "BA", MDL: "MD", TRY: "TR", GEL: "GE", ILS: "IL", AED: "AE", SAR: "SA", QAR: "QA", KWD: "KW", BHD: "BH",
  OMR: "OM", JOD: "JO", IQD: "IQ", EGP: "EG", MAD: "MA", TND: "TN", ZAR: "ZA", NGN: "NG", KES: "KE", GHS: "GH", INR: "IN", PKR: "PK",
  BDT: "BD", LKR: "LK", THB: "TH", MYR: "MY", SGD: "SG", IDR: "ID", PHP: "PH", KHR: "KH", LAK: "LA", JPY: "JP", KRW: "KR", CNY: "CN",
  HKD: "HK", TWD: "TW", AUD: "AU", NZD: "NZ", CAD: "CA", MXN: "MX", GTQ: "GT", CRC: "CR", DOP: "DO", COP: "CO", PEN: "PE", BRL: "BR",
  ARS: "AR", CLP: "CL", UYU: "UY", PYG: "PY", BOB: "BO", XOF: "BF BJ CI ML NE SN TG", XAF: "CF CG CM GA TD",
};

// The likeliest first; none where nothing tells.
export const usual = () => [...new Set([...used(), where()])].filter(Boolean);

export const used = () => [recall("currency") ?? []].flat();

export const remember = (currency) =>
  keep("currency", [currency, ...used().filter((one) => one !== currency)].slice(0, MOST));

// The clock's zone says where a device stands; a language, only where somebody comes from.
function where(zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const regions = Object.values(REGIONS).join(" ").split(" ");
  return of(regions.find((region) => zones(region)?.includes(zone))) ?? navigator.languages.map(spoken).map(of).find(Boolean);
}

const of = (region) => Object.keys(REGIONS).find((currency) => REGIONS[currency].split(" ").includes(region));

// English alone says nothing of a country.
function spoken(tag) {
  const locale = new Intl.Locale(tag);
  return locale.region ?? (locale.language === "en" ? undefined : locale.maximize().region);
}

// By a method or, for some years, by a property; a few browsers do not tell.
function zones(region) {
  const locale = new Intl.Locale("und", { region });
  return locale.getTimeZones?.() ?? locale.timeZones;
}
