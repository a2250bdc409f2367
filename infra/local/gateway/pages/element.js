export const $ = (id) => document.getElementById(id);

export function element(tag, name, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}

export function button(name, words, deed) {
  const made = element("button", name, words);
  made.type = "button";
  made.addEventListener("click", deed);
  return made;
}

export function spaced(number) {
  return number.replace(/^(\+\d{2})(\d{3})(\d{3})(\d+)$/, "$1 $2 $3 $4");
}

let fading;
export function toast(words) {
  $("toast").textContent = words;
  clearTimeout(fading);
  fading = setTimeout(() => { $("toast").textContent = ""; }, 2500);
}
