// The one script that the first paint waits for: without it a runner who chose a
// theme would see the other one flash, one who has a diary the first screen, and
// today's verdict would wait for wasm.
import { hold } from "./held.js";
import { onApple } from "./install.js";
import { showFirst } from "./known.js";
import { paintLast } from "./last.js";
import { applyTheme } from "./theme.js";

applyTheme();
document.documentElement.classList.toggle("ios", onApple());
showFirst();
hold();
paintLast();
