// The service worker's page side. A new version waits until the runner says so,
// and then every tab reloads: never a new cache under old code.

let registration = null;

export async function registerServiceWorker() {
  if (!("serviceWorker" in navigator)) return;
  const controlled = !!navigator.serviceWorker.controller;
  let reloading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!controlled || reloading) return; // the first one just takes over what it cached
    reloading = true;
    location.reload();
  });
  try {
    registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  } catch (error) {
    console.error("offline use is not possible here:", error);
    return;
  }
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) globalThis.rebound.onupdate?.();
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {}); // offline: no news
  });
}

export const updateWaits = () => !!registration?.waiting;

// update lets the waiting version take over; every tab then reloads.
export function update() {
  registration?.waiting?.postMessage("take over");
}
