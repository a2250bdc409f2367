// Bringing friends: the lead's own link, shared by the system's sheet or copied.
import { share } from "../flow/sharing.js";
import { make } from "./element.js";

export function friends({ texts: say }, url, told) {
  if (!url) return null;
  const shown = make("p.address", { dir: "ltr" }, url.replace(/^https?:\/\//, ""));
  const send = async () => {
    if (await share(url, say.share_text, shown)) told.textContent = say.link_copied;
  };
  return make(
    "div.extra",
    {},
    make("h3", {}, say.share_heading),
    make("p.small", {}, say.share_intro),
    shown,
    make("button.second", { type: "button", onclick: send }, say.share_button),
  );
}
