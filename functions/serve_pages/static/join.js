// The three steps of the landing page: leave a number, type the code, see the discount code.
import { complain, hush, say } from "./faults.js";
import { recall, remember } from "./memory.js";

const PATIENCE = 20_000;
const FORGOTTEN_AFTER = 3_600_000;
const GOOD = ["issued", "rolled_back"];
const OVER = ["challenge_over", "challenge_not_found"];
const main = document.querySelector("main");
const find = (id) => document.getElementById(id);
let state = recall();
let timer = null;

async function ask(path, body) {
  const headers = { "Content-Type": "application/json" };
  const signal = AbortSignal.timeout?.(PATIENCE);
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  const content = await answer.json().catch((error) => {
    if (answer.ok) throw error;
  });
  return [answer, content];
}

async function post(path, body = {}) {
  const [answer, content] = await ask(path, body).catch(() => { throw { code: "network" }; });
  if (!answer.ok) throw { ...content, status: answer.status };
  return content;
}

async function during(button, work) {
  if (button.disabled) return;
  button.disabled = true;
  hush();
  try { await work(); } catch (problem) { refuse(problem); } finally {
    button.disabled = false;
    tick();
  }
}

function refuse(problem) {
  if (problem.code === "too_soon") keep({ ...state, again: Date.now() + problem.retry_after * 1000 });
  const over = OVER.includes(problem.code) || problem.attempts_left === 0;
  if (over) restart();
  complain(over ? { code: "challenge_over" } : problem);
}

function keep(next) {
  state = next;
  remember(state);
}

function show(id) {
  hush();
  for (const step of document.querySelectorAll(".step")) step.hidden = step.id !== id;
  (find(id).querySelector("input") ?? find(id)).focus();
}

function restart() {
  keep({});
  find("code").value = "";
  show("join");
}

function awaitCode({ challenge_id, resend_after }) {
  keep({ challenge: challenge_id, again: Date.now() + resend_after * 1000 });
  show("confirm");
}

function tick() {
  const left = Math.ceil(((state.again ?? 0) - Date.now()) / 1000);
  find("resend").textContent = left > 0 ? `${say.resend_button} (${left})` : say.resend_button;
  find("resend").disabled = left > 0;
  clearTimeout(timer);
  if (left > 0) timer = setTimeout(tick, 250);
}

function digits(typed) {
  const plain = typed.normalize("NFKC");
  const found = plain.match(/\b\d{3}[\s-]?\d{3}\b/)?.[0] ?? plain;
  return found.replace(/\D/g, "");
}

function reveal({ returning, discount }) {
  const over = !GOOD.includes(discount.state ?? "issued");
  const good = returning ? say.welcome_back : say.done_heading;
  find("heading").textContent = over ? say[`over_${discount.state}`] ?? say.over_other : good;
  find("done").classList.toggle("over", over);
  find("discount").textContent = discount.code;
  find("page").href = new URL(discount.redeem_url).pathname;
  for (const id of ["qr", "copy", "until"]) find(id).hidden = over;
  if (!over) draw(discount);
  show("done");
}

function draw({ code, qr_url, expires_at }) {
  const image = find("qr").querySelector("img");
  image.src = new URL(qr_url).pathname;
  image.alt = `QR: ${code}`;
  const written = (day) => new Date(day).toLocaleDateString(main.dataset.locale, { dateStyle: "long" });
  find("until").textContent = expires_at ? `${say.valid_until} ${written(expires_at)}` : "";
}

find("join").addEventListener("submit", (event) => {
  event.preventDefault();
  during(find("send"), async () => awaitCode(await post("/v1/signups", {
    asset_id: main.dataset.asset,
    phone: find("phone").value,
    consent: { version: main.dataset.consent, accepted: find("consent").checked },
    locale: main.dataset.locale,
    page_url: location.href.slice(0, 2048),
  })));
});

find("confirm").addEventListener("submit", (event) => {
  event.preventDefault();
  during(find("check"), async () => {
    const body = { code: digits(find("code").value) };
    const { lead, discount } = await post(`/v1/signups/${state.challenge}/confirmation`, body);
    keep({ outcome: { returning: lead.returning, discount } });
    reveal(state.outcome);
  });
});

find("resend").addEventListener("click", () => during(find("resend"), async () => {
  awaitCode(await post(`/v1/signups/${state.challenge}/resend`));
}));

for (const button of document.querySelectorAll(".restart")) button.addEventListener("click", restart);

find("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(find("discount").textContent);
    find("copy").textContent = say.copied;
  } catch { getSelection().selectAllChildren(find("discount")); }
});

for (const button of document.querySelectorAll("button")) button.disabled = false;
if (state.outcome) reveal(state.outcome);
else if (state.challenge && Date.now() < state.again + FORGOTTEN_AFTER) show("confirm");
tick();
