package engine_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A run that is reported and its file give the same day, within what a report can say:
// the same action and level, the same layoff and its days, the same week. With the file in, the report changes nothing; taken back, it leaves the
// diary as it was.
func TestReportedRunIsItsFile(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	actions := map[verdict.Action]int{}
	for seed := range uint64(8) {
		files := runner(seed+40, 120, drift)
		off := diary.Date(rng.IntN(24)) // days without a run before today's
		var kept []diary.File
		for _, f := range files {
			if len(f.Activities) == 0 || diary.DateAt(f.Activities[0].Start, 0) < today-off {
				kept = append(kept, f)
			}
		}
		for range 6 {
			minutes, rpe := 30+5*rng.IntN(9), diary.Score(2+rng.IntN(7))
			date := today - diary.Date(rng.IntN(int(off)+1))
			file := outing(date, float64(minutes), float64(minutes), 0, 2.8)
			said := diary.Run{Stamp: diary.Stamp{At: int64(date)*86400 + 80_000, Date: date}, Minutes: float32(minutes), Km: file.Activities[0].Meters / 1000, RPE: rpe, Pain: diary.Unsaid}
			if rng.IntN(2) == 0 {
				said.Start = file.Activities[0].Start
			}
			report := diary.File{Kind: "typed", Reported: diary.Reported{Runs: []diary.Run{said}}}
			rated := diary.File{Kind: "typed", Reported: diary.Reported{Efforts: []diary.Effort{{Stamp: diary.Stamp{At: said.At, Date: date}, RPE: rpe}}}}
			with := func(more ...diary.File) *engine.Engine {
				return engine.New(diary.Build(append(kept[:len(kept):len(kept)], more...), nil), rule.Default())
			}
			byReport, byFile, both, none := with(report), with(file, rated), with(report, file), with()
			for d := date; d <= today+3; d++ {
				a, b := byReport.Assess(d), byFile.Assess(d)
				actions[b.Action]++
				if a.Action != b.Action || a.Level != b.Level || a.Layoff != b.Layoff || a.Back != b.Back || a.LastRun != b.LastRun || a.Seen != b.Seen || a.Cuts != b.Cuts {
					t.Fatalf("%v, a run of %v: %s %s %+v, by its file %s %s %+v", d, date, a.Action, a.Level, a.Layoff, b.Action, b.Level, b.Layoff)
				}
				for i := range b.Week {
					x, y := a.Week[i].After, b.Week[i].After
					if x.Kind != y.Kind || math.Abs(x.Minutes-y.Minutes) > 0.01 || math.Abs(x.Km-y.Km) > 0.01 {
						t.Fatalf("%v, a run of %v: %+v, by its file %+v", d, date, a.Week[i], b.Week[i])
					}
				}
				if c := both.Assess(d); !reflect.DeepEqual(c, b) {
					t.Fatalf("%v, with its file come the report makes\n%+v\nof\n%+v", d, c, b)
				}
			}
			byReport.Hear(none.Diary())
			if got, want := byReport.Assess(today), none.Assess(today); !reflect.DeepEqual(got, want) {
				t.Fatalf("taken back it leaves\n%+v\nof\n%+v", got, want)
			}
		}
	}
	for _, a := range []verdict.Action{verdict.ReturnToRun, verdict.Progress} {
		if actions[a] == 0 {
			t.Errorf("no day is %s: %v", a, actions)
		}
	}
}

// Of days that hold no record nothing is known, load least of all; a check-in makes them
// days without any.
func TestLoadIsNotKnownWhereNothingIs(t *testing.T) {
	files := runner(77, 90)
	for ago, want := range map[diary.Date]bool{0: true, 2: true, 3: false, 20: false} {
		if got := assess(files, diary.File{}, today+ago); got.Load.Known != want {
			t.Errorf("%d days after the last record: known %v", ago, got.Load.Known)
		}
		if got := assess(files, checkedIn(today+ago), today+ago); !got.Load.Known {
			t.Errorf("with a check-in %d days after it: not known", ago)
		}
	}
}
