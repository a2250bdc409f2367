// What this browser knows of the visitor: one key of localStorage for each asset, and no cookie. Never a phone number.
import { write } from "../flow/plain.js";

const PAUSE = 1_800_000;
// A visit explains a sign-up for as long as analytics usually let one do: 30 days.
const VISIT_COUNTS = 30 * 86_400_000;

export function remembering(asset) {
  const key = `twofold:${asset}`;
  let here = {};
  let forbidden = false;

  // Read anew each time: another tab may have written since.
  function recall() {
    try {
      if (!forbidden) here = read(localStorage.getItem(key));
    } catch {
      forbidden = true;
    }
    return here;
  }

  function keep(changes) {
    here = { ...recall(), ...changes };
    try {
      localStorage.setItem(key, write(here));
    } catch {
      forbidden = true;
    }
  }

  // Half an hour without a page begins another time that the visitor is here.
  function arrive({ visit, referral, utm }) {
    const { last = 0, times = 0, chance = crypto.getRandomValues(new Uint32Array(1))[0], ...known } = recall();
    const now = Date.now();
    keep({
      chance,
      last: now,
      times: now - last > PAUSE ? times + 1 : times,
      visit: visit ? { id: visit, at: now } : known.visit,
      referral: referral ?? known.referral,
      utm: utm ?? known.utm,
    });
  }

  return { recall, keep, arrive };
}

function read(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

export function origins({ visit, referral, utm }) {
  const counts = visit && Date.now() - visit.at < VISIT_COUNTS;
  return { visit_id: counts ? visit.id : undefined, referral, utm };
}
