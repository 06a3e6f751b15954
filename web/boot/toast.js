// Toasts stand over the foot of the page, near the thumb. What the runner types in, or
// the keyboard stands on, must not lie under one, nor the toast under a phone's keyboard;
// the last control of a screen can be scrolled out from them, however many lines they have
// (--toasts, css/toast.css).

export function watchToasts() {
  const root = document.documentElement.style;
  const keyboard = () => {
    const { height, offsetTop, scale } = visualViewport;
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    root.setProperty("--keyboard", covered + "px");
  };
  for (const change of ["resize", "scroll"]) globalThis.visualViewport?.addEventListener(change, keyboard);

  const free = () => {
    const at = document.activeElement;
    if (!at?.closest("main") || at.closest(".dock") || at.id === "title") return;
    const field = at.getBoundingClientRect();
    for (const toast of document.querySelectorAll(".toast:has(button)")) {
      const { top, bottom, left, right } = toast.getBoundingClientRect();
      if (field.bottom > top && field.top < bottom && field.right > left && field.left < right) {
        scrollBy({ top: field.bottom - top + 12, behavior: "instant" });
        return;
      }
    }
  };
  // By keys, once the browser has scrolled; what a mouse has pressed does not move under it.
  addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && requestAnimationFrame(free));

  const sizes = new ResizeObserver(([{ target }]) => {
    root.setProperty("--toasts", target.offsetHeight + "px");
    free();
  });
  let around; // the page draws it once
  new MutationObserver((list) => {
    const now = document.querySelector(".toasts");
    if (now !== around) {
      sizes.disconnect();
      if ((around = now)) sizes.observe(now);
    }
    if (list.some(({ target }) => target.nodeType === 1 && target.matches(".toasts, .toasts *"))) free();
  }).observe(document.body, { subtree: true, childList: true });
}
