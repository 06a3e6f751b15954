// Toasts stand over the foot of the page, near the thumb. What the runner types in, or
// the keyboard stands on, must not lie under one, nor the toast under a phone's keyboard.

export function watchToasts() {
  const keyboard = () => {
    const { height, offsetTop, scale } = visualViewport;
    const covered = scale === 1 ? Math.max(0, innerHeight - height - offsetTop) : 0;
    document.documentElement.style.setProperty("--keyboard", covered + "px");
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
  new MutationObserver((list) => list.some(({ target }) => target.nodeType === 1 && target.matches(".toasts, .toasts *")) && free())
    .observe(document.body, { subtree: true, childList: true });
}
