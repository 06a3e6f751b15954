// The theme is remembered beside the data because it has to be known before the
// first paint, when no database is open yet. first.js runs this in the head.
// It is of this app's own path: another copy on the origin has its own.
const everywhere = "rebound-theme"; // its name before 0.4
const key = everywhere + ":" + new URL("./", location.href).pathname;

export function setTheme(name) {
  try {
    localStorage.removeItem(everywhere);
    if (name === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, name);
  } catch {} // a browser that keeps nothing still gets its theme for now
  applyTheme(name);
}

export function applyTheme(name) {
  let theme = name;
  try {
    theme ??= localStorage.getItem(key) ?? localStorage.getItem(everywhere);
  } catch {}
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const meta of document.querySelectorAll("meta[data-scheme]")) {
    const { scheme } = meta.dataset; // the bars around the page take its colour
    meta.media = theme === "light" || theme === "dark" ? (scheme === theme ? "all" : "not all") : `(prefers-color-scheme: ${scheme})`;
  }
}
