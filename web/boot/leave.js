// A page that the runner leaves may be kept whole, frozen, for the way back to it. Chromium
// 156 ends the process whose worker is frozen at its work and is granted a lock, and with it
// the next page (ADR 50). So the backend goes with its page, and a page that is shown again
// starts anew.
export function watchLeaving(port) {
  addEventListener("pagehide", () => port.leave());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
