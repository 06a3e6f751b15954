// The theme is remembered beside the data because it has to be known before the
// first paint, when no database is open yet.
const key = "rebound-theme";

export function setTheme(name) {
  try {
    if (name === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, name);
  } catch {} // a browser that keeps nothing still gets its theme for now
  applyTheme(name);
}

export function applyTheme(name) {
  let theme = name;
  try {
    theme ??= localStorage.getItem(key);
  } catch {}
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
