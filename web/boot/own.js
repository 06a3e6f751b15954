// A name of the runner's own within a sentence: one that is written from right to left, or
// that turns text round, is isolated from what stands around it (as app/unit's Own does).
const turns = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const own = (name) => (turns.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/g, "")}\u2069` : name);
