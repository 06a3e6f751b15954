package words

import (
	"testing"

	"rebound/engine/rule"
)

func TestRulesAreNamed(t *testing.T) {
	for _, r := range Rules(rule.Default()) {
		if r.Name == "" || r.Group == "" || r.Cite.Title == "" {
			t.Errorf("%s: name %q, group %q, source %q", r.Key, r.Name, r.Group, r.Cite.Title)
		}
	}
}

func TestOrdinalAndList(t *testing.T) {
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 21: "21st", 112: "112th"} {
		if got := Ordinal(n); got != want {
			t.Errorf("Ordinal(%d) = %q, want %q", n, got, want)
		}
	}
	if got := List([]string{"a", "b", "c"}); got != "a, b and c" {
		t.Error(got)
	}
}

func TestUnits(t *testing.T) {
	o := Options{Miles: true}
	if got := o.Distance(16.09344); got != "10.0 mi" {
		t.Error(got)
	}
	if got := o.Pace(1609.344 / 480); got != "8:00 /mi" {
		t.Error(got)
	}
	if got := (Options{}).Pace(1000.0 / 342); got != "5:42 /km" {
		t.Error(got)
	}
	if got := Clock(451); got != "7:31" {
		t.Error(got)
	}
}
