// The screen stays on while a code is held up to be scanned, for a few minutes at most. Where browsers cannot, it sleeps.
const LONGEST = 180_000;

export function awake(worth) {
  const { wakeLock } = navigator;
  if (!wakeLock) return;
  let held = null;

  async function hold() {
    if (document.hidden || held || !worth()) return;
    try {
      held = await wakeLock.request("screen");
      held.addEventListener("release", () => { held = null; });
      setTimeout(() => held?.release(), LONGEST);
    } catch {
      // A battery that is low forbids it.
    }
  }

  document.addEventListener("visibilitychange", hold);
  hold();
}
