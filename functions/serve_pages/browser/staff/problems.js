// Why not: the sentence for a code that is not good, and for a deed that was refused.

import { fill } from "./say.js";

const PUBLISHED = { code_already_redeemed: "redeemed", code_expired: "expired", code_revoked: "revoked", code_reserved: "reserved" };

export function sentence(say, { code, reason = PUBLISHED[code] ?? code, detail } = {}, fields = {}) {
  const said = reason === "minimum_not_met" && !fields.minimum ? say.why_minimum : say[`why_${reason}`];
  return fill(said ?? detail ?? say.why_other, fields);
}
