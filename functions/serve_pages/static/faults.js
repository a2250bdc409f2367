// What is said when something does not work, and beside which field.
const BESIDE = { phone: "phone", "consent.accepted": "consent", code: "code" };
const fault = document.getElementById("fault");
let accused = null;

export const say = JSON.parse(document.querySelector("main").dataset.strings);

export function hush() {
  fault.textContent = "";
  accused?.removeAttribute("aria-invalid");
  accused = null;
  for (const input of document.querySelectorAll("input")) describe(input, "hint");
}

export function complain(problem) {
  hush();
  const step = document.querySelector(".step:not([hidden])");
  const field = step.querySelector(`#${BESIDE[fieldOf(problem)] ?? "none"}`);
  const near = field ?? step.querySelector("input") ?? step;
  (near.closest(".consent") ?? near).before(fault);
  fault.textContent = words(problem);
  describe(near, "hint", "fault");
  field?.setAttribute("aria-invalid", "true");
  accused = field;
  near.focus();
  fault.scrollIntoView({ block: "nearest" });
}

function words(problem) {
  const name = problem.code === "invalid_request" ? `invalid_request_${fieldOf(problem)}` : problem.code;
  const said = say[`fault_${name}`] ?? byStatus(problem.status);
  return said.replace("{left}", problem.attempts_left).replace("{seconds}", problem.retry_after);
}

function byStatus(status) {
  if (status === 429) return say.fault_too_many;
  return status >= 500 ? say.fault_unavailable : say.fault_other;
}

function fieldOf(problem) {
  return problem.errors?.[0]?.field;
}

function describe(input, ...ids) {
  const there = ids.filter((id) => id === "fault" || input.id === "code");
  if (there.length) input.setAttribute("aria-describedby", there.join(" "));
  else input.removeAttribute("aria-describedby");
}
