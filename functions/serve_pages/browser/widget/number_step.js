// Leaving a number: a country where several are served, the number, and consent that nobody ticked beforehand.
import { guess, names } from "../flow/countries.js";
import { make, outside } from "./element.js";
import { form } from "./form.js";

export function numberStep(scene) {
  const { settings, say, flow, country } = scene;
  const { consent, countries } = settings;
  const where = whereabouts(settings, say, country);
  const phone = make("input", { id: "phone", type: "tel", autocomplete: "tel", dir: "ltr", required: true, "aria-describedby": "fault" });
  const box = make("input", { id: "consent", type: "checkbox", required: true, "aria-describedby": "fault" });
  const work = () =>
    flow.signUp({ phone: phone.value, country: where.value, version: consent.version, accepted: box.checked });
  const fields = { phone, "consent.accepted": box };
  const { node, complain } = form(
    scene,
    { fields, button: say.join_button, work },
    make("p", {}, say.intro),
    make("label", { htmlFor: "phone" }, say.phone_label),
    make("div.number", {}, countries.length > 1 && where.node, phone),
    make("div.consent", {}, box, make("label", { htmlFor: "consent" }, consent.text)),
    make("p.links", {}, outside(consent.terms_url, say.terms_label), outside(consent.privacy_url, say.privacy_label)),
  );
  return { node, complain, heading: say.popup_title, first: phone, end: null };
}

// Closed it shows two letters; the list behind it has the names.
function whereabouts({ countries, language }, say, told) {
  const shown = make("span.chosen", { "aria-hidden": "true" });
  const options = names(countries, language).map(([value, name]) => make("option", { value }, name));
  const select = make("select", { "aria-label": say.country_label, autocomplete: "country", onchange: show }, ...options);
  select.value = guess(countries, { told });
  function show() {
    shown.textContent = select.value;
  }
  show();
  return { node: make("span.country", {}, select, shown), get value() { return select.value || undefined; } };
}
