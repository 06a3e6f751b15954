// The one script that the first paint waits for: without it a runner who chose a
// theme would see the other one flash.
import { applyTheme } from "./theme.js";

applyTheme();
