// The code as it is typed, pasted, or sent by a scanner that acts as a keyboard.
import { field, make } from "./elements.js";
import { readCode } from "./read_code.js";

export function typing(say, found) {
  const input = make("input", {
    id: "code", type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: false,
    enterKeyHint: "search", dir: "ltr", maxLength: 300,
  });
  const { part, blame } = field(say.typed, input);
  const form = make("form.typed", { noValidate: true }, part, make("button.second", { type: "submit" }, say.check));
  form.onsubmit = (event) => {
    event.preventDefault();
    const code = readCode(input.value);
    if (code) found(code);
    else blame(say.not_a_code);
  };
  input.oninput = () => blame("");
  // A keyboard that covers half of a phone is opened by a finger alone.
  return { form, focus: matchMedia("(pointer: fine)").matches ? input : undefined };
}
