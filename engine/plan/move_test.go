package plan_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// TestMove: over any plan and any two days, a move that is allowed swaps two
// days and touches nothing else, its way back gives the plan again, and no race,
// past day or day outside the plan has a part in one.
func TestMove(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	moved := 0
	for i := range 3000 {
		g, r := randomGoal(rng)
		p, err := plan.Make(g, &r)
		if err != nil {
			t.Fatal(err)
		}
		first, last, _ := p.Span()
		today := first + diary.Date(rng.IntN(20))
		from, to := today-3+diary.Date(rng.IntN(20)), today-3+diary.Date(rng.IntN(20))
		was := slices.Clone(p.Sessions)
		now, err := p.Move(from, to, today)
		if !reflect.DeepEqual(was, p.Sessions) {
			t.Fatalf("runner %d: the plan itself was changed", i)
		}
		a, b := p.On(from), p.On(to)
		end := last
		if g.Race == nil {
			end = p.Weeks[len(p.Weeks)-1].Start + 6
		}
		bad := from == to || min(from, to) < today || min(from, to) < p.Weeks[0].Start || max(from, to) > end ||
			a.Kind == verdict.Race || b.Kind == verdict.Race || a.Kind == verdict.Rest
		if bad != (err != nil) {
			t.Fatalf("runner %d, %v to %v on %v: %v", i, a, b, today, err)
		}
		if bad {
			continue
		}
		moved++
		if now.On(to).Session != a.Session || now.On(from).Session != b.Session || now.On(to).Hard != a.Hard || now.On(to).Stage != a.Stage {
			t.Fatalf("runner %d: %v and %v became %v and %v", i, a, b, now.On(from), now.On(to))
		}
		for d := first - 6; d <= last+6; d++ {
			if d != from && d != to && now.On(d) != p.On(d) {
				t.Fatalf("runner %d: %v became %v", i, p.On(d), now.On(d))
			}
		}
		for _, w := range now.Weeks {
			km := 0.0
			for d := w.Start; d < w.Start+7; d++ {
				km += now.On(d).Km
			}
			if math.Abs(km-w.Km) > 0.11 {
				t.Fatalf("runner %d: the week of %v holds %.1f, and says %.1f", i, w.Start, km, w.Km)
			}
		}
		if b.Kind != verdict.Rest {
			if back, err := now.Move(to, from, today); err != nil || !reflect.DeepEqual(back.Sessions, p.Sessions) {
				t.Fatalf("runner %d: there and back is not the same: %v", i, err)
			}
		}
		if err := now.Check(); err != nil {
			t.Fatal(err)
		}
	}
	if moved < 300 {
		t.Errorf("only %d moves were made", moved)
	}
}

// TestHardNextTo: what a move brings together is told, and is the runner's to do.
func TestHardNextTo(t *testing.T) {
	p := marathon(t)
	at := map[verdict.SessionKind]diary.Date{}
	for d := monday; d < monday+7; d++ {
		at[p.On(d).Kind] = d
	}
	if _, ok := p.HardNextTo(at[verdict.Intervals]); ok {
		t.Error("the plan as it was made has hard days in a row")
	}
	var hard []diary.Date
	for d := monday; d < monday+14; d++ {
		if p.On(d).Hard {
			hard = append(hard, d)
		}
	}
	now, err := p.Move(hard[1], hard[0]+1, monday)
	if err != nil {
		t.Fatal(err)
	}
	if near, ok := now.HardNextTo(hard[0] + 1); !ok || near.Date != hard[0] {
		t.Errorf("next to %v, %v", near, ok)
	}
}
