// Tells the seconds that are left, once each, until none are. The answer stops it.

export function countdown(until, tell) {
  let timer = null;
  const tick = () => {
    const left = Math.max(0, Math.ceil((until() - Date.now()) / 1000));
    tell(left);
    timer = left && setTimeout(tick, 1000);
  };
  tick();
  return () => clearTimeout(timer);
}
