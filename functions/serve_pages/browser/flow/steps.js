// The way from a number to a discount code, without any look: `number`, `code`, `done`. It keeps what a reload must not
// lose, which is never the phone number, and throws problems (see api.js) for whoever shows them.
import { digits, LENGTH } from "./digits.js";
import { wanting } from "./faults.js";

const OVER = ["challenge_over", "challenge_not_found"];
const GOOD = ["issued", "reserved", "rolled_back"];

// `memory` has recall() and keep(changes); `about()` is what a sign-up tells besides number and consent.
export function steps({ api, memory, about, tell = () => {} }) {
  const challenge = () => memory.recall().challenge;

  function expect({ challenge_id, resend_after, expires_at }) {
    const since = Date.now();
    const again = since + resend_after * 1000;
    memory.keep({ challenge: { id: challenge_id, since, again, until: Date.parse(expires_at) } });
  }

  async function guarded(work) {
    try {
      return await work();
    } catch (problem) {
      throw learn(problem);
    }
  }

  function learn(problem) {
    if (problem.code === "too_soon") {
      memory.keep({ challenge: { ...challenge(), again: Date.now() + problem.retry_after * 1000 } });
    }
    if (!OVER.includes(problem.code) && problem.attempts_left !== 0) return problem;
    restart();
    return { code: "challenge_over" };
  }

  const restart = () => memory.keep({ challenge: undefined });

  return {
    restart,
    get challenge() { return challenge(); },
    get outcome() { return memory.recall().outcome; },
    get step() {
      if (memory.recall().outcome) return "done";
      return challenge()?.until > Date.now() ? "code" : "number";
    },
    async signUp({ phone, country, version, accepted }) {
      if (!phone.trim()) throw wanting("phone");
      if (!accepted) throw { code: "consent_missing", errors: [{ field: "consent.accepted" }] };
      expect(await api.signUp({ ...about(), phone, country, consent: { version, accepted } }));
      tell("signed-up");
    },
    async confirm(typed) {
      const code = digits(typed);
      if (code.length !== LENGTH) throw wanting("code");
      const { lead, ...outcome } = await guarded(() => api.confirm(challenge()?.id, code));
      memory.keep({ challenge: undefined, outcome: { ...outcome, returning: lead.returning } });
      tell("confirmed");
    },
    resend: () => guarded(async () => expect(await api.resend(challenge()?.id))),
  };
}

// Good until it expires; `over` names why it is not, or why there is none.
export function over({ discount, no_code }, now = Date.now()) {
  if (!discount) return no_code;
  if (!GOOD.includes(discount.state ?? "issued")) return discount.state;
  return Date.parse(discount.expires_at) < now ? "expired" : null;
}
