// The service worker: everything the app needs is kept at install, and nothing
// else is ever fetched. Workbox keeps the list; every entry carries its
// integrity, so that a stale file under a new list is refused, and an install
// that misses one file fails as a whole and leaves the version before it alone.

import { PrecacheController } from "workbox-precaching";
import { keep } from "../boot/inbox.js";
import { inflated } from "../boot/inflate.js";

const scope = new URL(self.registration.scope);
const controller = new PrecacheController({
  // The scope is in the name: other apps of this origin keep their caches.
  cacheName: "rebound" + scope.pathname,
  plugins: [{
    // At the first install the page has just loaded most of these files: asking
    // the host whether they still hold spares sending them twice. Later versions
    // are fetched anew, past every cache.
    requestWillFetch: async ({ request }) =>
      self.registration.active ? request : new Request(request, { cache: "no-cache" }),
    // Wasm is inflated once, here, and then costs no later start anything.
    async cacheWillUpdate({ request, response }) {
      if (!response || response.status !== 200) return null;
      if (!new URL(request.url).pathname.endsWith(".wasm.gz")) return response;
      const body = await new Response(await inflated(response)).arrayBuffer();
      return new Response(body, { headers: { "Content-Type": "application/wasm", "Content-Length": String(body.byteLength) } });
    },
  }],
});
controller.addToCacheList(__PRECACHE__);

self.addEventListener("install", (event) => controller.install(event));
self.addEventListener("activate", (event) => {
  controller.activate(event);
  event.waitUntil(self.clients.claim());
});
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

// The app's own files are answered, its page at its own address; whatever else lies
// below it on this origin (another app, a second copy) is the network's. An entry
// that is gone from the cache is fetched again, and only the very bytes of this build
// are taken for it.
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== scope.origin) return;
  if (event.request.method === "POST" && url.pathname === scope.pathname + "share") return void event.respondWith(shared(event));
  if (event.request.method !== "GET") return;
  const path = url.pathname === scope.pathname ? scope.pathname + "index.html" : url.pathname;
  const key = controller.getCacheKeyForURL(scope.origin + path);
  if (!key) return;
  const params = { cacheKey: key, integrity: controller.getIntegrityForCacheKey(key) };
  event.respondWith(controller.strategy.handle({ request: new Request(key), event, params }));
});

// shared takes what another app shares (the manifest's share_target), and then shows
// the screen that reads it. A form that cannot be kept is no reason to show nothing.
async function shared(event) {
  let state = "shared";
  try {
    await keep(event.request, scope.pathname);
  } catch (error) {
    console.error("the shared files could not be kept:", error);
    state = "full";
  }
  return Response.redirect(`${scope.href}?${state}#/files`, 303);
}
