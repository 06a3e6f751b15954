package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/entry"
)

// Unread is RefusedEntry for a file that a runner wrote: of one that is not what is wanted
// at all it says where that shows.
func Unread(r *entry.Refusal) *wire.Problem {
	p := &wire.Problem{Code: string(r.Code), Text: "It is not one JSON object.", Hint: "Put all of it between { and }."}
	switch {
	case r.Code != entry.NotJSON:
		return RefusedEntry(r)
	case r.Word == entry.CutOff:
		p.Text, p.Hint = "It is empty, or ends in the middle.", "Save it again, whole."
	case r.Word == entry.Misspelt:
		p.Text, p.Hint = fmt.Sprintf("Line %g is not JSON.", r.Value), "Check its commas, brackets and quotation marks."
	}
	return p
}
