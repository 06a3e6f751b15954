package engine_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// entries is random things that a runner may report of the days before today, one
// a piece, of every kind; some take back what others said.
func entries(rng *rand.Rand, n int, days int, runs []diary.Activity) (out []*diary.Reported) {
	score := func(most int) diary.Score {
		if rng.IntN(6) == 0 {
			return diary.Unsaid
		}
		return diary.Score(rng.IntN(most + 1))
	}
	for i := range n {
		off := rng.IntN(6) == 0
		s := diary.Stamp{At: int64(today)*86400 + int64(i), Date: today - diary.Date(rng.IntN(days))}
		a := &runs[rng.IntN(len(runs))]
		r := &diary.Reported{}
		switch rng.IntN(18) {
		case 0:
			k := diary.Kind(rng.IntN(diary.Kinds))
			v := [...]float64{40 + 40*rng.Float64(), 45 + 15*rng.Float64(), 300 + 200*rng.Float64()}[k]
			if off {
				v = 0
			}
			r.Typed = []diary.Typed{{Stamp: s, Kind: k, Value: v}}
		case 1, 2:
			r.Tags = []diary.DayTag{{Stamp: s, Tag: diary.DayTags[rng.IntN(len(diary.DayTags))], Off: off}}
		case 3, 4:
			c := diary.CheckIn{Stamp: s, Fatigue: score(4), Tension: score(4), Soreness: score(4), Stress: score(4), Ready: score(4), SleepQuality: score(4),
				Fever: diary.Answer(rng.IntN(3) * rng.IntN(2)), Chest: diary.Answer(rng.IntN(2)), Off: off}
			for k := range c.Signs {
				c.Signs[k] = score(4)
			}
			r.CheckIns = []diary.CheckIn{c}
		case 5:
			r.Niggles = []diary.Niggle{{Stamp: s, Site: diary.Sites[rng.IntN(len(diary.Sites))], Side: diary.Left, Severity: diary.Score(rng.IntN(11)), Worse: off, Seen: diary.Answer(rng.IntN(3)), Off: off}}
			if n := &r.Niggles[0]; n.Site == "lower_back" { // which has none
				n.Side = ""
			}
		case 6:
			s.Date = a.Date
			r.Efforts = []diary.Effort{{Stamp: s, Start: a.Start * int64(rng.IntN(2)), RPE: score(10), Off: off}}
			r.Pains = []diary.RunPain{{Stamp: s, Start: a.Start * int64(rng.IntN(2)), Pain: score(10), Off: off}}
		case 7:
			r.Decisions = []diary.Decision{{Stamp: s, Action: [...]string{"cut_week", "hold_quality", "deload"}[rng.IntN(3)], Accepted: rng.IntN(3) == 0, Off: off}}
		case 8:
			r.Cold = []diary.Cold{{Stamp: s, Minutes: 10, Celsius: 12}}
		case 9:
			r.Ticks = []diary.Tick{{Stamp: s, Code: "heel_raise", Off: off}}
		case 10:
			r.Screens = []diary.Screen{{Stamp: s, Test: "calf_raise", Side: diary.Right, Value: float32(10 + rng.IntN(20)), Off: off}}
		case 11:
			r.Reactions = []diary.Reaction{{Stamp: s, Trials: []float32{250, 260, 0, 300}, Off: off}}
			r.Periods = []diary.Period{{Stamp: s, Off: off}}
		case 12:
			r.Walks = []diary.Walk{{Stamp: s, Minutes: 30, Off: off}}
		case 13:
			r.Ran = []diary.Ran{{Stamp: s, Off: off}}
			r.NotRan = []diary.NotRan{{Stamp: s, To: s.Date + diary.Date(rng.IntN(5)), Off: off}}
		case 14:
			r.Illnesses = []diary.Illness{{Stamp: s, Where: diary.Wheres[rng.IntN(3)], Off: off}}
			if rng.IntN(2) == 0 {
				r.Illnesses[0].To = s.Date + diary.Date(rng.IntN(9))
			}
		case 15:
			r.Runs = []diary.Run{{Stamp: s, Start: a.Start * int64(rng.IntN(2)), Minutes: 40, Km: float32(rng.IntN(10)), RPE: score(10), Pain: score(10), Off: off}}
		case 16:
			r.Corrections = []diary.Correction{{Stamp: s, Kind: diary.Kind(rng.IntN(diary.Kinds)), Value: 60, Off: off}}
			if rng.IntN(2) == 0 {
				r.Corrections[0].Value, r.Corrections[0].Discard = 0, true
			}
		case 17:
			r.Straps = []diary.Strap{{Stamp: s, RR: []uint16{1000, 1040}, RMSSD: float32(40 + rng.IntN(30)), HR: float32(45 + rng.IntN(20)), Off: off}}
		}
		out = append(out, r)
	}
	return out
}

// An engine that hears entry after entry is the engine built anew with all of them.
func TestHearIsNew(t *testing.T) {
	if testing.Short() {
		t.Skip("builds some hundred engines")
	}
	for seed := range uint64(3) {
		const days = 110
		story := drift
		story.From, story.To = 30, 12
		files := runner(seed+70, days, story)
		measured := diary.Measure(slices.Values(pointers(files)), nil, diary.Choice{})
		rng := rand.New(rand.NewPCG(seed, 8))
		all := entries(rng, 120, days+20, measured.Activities) // some are of days before the first file
		e := engine.New(measured, rule.Default())
		moved := 0
		before, more := e.Assess(today), measured
		for n := range all {
			d := measured.Hear(all[:n+1])
			if more = more.HearMore(all[:n+1], n); !reflect.DeepEqual(more, d) {
				t.Fatalf("seed %d: with entry %d %+v laid over it the diary is\n%+v\nanew\n%+v", seed, n, *all[n], more.Reported, d.Reported)
			}
			e.Hear(d)
			date := today - diary.Date(rng.IntN(40))
			fresh := engine.New(d, rule.Default())
			if got, want := e.Assess(date), fresh.Assess(date); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, after entry %d %+v, on %v:\n%+v\nanew\n%+v", seed, n, *all[n], date, got, want)
			}
			if now := e.Assess(today); !reflect.DeepEqual(now, before) {
				before, moved = now, moved+1
			}
			if n%20 != 0 {
				continue
			}
			fresh = engine.New(d, rule.Default())
			for date := d.First; date <= d.Last; date++ {
				if got, want := e.Assess(date), fresh.Assess(date); !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d, after %d entries, on %v:\n%+v\nanew\n%+v", seed, n+1, date, got, want)
				}
			}
		}
		if moved < 10 {
			t.Errorf("seed %d: only %d of %d entries changed today's report", seed, moved, len(all))
		}
		e.Hear(measured)
		if got, want := e.Assess(today), engine.New(measured, rule.Default()).Assess(today); !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d: after all was taken back\n%+v\nwant\n%+v", seed, got, want)
		}
	}
}

// Of a diary whose measured half is another, nothing is kept.
func TestHearAnotherDiary(t *testing.T) {
	e := engine.New(diary.Build(sample.Files(today), nil), rule.Default())
	e.Assess(today)
	d := diary.Build(runner(5, 100, drift), nil)
	e.Hear(d)
	if got, want := e.Assess(today), engine.New(d, rule.Default()).Assess(today); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func pointers(files []diary.File) (out []*diary.File) {
	for i := range files {
		out = append(out, &files[i])
	}
	return out
}
