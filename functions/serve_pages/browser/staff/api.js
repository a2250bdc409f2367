// The HTTP API as a till uses it. Whatever goes wrong is thrown as a problem: `{code, status?, detail?, errors?, retry_after?}`.
const PATIENCE = { GET: 6_000, POST: 12_000 };
const PASSING = [408, 425, 429];

export function connect(key) {
  const ask = (path, options) => speak(key, path, options);
  const code = (typed) => `codes/${encodeURIComponent(typed)}`;
  return {
    device: () => ask("device"),
    check: (typed) => ask(code(typed)),
    // The same `once` again means the same deed: it is never done twice.
    redeem: (typed, body, once) => ask(`${code(typed)}/redemptions`, { body, once }),
    rollBack: (redemption, body, once) =>
      ask(`redemptions/${encodeURIComponent(redemption)}/rollback`, { body, once }),
  };
}

async function speak(key, path, { body, once } = {}) {
  const headers = { Authorization: `Bearer ${key}` };
  if (once) Object.assign(headers, { "Content-Type": "application/json", "Idempotency-Key": once });
  const method = once ? "POST" : "GET";
  let answer, content;
  try {
    const signal = AbortSignal.timeout?.(PATIENCE[method]);
    answer = await fetch(`/v1/${path}`, { method, headers, body: body && JSON.stringify(body), signal, cache: "no-store" });
    content = await answer.json();
  } catch {
    if (!answer || answer.ok) throw { code: "network" };
  }
  if (!answer.ok) throw { ...content, status: answer.status };
  return { ...content, told_at: Date.parse(answer.headers.get("Date")) || Date.now() };
}

// Nobody knows yet, so asking again can help: only an answer of ours that says no is one.
export const passing = ({ code, status }) => !code || !(status < 500) || PASSING.includes(status);

// The key opens nothing any more; a place that does not fit is about the code instead.
export const locked = ({ code, status }) =>
  status === 401 || (status === 403 && code !== "place_mismatch");
