// Dragging a session of the plan to another day, by mouse, pen or finger. The
// page draws a card a day (li[data-date]) and on each a handle that is also a
// button (.move, with the days it may go to in data-to); what comes of a drag is
// told to the list as one event, "rebound-move" with the detail "from to". A
// press without a drag stays a press, so that whoever cannot drag has the button.

const slack = 8; // px that a press may wander
const edge = 72; // px from the window's edge where a drag scrolls

export function listenForDrags() {
  addEventListener("pointerdown", (event) => {
    const handle = event.button === 0 && event.target.closest?.(".move[data-to]");
    if (handle) follow(handle, event);
  });
}

function follow(handle, down) {
  const card = handle.closest("li");
  const list = card.parentElement;
  const allowed = handle.dataset.to.split(" ");
  const stop = new AbortController();
  const { signal } = stop;
  let moving = false;
  let over = null;
  let scrolled = 0;

  const enter = (next) => {
    if (next === over) return;
    over?.classList.remove("over");
    over = next;
    over?.classList.add("over");
  };
  const end = (event) => {
    stop.abort();
    if (!moving) return;
    const to = over;
    enter(null);
    card.classList.remove("dragging");
    card.style.translate = "";
    for (const other of list.children) other.classList.remove("may");
    const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
    if (to && event.type === "pointerup") {
      list.dispatchEvent(new CustomEvent("rebound-move", { detail: card.dataset.date + " " + to.dataset.date }));
    }
  };
  const move = (event) => {
    if (event.pointerId !== down.pointerId) return;
    const dy = event.clientY - down.clientY;
    if (!moving) {
      if (Math.hypot(event.clientX - down.clientX, dy) < slack) return;
      moving = true;
      card.classList.add("dragging");
      for (const other of list.children) other.classList.toggle("may", allowed.includes(other.dataset.date));
    }
    event.preventDefault();
    const by = event.clientY < edge ? -12 : event.clientY > innerHeight - edge ? 12 : 0;
    if (by) {
      const before = scrollY;
      scrollBy({ top: by, behavior: "instant" });
      scrolled += scrollY - before;
    }
    card.style.translate = `0 ${dy + scrolled}px`;
    const at = (other) => {
      const r = other.getBoundingClientRect();
      return event.clientY >= r.top && event.clientY < r.bottom;
    };
    enter([...list.children].find((other) => other !== card && allowed.includes(other.dataset.date) && at(other)) ?? null);
  };

  handle.setPointerCapture?.(down.pointerId);
  addEventListener("pointermove", move, { signal });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { signal });
  addEventListener("keydown", (event) => { if (event.key === "Escape") end(event); }, { signal });
}
