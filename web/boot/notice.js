// Lines that stand above every screen, in the page's own place for them, without a page
// in Go that knows of them. All of them is text.

export const button = (text, press) => Object.assign(document.createElement("button"), { type: "button", className: "small", textContent: text, onclick: press });

// notice is a line and what can be done about it.
export function notice(text, ...buttons) {
  const e = Object.assign(document.createElement("aside"), { className: "notice kept", ariaLabel: "Your last import" });
  e.append(Object.assign(document.createElement("p"), { textContent: text, role: "status" }), ...buttons);
  return e;
}

// place puts a notice up once the page stands.
export function place(e) {
  const put = () => {
    const at = document.querySelector(".notices");
    at?.append(e);
    return at;
  };
  if (put()) return;
  const standing = new MutationObserver(() => put() && standing.disconnect());
  standing.observe(document.body, { subtree: true, childList: true });
}
