package wire

// Problem is the one error that a runner reads: what is wrong, and what to do.
// Everything else is logged, and shown as [Internal].
type Problem struct {
	Code string `json:"code"`           // stable: "range", "no_plan", "full", "internal"
	Text string `json:"text"`           // what is wrong: a sentence
	Hint string `json:"hint,omitempty"` // what to do about it: a sentence
}

// Error is both sentences.
func (p *Problem) Error() string {
	if p.Hint == "" {
		return p.Text
	}
	return p.Text + " " + p.Hint
}

// CodeInternal is the code of what should not have happened: the page offers to
// reload it and to save a backup.
const CodeInternal = "internal"

// Internal is what a runner reads of an error that is not for them.
func Internal() *Problem {
	return &Problem{Code: CodeInternal, Text: "Something went wrong inside Rebound.", Hint: "Reload the page: what was saved is safe."}
}
