// A code's page works without this. Here it follows the code while somebody looks: spent at the till, it says so by itself.
import { copy } from "../flow/sharing.js";
import { awake } from "./awake.js";
import { follow } from "./follow.js";
import { renew } from "./renew.js";

const main = document.querySelector("main[data-status]");
const told = document.getElementById("told");

function dress() {
  for (const part of main.querySelectorAll("[data-scripted]")) part.hidden = false;
}

main.addEventListener("click", async ({ target }) => {
  const { dataset } = target.closest("[data-copy]") ?? {};
  if (!dataset) return;
  const shown = document.getElementById(dataset.copy);
  if (await copy(shown.textContent, shown)) told.textContent = dataset.said;
});

dress();
awake(() => Boolean(document.getElementById("ticket")));
follow({
  known: () => main.dataset.status,
  over: () => "final" in main.dataset,
  async changed() {
    await renew(main);
    dress();
  },
  // What may be out of date is not left standing as if it were news.
  lost(is) {
    main.classList.toggle("stale", is);
    told.textContent = is ? main.dataset.offline : "";
  },
});
