// Installing the app, and whether the network is there.

let prompt = null;
const apple = /iP(hone|ad|od)/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
const standalone = () => navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;

// onApple reports whether only the Share sheet can install Rebound, and has not yet.
export const onApple = () => apple && !standalone();

// installed is the part of globalThis.rebound about the device it runs on.
// canInstall is true where the browser offered its prompt, "ios" where only the
// Share sheet can do it, else false.
export function installed() {
  return {
    get canInstall() { return standalone() ? false : prompt ? true : onApple() ? "ios" : false; },
    get offline() { return !navigator.onLine; },
    oninstall: null,
    onoffline: null,
    async install() {
      if (!prompt) return;
      const asked = prompt;
      prompt = null;
      await asked.prompt();
      globalThis.rebound.oninstall?.();
    },
  };
}

export function watchInstall() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    globalThis.rebound.oninstall?.();
  });
  addEventListener("appinstalled", () => {
    prompt = null;
    globalThis.rebound.oninstall?.();
  });
}

export function watchNetwork() {
  const tell = () => globalThis.rebound.onoffline?.(!navigator.onLine);
  addEventListener("online", tell);
  addEventListener("offline", tell);
}
