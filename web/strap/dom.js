// Small things to build with.

export const el = (tag, props, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children);
  return e;
};

export const svg = (tag, attributes, ...children) => {
  const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
  e.append(...children);
  return e;
};

export const button = (text, press, className = "") => {
  const b = el("button", { type: "button", textContent: text, className });
  b.addEventListener("click", press);
  return b;
};
