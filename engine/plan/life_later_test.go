package plan_test

import (
	"math/rand/v2"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// In the middle of a week what has been moved stays moved: a long run of Saturday that was
// put off to Sunday is not gone for a word about something else, and one that was run on
// Saturday does not come again as Sunday is given back.
func TestLifeLaterInTheWeek(t *testing.T) {
	sat, sun := lifeStart+5, lifeStart+6
	forward := followed(t)
	forward, err := forward.Swap(plan.Swap{From: sun, To: sat}, lifeStart)
	if err != nil {
		t.Fatal(err)
	}
	off := plan.Off{From: sat, To: sat}
	forward = live(t, forward, lifeStart, nil, off)
	if w := week(&forward, lifeStart); w[5:] != "-l" {
		t.Fatalf("the week is %s", w)
	}
	for _, said := range [][]plan.Off{{off}, nil} {
		got := live(t, forward, sun, map[string]float64{"mon": 60}, said...)
		if w := week(&got, lifeStart); w[5:] != "-l" {
			t.Errorf("on Sunday, off %v, the week became %s", said, w)
		}
	}
	off = plan.Off{From: sun, To: sun}
	back := live(t, followed(t), lifeStart, nil, off)
	if w := week(&back, lifeStart); w[5:] != "l-" {
		t.Fatalf("the week is %s", w)
	}
	for range 2 {
		if back = live(t, back, sun, nil); week(&back, lifeStart)[5:] != "le" {
			t.Errorf("as Sunday was given back the week became %s", week(&back, lifeStart))
		}
	}
}

// Whatever is said later in a week, nothing is stacked onto what was run of it; and what is
// said once more loses no hard or long session.
func TestLifeLaterNeverStacks(t *testing.T) {
	made := followed(t)
	_, last, _ := made.Span()
	rnd := rand.New(rand.NewPCG(12, 6))
	some := func() (off []plan.Off, minutes map[string]float64) {
		for range 1 + rnd.IntN(20) {
			from := lifeStart + diary.Date(rnd.IntN(110))
			off = append(off, plan.Off{From: from, To: from + diary.Date(rnd.IntN(3)), Easy: rnd.IntN(3) == 0})
		}
		minutes = map[string]float64{}
		for range rnd.IntN(3) {
			minutes[plan.Weekdays[rnd.IntN(7)]] = float64(10 + rnd.IntN(100))
		}
		return off, minutes
	}
	for range 300 {
		today := lifeStart + diary.Date(rnd.IntN(60))
		off, minutes := some()
		got := live(t, made, today, minutes, off...)
		for range 4 {
			today += diary.Date(rnd.IntN(4))
			again := live(t, got, today, minutes, off...)
			for monday := lifeStart; monday <= last; monday += 7 {
				if a, b := sums(&got, monday), sums(&again, monday); b[1] < a[1] || b[2] < a[2] {
					t.Fatalf("said again on %v, the week of %v lost what it had: %s, then %s", today, monday, week(&got, monday), week(&again, monday))
				}
			}
			off, minutes = some()
			got = live(t, again, today, minutes, off...)
			for monday := lifeStart; monday <= last; monday += 7 {
				a, b := sums(&made, monday), sums(&got, monday)
				for i := range a {
					if b[i] > a[i]+1e-6 {
						t.Fatalf("on %v the week of %v has more than it had: %v, then %v (%s, %s)", today, monday, a, b, week(&made, monday), week(&got, monday))
					}
				}
			}
		}
	}
}

// Nor is a week from outside so long that no plan could be written with it.
func TestWeekThatCannotBe(t *testing.T) {
	for _, km := range []float64{1e308, -1e308} {
		r := followed(t)
		r.Weeks[0].Km = km
		if _, err := plan.Decode([]byte(r.Encode())); err == nil {
			t.Errorf("a week of %g km passes", km)
		}
	}
}

// A plan from outside may have a session of no minutes.
func TestLifeOfNoMinutes(t *testing.T) {
	r := followed(t)
	for i := range r.Sessions {
		if r.Sessions[i].Kind == verdict.Long {
			r.Sessions[i].Minutes = 0
		}
	}
	got := live(t, r, lifeStart, map[string]float64{"sat": 30}, plan.Off{From: lifeStart, To: lifeStart + 60, Easy: true})
	if _, err := plan.Decode([]byte(got.Encode())); err != nil {
		t.Error(err)
	}
}
