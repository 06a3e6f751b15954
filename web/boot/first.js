// The one script that the first paint waits for: without it a runner who chose a
// theme would see the other one flash, and today's verdict would wait for wasm.
import { paintLast } from "./last.js";
import { applyTheme } from "./theme.js";

applyTheme();
paintLast();
