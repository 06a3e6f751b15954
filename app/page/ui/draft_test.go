package ui

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// kept are the forms that the browser keeps, and what it says of their day.
type kept struct {
	Host
	forms map[string]string
}

func (k kept) Told(_, name string) string { return k.forms[name] }

// A form stays for the day that it was begun for; what the browser says that is no day, or
// one to come, is nothing. The sample runner's forms are apart.
func TestBegun(t *testing.T) {
	const today = diary.Date(20_800)
	p := &Page{Today: today, Host: kept{forms: map[string]string{
		"a": today.String(), "b": (today - 1).String(), "c": (today + 1).String(), "d": "-", "e": "<b>", "sample:a": (today - 2).String(),
	}}}
	for name, want := range map[string]diary.Date{"a": today, "b": today - 1, "c": 0, "d": 0, "e": 0, "none": 0} {
		if got := p.Begun(name); got != want {
			t.Errorf("%s was begun for %v, want %v", name, got, want)
		}
	}
	if got := p.Draft("a", today); got != "a|"+today.String() {
		t.Errorf("the form is marked %q", got)
	}
	p.State = &wire.State{Sample: true}
	if got := p.Begun("a"); got != today-2 || p.Draft("a", 0) != "sample:a|" {
		t.Errorf("of the sample runner it is %v, marked %q", got, p.Draft("a", 0))
	}
}
