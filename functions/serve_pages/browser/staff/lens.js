// The frame in which the camera is seen. It starts by itself where it may without asking, else at a touch; and it rests while
// nobody looks at the page.
import { allowed, watch } from "./camera.js";
import { button, make } from "./elements.js";

export function lens({ say, seen, failed }) {
  let camera, closed, starting;
  const video = make("video", { muted: true, playsInline: true, hidden: true, "aria-label": say.camera_hint });
  const start = button("main", say.camera, begin);
  const lamp = button("light", say.light, () => camera?.light?.(), { hidden: true });
  const room = make("div.camera", {}, video, make("div.frame"), start, lamp);

  async function begin() {
    if (starting || camera) return;
    starting = true;
    start.hidden = true;
    try {
      camera = await watch(video, (text) => closed || seen(text));
      shown();
    } catch (problem) {
      room.hidden = true;
      failed(problem);
    }
    starting = false;
    if (closed) stop();
  }

  function shown() {
    video.hidden = false;
    lamp.hidden = !camera.light;
    room.classList.add("on");
  }

  function stop() {
    camera?.end();
    camera = undefined;
  }

  function rest() {
    if (document.hidden) stop();
    else if (room.classList.contains("on")) begin();
  }

  document.addEventListener("visibilitychange", rest);
  return {
    room,
    open: async () => (await allowed()) && !closed && begin(),
    close() {
      closed = true;
      document.removeEventListener("visibilitychange", rest);
      stop();
    },
  };
}
