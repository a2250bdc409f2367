// The HTTP API. Whatever goes wrong is thrown as a problem: `{code, status?, errors?, retry_after?, attempts_left?}`.
import { write } from "./plain.js";

const PATIENCE = 20_000;

export function connect(origin) {
  // A body without a type of its own travels as text/plain, which spares the browser's question beforehand.
  const post = (path, body) => ask(`${origin}/v1/${path}`, { method: "POST", body: write(body) });
  return {
    settings: (asset, locale) =>
      ask(`${origin}/v1/assets/${encodeURIComponent(asset)}?locale=${encodeURIComponent(locale)}`),
    signUp: (body) => post("signups", body),
    resend: (challenge) => post(`signups/${challenge}/resend`, {}),
    confirm: (challenge, code) => post(`signups/${challenge}/confirmation`, { code }),
    // Outlives the page: a click may lead away from it.
    visit: (body) => ask(`${origin}/v1/visits`, { method: "POST", body: write(body), keepalive: true }),
  };
}

// An answer that cannot be read is no answer, but a refusal is one whatever its body.
async function ask(address, options) {
  let answer, content;
  try {
    answer = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout?.(PATIENCE), ...options });
    content = await answer.json();
  } catch {
    if (!answer || answer.ok) throw { code: "network" };
  }
  if (!answer.ok) throw { ...content, status: answer.status };
  return content;
}
