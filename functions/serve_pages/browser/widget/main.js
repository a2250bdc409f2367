// The widget's one line on a page ends here. Loading it only registers: the work begins when the page has loaded and rests.
import { register } from "./register.js";

const script = document.currentScript;
// Twice on a page is harmless. An element with the id `twofold` is found under the same name, but has no `viewed`.
if (script?.dataset.asset && typeof window.twofold?.viewed !== "function") register(script);
