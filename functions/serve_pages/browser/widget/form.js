// What the steps with fields share: one deed at a time, and a place beside the field for what went wrong.
import { fieldOf, words } from "../flow/faults.js";
import { make } from "./element.js";

export function form({ say, flow, go }, { fields, button, work, after = [] }, ...inside) {
  const here = flow.step;
  const fault = make("p.fault", { id: "fault", role: "alert" });
  const submit = make("button.main", { type: "submit" }, button);
  const node = make("form", { noValidate: true, onsubmit: send }, fault, ...inside, submit, ...after);

  function send(event) {
    event?.preventDefault();
    return attempt(work);
  }

  // A click too many is no second deed.
  async function attempt(deed) {
    if (node.ariaBusy === "true") return;
    node.ariaBusy = "true";
    hush();
    try {
      await deed();
      if (flow.step !== here) go();
    } catch (problem) {
      if (flow.step !== here) go(problem);
      else complain(problem);
    } finally {
      node.ariaBusy = "false";
    }
  }

  function hush() {
    fault.textContent = "";
    for (const field of Object.values(fields)) field.ariaInvalid = "false";
  }

  function complain(problem) {
    const field = fields[fieldOf(problem)] ?? (problem.attempts_left && fields.code);
    fault.textContent = words(problem, say);
    if (field) field.ariaInvalid = "true";
    field?.focus();
    fault.scrollIntoView({ block: "nearest" });
  }

  return { node, send, attempt, complain };
}
