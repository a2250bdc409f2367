// What reads a QR code in a video: the browser itself where it can, else a script that is loaded only then.
const SCRIPT = "/static/reader.js";
const WIDEST = 720;

export const detector = async () => (await native()) ?? (await loaded());

async function native() {
  try {
    if (!(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return null;
    const reader = new BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await reader.detect(video))[0]?.rawValue;
  } catch {
    return null;
  }
}

async function loaded() {
  if (!window.twofoldReader) await load();
  const canvas = document.createElement("canvas");
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    brush.drawImage(video, 0, 0, canvas.width, canvas.height);
    return window.twofoldReader(brush.getImageData(0, 0, canvas.width, canvas.height));
  };
}

const load = () =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: SCRIPT, onload: resolve, onerror: reject });
    document.head.append(script);
  });
