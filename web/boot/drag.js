// Dragging a session of the plan to another day, by mouse, pen or finger. The
// page draws a card a day (li[data-date]) and on each a handle that is also a
// button (.move, with the days it may go to in data-to); what comes of a drag is
// told to the list as one event, "rebound-move" with the detail "from to". A
// press without a drag stays a press, so that whoever cannot drag has the button.

const slack = 8; // px that a press may wander
const edge = 84; // px from the window's edge where a drag scrolls; a phone's bar stands there
const pace = 9; // px a frame

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
  let at = down;
  const draw = () => {
    card.style.translate = `0 ${at.clientY - down.clientY + scrolled}px`;
    const under = (other) => {
      const r = other.getBoundingClientRect();
      return at.clientY >= r.top && at.clientY < r.bottom;
    };
    enter([...list.children].find((other) => other !== card && allowed.includes(other.dataset.date) && under(other)) ?? null);
  };
  // scroll goes on for as long as the card is held at the window's edge.
  const scroll = () => {
    if (signal.aborted) return;
    const by = at.clientY < edge ? -pace : at.clientY > innerHeight - edge ? pace : 0;
    const before = scrollY;
    if (by) scrollBy({ top: by, behavior: "instant" });
    if (scrollY !== before) {
      scrolled += scrollY - before;
      draw();
    }
    requestAnimationFrame(scroll);
  };
  const move = (event) => {
    if (event.pointerId !== down.pointerId) return;
    at = event;
    if (!moving) {
      if (Math.hypot(at.clientX - down.clientX, at.clientY - down.clientY) < slack) return;
      moving = true;
      card.classList.add("dragging");
      for (const other of list.children) other.classList.toggle("may", allowed.includes(other.dataset.date));
      scroll();
    }
    event.preventDefault();
    draw();
  };

  handle.setPointerCapture?.(down.pointerId);
  addEventListener("pointermove", move, { signal });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, end, { signal });
  addEventListener("keydown", (event) => { if (event.key === "Escape") end(event); }, { signal });
}
