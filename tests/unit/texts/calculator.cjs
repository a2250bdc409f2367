// Counts texts with npm's sms-segments-calculator: a JSON string a line in, [encoding, segments, joined, apart] out.
// It never lets a border between segments cut a grapheme cluster (é typed as two, a family of emoji), which no
// standard asks for. `joined` says whether the text has such clusters; `apart` are its segments without that rule.
const { readFileSync } = require("node:fs");
const { Worker, isMainThread, parentPort, workerData } = require("node:worker_threads");
const { SegmentedMessage } = require("sms-segments-calculator");
const rules = require("sms-segments-calculator/dist/libs/textUtils");

const THREADS = 2;
const byCluster = rules.splitGraphemes;

function count(text, split) {
  rules.splitGraphemes = split;
  return new SegmentedMessage(text);
}

function answer(line) {
  const text = JSON.parse(line);
  const told = count(text, byCluster);
  const joined = told.graphemes.some((cluster) => [...cluster].length > 1);
  const apart = joined ? count(text, (message) => [...message]) : told;
  return JSON.stringify([told.encodingName, told.segmentsCount, joined, apart.segmentsCount]);
}

function inAThread(lines) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(__filename, { workerData: lines });
    thread.on("message", resolve).on("error", reject);
  });
}

if (isMainThread) {
  const lines = readFileSync(0, "utf8").split("\n");
  const share = Math.ceil(lines.length / THREADS);
  const shares = Array.from({ length: THREADS }, (_, n) => lines.slice(n * share, (n + 1) * share));
  Promise.all(shares.map(inAThread)).then((told) => console.log(told.flat().join("\n")));
} else {
  parentPort.postMessage(workerData.map(answer));
}
