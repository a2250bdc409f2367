// The camera at the phone's back, and what it sees.
import { detector } from "./detector.js";

const PAUSE = 120;
const WISH = { video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false };

// Whether it may be used without asking anew.
export async function allowed() {
  try {
    return (await navigator.permissions.query({ name: "camera" })).state === "granted";
  } catch {
    return false;
  }
}

// Shows the camera in `video` and calls `found` with each text it reads, until the answer is called.
// Throws what getUserMedia throws, NotAllowedError where somebody said no; and where nothing can read a code.
export async function watch(video, found) {
  const read = await detector();
  const stream = await navigator.mediaDevices.getUserMedia(WISH);
  let on = true;
  video.srcObject = stream;
  const end = () => {
    on = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  await video.play().catch(() => {});
  look(read, video, () => on, found);
  return { end, light: light(stream) };
}

async function look(read, video, going, found) {
  while (going()) {
    const text = video.readyState >= 2 && (await read(video).catch(() => null));
    if (text && going()) found(text);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

// Switches the camera's own lamp; none where there is none.
function light(stream) {
  const [track] = stream.getVideoTracks();
  if (!track.getCapabilities?.().torch) return null;
  let lit = false;
  return () => track.applyConstraints({ advanced: [{ torch: (lit = !lit) }] }).catch(() => {});
}
