package engine_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// What is measured at home and ticked off explains and chooses exercises; it
// never changes the action, the week or how sure the verdict is. Only pain during
// a run may, and only to more caution.
func TestDoneDecidesNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	files := runner(11, 90, drift)
	for range 15 {
		var told, done diary.File
		told.Niggles = []diary.Niggle{{Stamp: diary.Stamp{Date: today - 3}, Site: "calf", Side: diary.Left, Severity: diary.Score(rng.IntN(5))}}
		for d := today - 40; d <= today; d++ {
			c := diary.NewCheckIn(diary.Stamp{At: 0, Date: d})
			for i := range c.Signs {
				c.Signs[i] = diary.Score(rng.IntN(3))
			}
			told.CheckIns = append(told.CheckIns, c)
			if rng.IntN(2) == 0 {
				var ms []float32
				for range 20 {
					ms = append(ms, float32(rng.IntN(700)))
				}
				done.Reactions = append(done.Reactions, diary.Reaction{Stamp: diary.Stamp{Date: d}, Trials: ms})
			}
			x := body.Tests[rng.IntN(len(body.Tests))]
			side := diary.Side("")
			if x.Sides {
				side = diary.Left
			}
			done.Screens = append(done.Screens, diary.Screen{Stamp: diary.Stamp{Date: d}, Test: x.Code, Side: side, Value: float32(x.Min + rng.Float64()*(x.Max-x.Min))})
			done.Ticks = append(done.Ticks, diary.Tick{Stamp: diary.Stamp{Date: d}, Code: "calf_roll"})
			if rng.IntN(25) == 0 {
				done.Periods = append(done.Periods, diary.Period{Stamp: diary.Stamp{Date: d}})
			}
		}
		without := assess(files, told, today)
		done.CheckIns, done.Niggles = told.CheckIns, told.Niggles
		with := assess(files, done, today)
		if with.Action != without.Action || with.Level != without.Level || with.Confidence != without.Confidence || !reflect.DeepEqual(with.Week, without.Week) {
			t.Fatalf("from %s %s to %s %s", without.Action, without.Confidence, with.Action, with.Confidence)
		}
	}
}

// A harder rating of a run never makes a day bolder.
func TestHarderEffortNeverBolder(t *testing.T) {
	files := runner(12, 90, drift)
	for date := today - 6; date <= today; date++ {
		var before verdict.Action
		for rpe := range diary.MaxEffort + 1 {
			told := diary.File{Reported: diary.Reported{Efforts: []diary.Effort{{Stamp: diary.Stamp{Date: date - 1}, RPE: rpe}}}}
			got := assess(files, told, date).Action
			if rpe > 0 && caution[got] < caution[before] {
				t.Fatalf("%s: rated %d is %s, less was %s", date, rpe, got, before)
			}
			before = got
		}
	}
}
