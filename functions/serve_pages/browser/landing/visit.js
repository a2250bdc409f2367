// How the visitor came. The visit goes with the form, and not with the address: whoever is sent that begins a visit of
// their own. The tab remembers it, so that loading the page again is none.
import { connect } from "../flow/api.js";
import { arrival } from "../flow/arrival.js";

const PARAMETER = "tf_visit";
let visit = null;

export async function meet(asset_id) {
  const key = `twofold visit ${asset_id}`;
  const { visit: told, referral, utm } = arrival(location.href);
  visit = told ?? recall(key);
  if (told) hide();
  try {
    visit ??= (await connect(location.origin).visit({ asset_id, kind: "opened", page_url: here(), referral, utm })).visit_id;
    sessionStorage.setItem(key, visit);
  } catch {
    // Neither counting nor remembering is ever in anybody's way.
  }
}

// The address that a form is sent to, with the visit that it comes of.
export function withVisit(address) {
  const url = new URL(address, location.href);
  if (visit) url.searchParams.set(PARAMETER, visit);
  return url.href;
}

const here = () => location.origin + location.pathname;

function hide() {
  const url = new URL(location.href);
  url.searchParams.delete(PARAMETER);
  history.replaceState(null, "", url);
}

function recall(key) {
  try { return sessionStorage.getItem(key); } catch { return null; }
}
