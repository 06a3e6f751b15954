// Where scripts come from, for browsers that ask (Trusted Types): the addresses of
// our own, the service worker's and the strap's, and a blob made of a worker's bundled text. Whoever holds
// this may start any script, so it is held by those who start these alone.

const policy = globalThis.trustedTypes?.createPolicy("rebound", { createScriptURL: (url) => url });

export const script = (url) => policy?.createScriptURL(url) ?? url;
