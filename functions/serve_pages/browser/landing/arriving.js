// Whoever opens the page without a link of ours is counted here. The visit's id goes into the page's own address, from
// where both the form and the next look at the page take it.
import { connect } from "../flow/api.js";
import { arrival } from "../flow/arrival.js";

export async function report(asset_id) {
  const { visit, referral, utm } = arrival(location.href);
  if (visit) return;
  const page_url = location.origin + location.pathname;
  try {
    const { visit_id } = await connect(location.origin).visit({ asset_id, kind: "opened", page_url, referral, utm });
    const here = new URL(location.href);
    // A quick visitor may be a step ahead by now.
    if (here.pathname !== new URL(page_url).pathname) return;
    here.searchParams.set("tf_visit", visit_id);
    history.replaceState(null, "", here);
  } catch {
    // Counting is never in anybody's way.
  }
}
