// When the widget may speak up: the rules of the settings and what is remembered, nothing of the page's own.
import { over } from "../flow/steps.js";

const DAY = 86_400_000;
// A popup on entry repels: whatever triggers it, the visitor has a moment first. Milliseconds.
export const ENTRY = 3_000;

export function speaksHere({ pages, not_pages }, path) {
  const fits = (pattern) => matcher(pattern).test(path);
  return (!pages.length || pages.some(fits)) && !not_pages.some(fits);
}

const matcher = (pattern) =>
  new RegExp(`^${pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|/-]/g, "\\$&")).join(".*")}$`);

const isQuiet = (rules, since, now) => now - (since ?? -Infinity) < rules.quiet_days_after_dismissal * DAY;

// A code of one's own stays within reach while it is good; once it is over, nothing is offered again.
export function mayTease(rules, seen, path, now) {
  if (seen.outcome && over(seen.outcome, now)) return false;
  return rules.teaser && speaksHere(rules, path) && !isQuiet(rules, seen.waved, now);
}

export function mayPopUp(rules, seen, path, now, entered) {
  if (seen.outcome || now - entered < ENTRY || !speaksHere(rules, path)) return false;
  if (isQuiet(rules, seen.waved, now) || isQuiet(rules, seen.shut, now)) return false;
  return lately(rules, seen, now).length < rules.most_popups;
}

// The popups that still count, by their times.
export const lately = (rules, { popups = [] }, now) =>
  popups.filter((at) => now - at < rules.most_popups_days * DAY);
