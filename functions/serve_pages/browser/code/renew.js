// The page as it is made now, put into the place of what it said. What is read aloud stays the same element, or nobody
// would hear of it.
const PATIENCE = 15_000;

export async function renew(main) {
  const signal = AbortSignal.timeout?.(PATIENCE);
  const answer = await fetch(location.href, { cache: "no-store", signal, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("main[data-status]");
  if (!next) throw new Error("no page");
  const focused = document.activeElement?.closest("#card") && document.activeElement;
  for (const id of ["state", "card"]) {
    const part = document.getElementById(id);
    const fresh = page.getElementById(id);
    part.className = fresh.className;
    part.replaceChildren(...fresh.childNodes);
  }
  main.querySelector("h1").textContent = next.querySelector("h1").textContent;
  main.dataset.status = next.dataset.status;
  main.toggleAttribute("data-final", "final" in next.dataset);
  if (focused) regain(document.getElementById("state"));
}

// Where the button was that somebody had reached, reading goes on at what has changed.
function regain(part) {
  part.tabIndex = -1;
  part.focus();
}
