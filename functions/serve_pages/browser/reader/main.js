// Reads a QR code in a picture of the camera, for browsers that cannot by themselves; nobody else loads it.
import decode from "qr/decode.js";

// `picture` is ImageData; null where no code can be read in it.
window.twofoldReader = (picture) => {
  try {
    return decode(picture);
  } catch {
    return null;
  }
};
