// The service worker's page side. A new version waits until the runner says so,
// and then every tab reloads: never a new cache under old code.

import { typing } from "./drafts.js";
import { reading } from "./port.js";
import { script } from "./script.js";

const base = new URL("./", location.href).pathname;
let registration = null;
let listener = null;

export async function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) return;
  const container = navigator.serviceWorker;
  let current = container.controller;
  container.addEventListener("controllerchange", () => {
    const before = current;
    current = container.controller;
    if (before) location.reload(); // the first one just takes over what it cached
  });
  try {
    registration = await container.register(script("sw.js"), { updateViaCache: "none" });
  } catch (error) {
    console.error("offline use is not possible here:", error);
    return;
  }
  const follow = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", follow);
  follow(); // another tab may have found it first
  offer();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {}); // offline: no news
  });
}

// offer tells the page of a version that waits behind the one that runs.
function offer() {
  if (registration?.waiting && navigator.serviceWorker.controller) listener?.();
}

// onUpdate sets who is told; a version may wait before the page is there.
export function onUpdate(f) {
  listener = f;
  offer();
}

const free = async (name) => !navigator.locks || (await navigator.locks.request(name, { ifAvailable: true }, (lock) => !!lock));

// update lets the waiting version take over; every tab then reloads, and so it
// waits until none is reading files. Forms come back as they were; where something is
// typed that will not, in any tab, the page is told to ask first.
export async function update(anyway) {
  if (!registration?.waiting) return;
  if (!anyway && !(await free(typing(base)))) return listener?.(true);
  if (await free(reading(base))) registration.waiting?.postMessage("take over");
  else setTimeout(update, 1000, anyway);
}
