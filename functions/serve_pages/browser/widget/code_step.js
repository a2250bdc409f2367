// Typing the digits of the text message, which sends itself off when six of them stand there.
import { countdown } from "../flow/countdown.js";
import { digits, LENGTH } from "../flow/digits.js";
import { listen } from "../flow/otp.js";
import { make } from "./element.js";
import { form } from "./form.js";

export function codeStep(scene) {
  const { say, flow, go } = scene;
  const code = make("input.code", { id: "code", inputMode: "numeric", autocomplete: "one-time-code", "aria-describedby": "hint fault", dir: "ltr", required: true });
  const again = make("button.plain", { type: "button" }, say.resend_button);
  const change = make("button.plain", { type: "button", onclick: restart }, say.change_number);
  const told = make("p.told", { role: "status" });
  const { node, send, attempt, complain } = form(
    scene,
    { fields: { code }, button: say.confirm_button, work: () => flow.confirm(code.value), after: [make("p.row", {}, again, change), told] },
    make("label", { htmlFor: "code" }, say.code_label),
    code,
    make("p.small", { id: "hint" }, say.code_hint),
  );
  let tried = "";
  code.oninput = () => {
    const typed = digits(code.value);
    if (typed.length === LENGTH && typed !== tried) send();
    tried = typed;
  };

  function fill(found) {
    code.value = found;
    code.oninput();
  }

  function restart() {
    flow.restart();
    go();
  }

  const wait = (left) => {
    again.setAttribute("aria-disabled", left > 0);
    again.textContent = left ? say.resend_wait.replace("{seconds}", left) : say.resend_button;
  };
  const until = () => flow.challenge?.again ?? 0;
  let still = countdown(until, wait);
  again.onclick = async () => {
    if (until() > Date.now()) return;
    await attempt(async () => {
      await flow.resend();
      told.textContent = say.resent;
    });
    still();
    still = countdown(until, wait);
  };
  const deaf = listen(fill);
  const expiry = setTimeout(() => go({ code: "challenge_over" }), flow.challenge.until - Date.now());
  function end() {
    deaf();
    still();
    clearTimeout(expiry);
  }
  return { node, complain, end, heading: say.code_heading, first: code };
}
