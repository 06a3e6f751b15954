package intake

import (
	"slices"
	"testing"
)

func TestListed(t *testing.T) {
	want := []Listed{
		{Path: "export.zip/a.fit", Created: 1760000000, Weight: 12345, Ticket: "\x00\x01\xff"},
		{Path: "ä/日.fit", Created: -5},
		{Ticket: "only"},
	}
	whole := AppendListed(AppendListed(nil, want[0]), want[1:]...)
	if got, err := DecodeListed(whole); err != nil || !slices.Equal(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	if got, err := DecodeTickets(AppendTickets(nil, want...)); err != nil || !slices.Equal(got, []string{want[0].Ticket, "", "only"}) {
		t.Errorf("tickets: %q, %v", got, err)
	}
	if got, err := DecodeTickets([]byte{9, 'x'}); err == nil {
		t.Errorf("a ticket cut off: %q", got)
	}
	if got, err := DecodeListed(nil); err != nil || len(got) != 0 {
		t.Errorf("nothing: %+v, %v", got, err)
	}
	first := len(AppendListed(nil, want[0]))
	for n := 1; n < first; n++ {
		if got, err := DecodeListed(whole[:n]); err == nil {
			t.Errorf("cut off after %d bytes: %+v", n, got)
		}
	}
}
