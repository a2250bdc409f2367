// The three steps of the landing page: leave a number, type the code, see the discount code.
"use strict";
const main = document.querySelector("main");
const say = JSON.parse(main.dataset.strings);
const find = (id) => document.getElementById(id);
let challenge = null;

async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body ?? {}) });
  const content = await answer.json();
  if (!answer.ok) throw content;
  return content;
}

function show(id) {
  for (const step of document.querySelectorAll(".step")) step.hidden = step.id !== id;
  find("fault").textContent = "";
  const first = find(id).querySelector("input") ?? find(id);
  first.focus();
}

function complain(problem) {
  const said = say[`fault_${problem.code}`] ?? problem.detail ?? say.fault_network;
  find("fault").textContent = said.replace("{left}", problem.attempts_left);
}

async function during(form, work) {
  const button = form.querySelector("button");
  button.disabled = true;
  try { await work(); } catch (problem) { complain(problem); } finally { button.disabled = false; }
}

function countDown(seconds) {
  const button = find("resend");
  const label = say.resend_button;
  const end = Date.now() + seconds * 1000;
  button.disabled = true;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    button.textContent = left > 0 ? `${label} (${left})` : label;
    button.disabled = left > 0;
    if (left > 0) setTimeout(tick, 250);
  };
  tick();
}

find("join").addEventListener("submit", (event) => {
  event.preventDefault();
  during(event.target, async () => {
    challenge = await post("/v1/signups", {
      asset_id: main.dataset.asset,
      phone: find("phone").value,
      consent: { version: main.dataset.consent, accepted: find("consent").checked },
      locale: main.dataset.locale,
      page_url: location.href.slice(0, 2048),
    });
    show("confirm");
    countDown(challenge.resend_after);
  });
});

find("confirm").addEventListener("submit", (event) => {
  event.preventDefault();
  during(event.target, async () => {
    const typed = { code: find("code").value };
    reveal(await post(`/v1/signups/${challenge.challenge_id}/confirmation`, typed));
  });
});

find("resend").addEventListener("click", () => during(find("confirm"), async () => {
  challenge = await post(`/v1/signups/${challenge.challenge_id}/resend`);
  countDown(challenge.resend_after);
}));

find("change").addEventListener("click", () => show("join"));

find("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(find("discount").textContent);
  find("copy").textContent = say.copied;
});

function reveal({ lead, discount }) {
  find("discount").textContent = discount.code;
  find("qr").src = new URL(discount.qr_url).pathname;
  find("qr").alt = discount.code;
  find("page").href = new URL(discount.redeem_url).pathname;
  if (discount.expires_at) {
    const until = new Date(discount.expires_at).toLocaleDateString(main.dataset.locale, { dateStyle: "long" });
    find("until").textContent = `${say.valid_until} ${until}`;
  }
  if (lead.returning) find("done").querySelector("h2").textContent = say.welcome_back;
  show("done");
}
