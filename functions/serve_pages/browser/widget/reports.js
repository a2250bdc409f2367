// What is told of the visitor's way: to our API, and to the shop's own analytics by events on the window.
import { origins } from "./memory.js";

export function reporting({ api, asset, memory }) {
  const reports = {
    variant: null,
    about: () => ({
      asset_id: asset,
      ...origins(memory.recall()),
      variant: reports.variant ?? undefined,
      // Without its query, where shops keep what is nobody's business.
      page_url: (location.origin + location.pathname).slice(0, 2048),
    }),
    // Never in anybody's way: a report that fails is lost.
    tell(kind, more) {
      const remember = ({ visit_id: id }) => kind === "opened" && id && memory.keep({ visit: { id, at: Date.now() } });
      return api.visit({ ...reports.about(), kind, ...more }).then(remember).catch(() => {});
    },
    announce(name) {
      const detail = { asset_id: asset, variant: reports.variant };
      window.dispatchEvent(new CustomEvent(`twofold:${name}`, { detail }));
    },
    both(name) {
      reports.tell(name);
      reports.announce(name);
    },
  };
  return reports;
}
