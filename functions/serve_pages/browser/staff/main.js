// The page on which a shop's people scan and redeem codes begins here.
import { connect } from "./api.js";
import { forgetting, keyless, meet } from "./device.js";
import { arrive, leave } from "./key.js";
import { listing } from "./list.js";
import { below, dress, foot, introduce } from "./page.js";
import { queue } from "./queue.js";
import { recent } from "./recent.js";
import { speak } from "./say.js";
import { keep, recall } from "./store.js";
import { till } from "./till.js";

const tongue = speak();
const list = listing();
let wake = () => {};
let rest = () => {};

function begin() {
  const key = arrive();
  if (key) work(key);
  else idle(false);
}

function work(key) {
  const api = connect(key);
  const onLocked = () => idle(true);
  const asking = queue({ api, list, onLocked });
  const desk = till({ tongue, api, list, queue: asking, onLocked });
  const draw = () => recent(list.all(), tongue, desk.open);
  list.hear(draw);
  setInterval(draw, 1_000);
  draw();
  forgetting(tongue, desk.waiting, () => { leave(); idle(false); });
  introduce(recall("device"));
  rest = meet(api, known, onLocked);
  desk.next();
  wake = () => asking.pump(true);
  wake();
}

function known({ label, place, place_name, undo_s }) {
  keep("device", { label, place, place_name, undo_s });
  introduce(recall("device"));
}

function idle(shut) {
  wake = () => {};
  rest();
  if (!shut) below();
  foot();
  keyless(tongue, shut);
}

dress(tongue);
begin();
addEventListener("online", () => wake());
document.addEventListener("visibilitychange", () => document.hidden || wake());
// Another device's link in the same tab.
addEventListener("hashchange", () => location.hash && (arrive(), location.reload()));
