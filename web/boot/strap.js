// A measurement with a chest strap (web/strap, a file of its own that is fetched when it
// is first wanted).

import { script } from "./script.js";

let loaded;

// strap has one made: took gets its intervals and who is to hear what came of them. missing
// is called where it could not be fetched.
export function strap(took, missing) {
  loaded ??= new Promise((done, failed) => {
    const s = document.createElement("script");
    s.src = script("strap.js");
    s.onload = done;
    s.onerror = () => {
      s.remove();
      loaded = null;
      failed();
    };
    document.head.append(s);
  });
  loaded.then(() => globalThis.reboundStrap(took), missing);
}
