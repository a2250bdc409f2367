// Asks how the code stands while the page is looked at: often at first, then seldom, and at last not before it is looked at anew.
const OFTEN = 5_000;
const SELDOM = 30_000;
const EAGER = 300_000;
const PATIENT = 3_600_000;
const PATIENCE = 15_000;

export function follow({ known, over, changed, lost }) {
  const address = `${location.pathname.replace(/\/$/, "")}/state`;
  let since = Date.now();
  let timer = null;
  let busy = false;
  let failed = false;

  async function look() {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    try {
      if ((await state()) !== known()) {
        await changed();
        since = Date.now();
      }
      tell(false);
    } catch {
      tell(true);
    } finally {
      busy = false;
      plan();
    }
  }

  function tell(is) {
    if (is !== failed) lost(is);
    failed = is;
  }

  async function state() {
    const signal = AbortSignal.timeout?.(PATIENCE);
    const answer = await fetch(address, { credentials: "omit", cache: "no-store", signal });
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  }

  function plan() {
    clearTimeout(timer);
    const looked = Date.now() - since;
    if (over() || document.hidden || looked > PATIENT) return;
    timer = setTimeout(look, looked < EAGER ? OFTEN : SELDOM);
  }

  // Whoever comes back wants to know at once.
  function back() {
    if (document.hidden) return plan();
    since = Date.now();
    if (!over()) look();
  }

  document.addEventListener("visibilitychange", back);
  addEventListener("online", back);
  addEventListener("pageshow", ({ persisted }) => persisted && back());
  plan();
}
