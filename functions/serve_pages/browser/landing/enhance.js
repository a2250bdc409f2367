// What scripts add to the step that is shown. The answer ends what is still going on.
import { countdown } from "../flow/countdown.js";
import { guess, names } from "../flow/countries.js";
import { digits, LENGTH } from "../flow/digits.js";
import { listen } from "../flow/otp.js";
import { copy, share } from "../flow/sharing.js";

export function enhance(main) {
  for (const part of main.querySelectorAll("[data-scripted]")) part.hidden = false;
  for (const part of main.querySelectorAll("[data-unscripted]")) part.hidden = true;
  const told = main.querySelector("[role=status]");
  for (const button of main.querySelectorAll("button[data-copy]")) button.onclick = () => hand(main, button, told);
  whereabouts(main.querySelector("select[name=country]"));
  const code = main.querySelector("#code");
  return code ? typing(code) : () => {};
}

async function hand(main, { dataset }, told) {
  const shown = main.querySelector(`#${dataset.copy}`);
  const { share: url, text, said } = dataset;
  if (await (url ? share(url, text, shown) : copy(shown.textContent, shown))) told.textContent = said;
}

// Names in the visitor's language, and the country that they most likely are in, until they choose. Closed, the list shows
// no more than fits.
function whereabouts(select) {
  if (!select) return;
  const served = [...select.options].map(({ value }) => value);
  const chosen = select.querySelector("[selected]")?.value;
  const options = names(served, select.dataset.locale).map(([value, name]) => new Option(name, value));
  select.replaceChildren(...options);
  select.value = chosen ?? guess(served);
  const shown = document.createElement("span");
  shown.className = "shown";
  shown.setAttribute("aria-hidden", "true");
  select.onchange = () => { shown.textContent = select.value; };
  select.onchange();
  select.after(shown);
}

function typing(code) {
  const { form } = code;
  const again = form.querySelector("[name=resend]");
  const { wait, seconds } = again.dataset;
  const calm = again.textContent;
  const until = Date.now() + seconds * 1000;
  const still = countdown(() => until, (left) => {
    again.disabled = left > 0;
    again.textContent = left ? wait.replace("{seconds}", left) : calm;
  });
  let tried = "";
  code.oninput = () => {
    const typed = digits(code.value);
    if (typed.length === LENGTH && typed !== tried) form.querySelector("button.main").click();
    tried = typed;
  };
  const deaf = listen((found) => {
    code.value = found;
    code.oninput();
  });
  return () => {
    still();
    deaf();
  };
}
