// What can make the popup open by itself. `fire` answers whether it did; until then everybody keeps listening.
import { ENTRY } from "./decide.js";

const AGAIN = 2_000;
const AWAY = 5_000;
// Scrolling back up this far at this speed (pixels, pixels a millisecond) looks for the address bar.
const FAR = 200;
const QUICK = 1.5;
// Longer without a movement, in milliseconds, and another sweep begins.
const SWEEP = 150;

export function triggers(rules, { returning }, fire) {
  const ending = new AbortController();
  const { signal } = ending;
  const attempt = () => !signal.aborted && fire() && ending.abort();
  const seconds = [rules.popup_after_s * 1000, rules.popup_on_return && returning && ENTRY].filter(Boolean);
  if (seconds.length) after(Math.max(ENTRY, Math.min(...seconds)), attempt, signal);
  if (rules.popup_scroll_percent) onScroll(deepEnough(rules.popup_scroll_percent), attempt, signal);
  if (rules.popup_on_exit) onExit(attempt, signal);
  return () => ending.abort();
}

function after(milliseconds, attempt, signal) {
  const later = () => {
    attempt();
    if (!signal.aborted) setTimeout(later, AGAIN);
  };
  setTimeout(later, milliseconds);
}

function onScroll(enough, attempt, signal) {
  addEventListener("scroll", () => enough(scrollY, performance.now()) && attempt(), { passive: true, signal });
}

const deepEnough = (percent) => (y) => {
  const way = document.documentElement.scrollHeight - innerHeight;
  return way > 0 && (y / way) * 100 >= percent;
};

function onExit(attempt, signal) {
  onScroll(quickBackUp(), attempt, signal);
  const left = ({ clientY }) => clientY <= 0 && attempt();
  document.documentElement.addEventListener("mouseleave", left, { passive: true, signal });
  let hidden = Infinity;
  const turned = () => {
    if (document.hidden) hidden = performance.now();
    else if (performance.now() - hidden > AWAY) attempt();
  };
  document.addEventListener("visibilitychange", turned, { signal });
}

// Measured over one sweep of the thumb; a pointer that can hover has the window's edge instead.
export function quickBackUp(touch = matchMedia("(hover: none)").matches) {
  let top = 0;
  let last = 0;
  let from = { y: 0, at: 0 };
  return (y, at) => {
    if (y >= top) from = { y, at };
    else if (at - last > SWEEP) from = { y: top, at };
    [top, last] = [y, at];
    const far = from.y - y;
    return touch && far >= FAR && far / (at - from.at || 1) >= QUICK;
  };
}
