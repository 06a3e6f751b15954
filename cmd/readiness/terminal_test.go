package main

import (
	"encoding/json"
	"strings"
	"testing"

	"rebound/app/wire"
)

// However the bytes come, what cannot be seen goes out as it is written in JSON, and
// the rest as it is.
func TestTerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain, naïve, 走る 🏃\u200d♀️\tand\nnext\r\n": "plain, naïve, 走る 🏃\u200d♀️\tand\nnext\r\n",
		"\x1b]8;;http://x\x07\r over":               `\u001b]8;;http://x\u0007\u000d over`,
		"\u202egpj.exe\u2066\u200f\ufeff":           `\u202egpj.exe\u2066\u200f\ufeff`,
		"\u0085\u009b31m\u2028\x7f\x00":             `\u0085\u009b31m\u2028\u007f\u0000`,
		"tag \U000e0041 end":                        `tag \udb40\udc41 end`,
		"not UTF-8 \xff":                            "not UTF-8 \xff",
	} {
		var out strings.Builder
		if n, err := (terminal{w: &out}).Write([]byte(in)); out.String() != want || n != len(in) || err != nil {
			t.Errorf("%q: %q, %d, %v; want %q", in, out.String(), n, err, want)
		}
	}
}

// JSON is the same to whoever reads it.
func TestTerminalJSON(t *testing.T) {
	why := "a\u202eb\u009bc\U000e0041d\x7f"
	var out strings.Builder
	if err := writeJSON(&invocation{stdout: terminal{w: &out}}, wire.Reason{Text: why}); err != nil {
		t.Fatal(err)
	}
	var back wire.Reason
	if err := json.Unmarshal([]byte(out.String()), &back); err != nil || back.Text != why || strings.ContainsAny(out.String(), why[1:4]) {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// A name with the end of a line in it makes no line of its own, in colour either.
func TestPainterKeepsLines(t *testing.T) {
	for _, colour := range []bool{false, true} {
		var out strings.Builder
		p := painter{w: &out, colour: colour}
		p.line("%-10s %s", "a\nGo ahead", p.paint("go", "b\x1b[2J\nc"))
		p.head("d\x1b[31m")
		p.wrap("  ", "  ", "e\x1b[31m \u2068f\u2069")
		text := strings.ReplaceAll(strings.ReplaceAll(out.String(), "\x1b[1;34m", ""), "\x1b[0m", "")
		text = strings.ReplaceAll(text, "\x1b[1m", "")
		if want := `a\u000aGo ahead b\u001b[2J\u000ac` + "\n\n" + `d\u001b[31m` + "\n" + `  e\u001b[31m f` + "\n"; text != want {
			t.Errorf("%q, want %q", text, want)
		}
	}
}
