// Package ruletest gives the tests of all thresholds one shape.
//
// Each threshold of [rule.Table] has one [Case] in the tests of a package that
// reads it, in a table by group of the settings:
//
//	ruletest.Boundaries(t, "cut", []ruletest.Case{
//		{Key: "cut_run", At: 3, Step: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool { ... }},
//	})
//
// The rule is asked just under the threshold, at it, and just over it; with the
// default and with another value, so that a number written into the code is found
// out. [Boundaries] fails for a threshold of the group without a case, and this
// package's own test for a group that no package claims: a new threshold cannot
// come without its boundary.
package ruletest

import (
	"math"
	"testing"

	"rebound/engine/rule"
)

// Edge is the side of a threshold on which a rule holds.
type Edge uint8

const (
	AtLeast Edge = iota // at the threshold and over it
	Over                // only over it
	AtMost              // at the threshold and under it
	Under               // only under it
)

// holds is what a rule should say just under its threshold (-1), at it (0) and
// just over it (1).
func (e Edge) holds(side int) bool {
	switch e {
	case AtLeast:
		return side >= 0
	case Over:
		return side > 0
	case AtMost:
		return side <= 0
	}
	return side < 0
}

// Case is the boundary of one threshold: either Holds with its Edge, for a limit,
// or Gives, for an amount.
type Case struct {
	Key  string
	At   float64 // the default, in the threshold's unit, as docs/MODEL.md has it
	Edge Edge
	Step float64 // from the threshold to the nearest input on either side; 0: the setting's own step

	// Holds reports whether the rule holds of an input x, in the threshold's unit.
	Holds func(r *rule.Settings, x float64) bool
	// Gives is what the rule makes of an amount: it must come out as it was set, or
	// within Within of it where what is made is rounded.
	Gives  func(r *rule.Settings) float64
	Within float64

	Other float64 // a second value of the setting; 0: one step over the default, or under it where there is none
}

// Boundaries runs the cases of one group of thresholds.
func Boundaries(t *testing.T, group string, cases []Case) {
	t.Helper()
	done := map[string]bool{}
	for _, c := range cases {
		t.Run(c.Key, func(t *testing.T) {
			r, ok := rule.Find(c.Key)
			switch {
			case !ok || r.Group != group:
				t.Fatalf("the group %q has no threshold %q", group, c.Key)
			case done[c.Key]:
				t.Fatal("it has two cases")
			case r.Default != c.At:
				t.Fatalf("its default is %g, and the case says %g", r.Default, c.At)
			}
			done[c.Key] = true
			c.run(t, r)
		})
	}
	for _, r := range rule.Table {
		if r.Group == group && !done[r.Key] {
			t.Errorf("the threshold %s has no boundary case", r.Key)
		}
	}
}

func (c Case) run(t *testing.T, r rule.Rule) {
	if (c.Holds == nil) == (c.Gives == nil) {
		t.Fatal("a case says when the rule holds, or what it gives")
	}
	if c.Gives != nil {
		for _, v := range []float64{c.At - r.Step, c.At, c.At + r.Step} {
			if v < r.Min-1e-9 || v > r.Max+1e-9 {
				continue
			}
			v = min(max(tidy(v), r.Min), r.Max)
			s := with(t, c.Key, v)
			if got := c.Gives(&s); math.Abs(got-v) > max(c.Within, 1e-6*max(1, math.Abs(v))) {
				t.Errorf("set to %g it gives %g", v, got)
			}
		}
		return
	}
	step, other := c.Step, c.Other
	if step == 0 {
		step = r.Step
	}
	if other == 0 {
		if other = tidy(c.At + r.Step); other > r.Max {
			other = tidy(c.At - r.Step)
		}
	}
	for _, v := range []float64{c.At, other} {
		for side := -1; side <= 1; side++ {
			s := with(t, c.Key, v)
			x := tidy(v + float64(side)*step)
			if got := c.Holds(&s, x); got != c.Edge.holds(side) {
				t.Errorf("set to %g it holds of %g: %v", v, x, got)
			}
		}
	}
}

// tidy is a number as a person writes it: 0.85, not 0.8500000000000001.
func tidy(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// with is the defaults with one threshold changed.
func with(t *testing.T, key string, v float64) rule.Settings {
	s := rule.Default()
	if err := s.Set(key, v); err != nil {
		t.Fatal(err)
	}
	return s
}
