// A receiver of webhooks: verifies each delivery, keeps it once, and answers.
//
//     npm install standardwebhooks
//     WEBHOOK_SECRET=whsec_… node receiver.mjs 8000 kept.jsonl

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const LONGEST = 1_000_000; // bytes of a delivery

const [port, path] = process.argv.slice(2);
// The webhook's own secret and, while it rotates, the new one.
const verifiers = process.env.WEBHOOK_SECRET.split(" ").map((secret) => new Webhook(secret));
const kept = new Set(readLines(path).map((line) => JSON.parse(line).id));

createServer(async (request, response) => {
  response.setHeader("connection", "close");
  response.writeHead(await receive(request).catch(() => 400)).end();
})
  .listen(Number(port), "127.0.0.1", function () {
    console.log(`Listening on port ${this.address().port}.`);
  });

async function receive(request) {
  if (request.method !== "POST") return 405;
  const body = await read(request);
  if (body === null) return 413;
  if (!verifiers.some((verifier) => holds(verifier, body, request.headers))) return 401;
  return keep(request.headers["webhook-id"], JSON.parse(body)) ? 201 : 200;
}

async function read(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > LONGEST) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function holds(verifier, body, headers) {
  try {
    verifier.verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

// Whether it is new. What follows from it belongs into the same transaction, where there is a database.
function keep(id, event) {
  if (kept.has(id)) return false;
  appendFileSync(path, `${JSON.stringify({ id, event })}\n`);
  kept.add(id);
  return true;
}

function readLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}
