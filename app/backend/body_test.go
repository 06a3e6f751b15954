package backend

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// told is what the diary of a store holds of the body, as a fresh session reads
// it: moments aside, which are the clock's.
func told(t *testing.T, m *Memory) *diary.Diary {
	t.Helper()
	k, err := openBook(m.Open(), nil)
	if err != nil {
		t.Fatal(err)
	}
	d := k.built()
	d.Reported.Stamps(func(s *diary.Stamp) { s.At, s.Offset = 0, 0 })
	return d
}

func ptr[T any](v T) *T { return &v }

// Everything that can be told of the body is kept, the later of two entries
// counts, what is taken back is gone, and each answer is the screen of the date
// that is looked at.
func TestTellBody(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()...)
	run := told(t, &m).Activities[0]
	p.state()
	var s wire.BodyScreen
	steps := []struct {
		op   string
		args any
		want func(d *diary.Diary) (got, want any)
	}{
		{wire.OpCheckIn, wire.CheckIn{Date: today, Signs: map[string]int{"drained": 4}, Tags: []string{"alcohol", "travel"}},
			func(d *diary.Diary) (any, any) { return d.Tags[today], []string{"alcohol", "travel"} }},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Signs: map[string]int{"drained": 2, "lost_spring": 0}, Stress: ptr(1), Fever: ptr(false), Tags: []string{"travel", "heat"}, Period: ptr(true)},
			func(d *diary.Diary) (any, any) {
				c := diary.NewCheckIn(diary.Stamp{At: 0, Date: today})
				c.Signs[diary.Drained], c.Signs[diary.LostSpring], c.Stress, c.Fever = 2, 0, 1, diary.No
				return []any{d.Reported.CheckIns, d.Tags[today], d.Reported.Periods},
					[]any{[]diary.CheckIn{c}, []string{"heat", "travel"}, []diary.Period{{Stamp: diary.Stamp{Date: today}}}}
			}},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Off: true},
			func(d *diary.Diary) (any, any) {
				return len(d.Reported.CheckIns) + len(d.Tags[today]) + len(d.Reported.Periods), 0
			}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today - 1, Site: "calf", Side: "left", Severity: 3, Worse: true, NightPain: ptr(false)},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Niggles, []diary.Niggle{{Stamp: diary.Stamp{Date: today - 1}, Site: "calf", Side: diary.Left, Severity: 3, Worse: true, NightPain: diary.No}}
			}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today - 1, Site: "calf", Side: "left", Off: true},
			func(d *diary.Diary) (any, any) { return len(d.Reported.Niggles), 0 }},
		{wire.OpEffort, wire.EffortSaid{Date: run.Date, Start: run.Start, RPE: ptr(6)},
			func(d *diary.Diary) (any, any) { return len(d.Reported.Pains), 0 }},
		{wire.OpEffort, wire.EffortSaid{Date: run.Date, Start: run.Start, Pain: ptr(2)}, // the effort stays as it is
			func(d *diary.Diary) (any, any) {
				return []any{d.Reported.Efforts, d.Reported.Pains}, []any{
					[]diary.Effort{{Stamp: diary.Stamp{Date: run.Date}, Start: run.Start, RPE: 6}}, []diary.RunPain{{Stamp: diary.Stamp{Date: run.Date}, Start: run.Start, Pain: 2}}}
			}},
		{wire.OpEffort, wire.EffortSaid{Date: run.Date, Strength: true},
			func(d *diary.Diary) (any, any) { return len(d.Reported.Efforts), 2 }},
		{wire.OpEffort, wire.EffortSaid{Date: run.Date, Start: run.Start, Off: true},
			func(d *diary.Diary) (any, any) {
				return []any{d.Reported.Efforts, len(d.Reported.Pains)}, []any{[]diary.Effort{{Stamp: diary.Stamp{Date: run.Date}, RPE: diary.Unsaid, Strength: true}}, 0}
			}},
		{wire.OpCold, wire.ColdSaid{Date: today, Minutes: 12, Celsius: 11.5},
			func(d *diary.Diary) (any, any) {
				c := d.Reported.Cold
				return len(c) == 1 && c[0].Minutes == 12 && c[0].Celsius == 11.5, true
			}},
		{wire.OpTick, wire.Tick{Date: today, Code: "balance", Done: true},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Ticks, []diary.Tick{{Stamp: diary.Stamp{Date: today}, Code: "balance"}}
			}},
		{wire.OpTick, wire.Tick{Date: today, Code: "balance"},
			func(d *diary.Diary) (any, any) { return len(d.Reported.Ticks), 0 }},
		{wire.OpScreen, wire.ScreenSaid{Date: today, Test: "calf_raise", Side: "right", Value: 21},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Screens, []diary.Screen{{Stamp: diary.Stamp{Date: today}, Test: "calf_raise", Side: diary.Right, Value: 21}}
			}},
		{wire.OpReaction, wire.ReactionSaid{Date: today, Trials: []float64{251.25, 0, 300}},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Reactions, []diary.Reaction{{Stamp: diary.Stamp{Date: today}, Trials: []float32{251.3, 0, 300}}}
			}},
		{wire.OpWalk, wire.WalkSaid{Date: today, Minutes: 30, Pain: ptr(0)},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Walks, []diary.Walk{{Stamp: diary.Stamp{Date: today}, Minutes: 30}}
			}},
		{wire.OpRun, wire.RunReported{Date: today, Km: ptr(8.0), RPE: ptr(4)},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Runs, []diary.Run{{Stamp: diary.Stamp{Date: today}, Km: 8, RPE: 4, Pain: diary.Unsaid}}
			}},
		{wire.OpNotRan, wire.NotRanSaid{From: today - 3, To: today},
			func(d *diary.Diary) (any, any) {
				return d.Reported.NotRan, []diary.NotRan{{Stamp: diary.Stamp{Date: today - 3}, To: today}}
			}},
		{wire.OpRan, wire.RanSaid{Date: today - 1},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Ran, []diary.Ran{{Stamp: diary.Stamp{Date: today - 1}}}
			}},
		{wire.OpIllness, wire.IllnessSaid{From: today - 2, Where: "above_neck"},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Illnesses, []diary.Illness{{Stamp: diary.Stamp{Date: today - 2}, Where: diary.AboveNeck}}
			}},
		{wire.OpStrap, wire.StrapSaid{Date: today, RR: atRest(130)},
			func(d *diary.Diary) (any, any) {
				v := d.Reported.Straps[0]
				return []any{len(d.Reported.Straps), len(v.RR), v.HR}, []any{1, 130, float32(60)}
			}},
		{wire.OpStrap, wire.StrapSaid{Date: today, Off: true},
			func(d *diary.Diary) (any, any) { return len(d.Reported.Straps), 0 }},
		{wire.OpCorrect, wire.Correction{Date: today, Signal: "hrv", Value: ptr(61.5)},
			func(d *diary.Diary) (any, any) {
				return d.Reported.Corrections, []diary.Correction{{Stamp: diary.Stamp{Date: today}, Kind: diary.HRV, Value: 61.5}}
			}},
	}
	for _, step := range steps {
		s = wire.BodyScreen{}
		p.after(&s, wire.OpBody, today, step.op, step.args)
		if s.Date != today {
			t.Errorf("%s %+v: answered with the screen of %v", step.op, step.args, s.Date)
		}
		if got, want := step.want(told(t, &m)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s %+v:\ngot  %+v\nwant %+v", step.op, step.args, got, want)
		}
	}
	k, err := openBook(m.Open(), nil)
	if err != nil {
		t.Fatal(err)
	}
	p.after(&s, wire.OpBody, today, wire.OpCold, wire.ColdSaid{Date: today, At: k.built().Reported.Cold[0].At, Off: true})
	if c := told(t, &m).Reported.Cold; len(c) != 0 {
		t.Errorf("taken back, and still there: %+v", c)
	}
}

// The later of two entries counts though the clock was wrong at the first, or
// another session gave its moments away faster than seconds pass.
func TestLaterCounts(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.state()
	ahead := diary.NewCheckIn(diary.Stamp{At: clock() + 86400, Date: today})
	ahead.Stress = 1
	if err := p.b.keep(diary.File{Kind: entry.Kind, Reported: diary.Reported{CheckIns: []diary.CheckIn{ahead}}}); err != nil {
		t.Fatal(err)
	}
	for stress := range 5 {
		var s wire.BodyScreen
		p.after(&s, wire.OpBody, today, wire.OpCheckIn, wire.CheckIn{Date: today, Stress: &stress})
		if s.CheckIn == nil || *s.CheckIn.Stress != stress {
			t.Errorf("said %d, kept %+v", stress, s.CheckIn)
		}
		p = openPage(t, m.Open())
		p.state()
	}
}

// What cannot be is refused with one line, and nothing of it is kept.
func TestTellBodyWrongly(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.state()
	for _, bad := range []struct {
		op   string
		args any
	}{
		{wire.OpCheckIn, wire.CheckIn{Date: today + 4000, Stress: ptr(1)}},
		{wire.OpCheckIn, wire.CheckIn{Date: -10000, Stress: ptr(1)}},
		{wire.OpCheckIn, wire.CheckIn{Stress: ptr(1)}}, // no date is 1970
		{wire.OpCheckIn, wire.CheckIn{Date: today, Stress: ptr(5)}},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Soreness: ptr(-1)}},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Signs: map[string]int{"drained": 9}}},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Signs: map[string]int{"hungry": 1}}},
		{wire.OpCheckIn, wire.CheckIn{Date: today, Tags: []string{"party"}}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "elbow", Severity: 2}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "knee", Side: "upper", Severity: 2}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "knee", Severity: 11}},
		{wire.OpNiggle, wire.NiggleSaid{Date: today + 4000, Site: "knee", Severity: 1}},
		{wire.OpEffort, wire.EffortSaid{Date: today, RPE: ptr(11)}},
		{wire.OpEffort, wire.EffortSaid{Date: today, Pain: ptr(-1)}},
		{wire.OpEffort, wire.EffortSaid{Date: today, Start: 12345, RPE: ptr(5)}},
		{wire.OpCold, wire.ColdSaid{Date: today, Celsius: 12}},
		{wire.OpCold, wire.ColdSaid{Date: today, Minutes: 10, Celsius: 80}},
		{wire.OpTick, wire.Tick{Date: today, Done: true}},
		{wire.OpTick, wire.Tick{Date: today, Code: "juggling", Done: true}},
		{wire.OpScreen, wire.ScreenSaid{Date: today, Test: "juggling", Value: 3}},
		{wire.OpScreen, wire.ScreenSaid{Date: today, Test: "calf_raise", Value: 20}},
		{wire.OpScreen, wire.ScreenSaid{Date: today, Test: "calf_raise", Side: "left", Value: 2000}},
		{wire.OpReaction, wire.ReactionSaid{Date: today}},
		{wire.OpReaction, wire.ReactionSaid{Date: today, Trials: []float64{-1}}},
		{wire.OpReaction, wire.ReactionSaid{Date: today, Trials: slices.Repeat([]float64{300}, 500)}},
	} {
		r, _ := p.ask(bad.op, bad.args)
		if !readable(r.Error) {
			t.Errorf("%s %+v was taken: %q", bad.op, bad.args, r.Error)
		}
	}
	if len(m.rows) != 0 {
		t.Errorf("%d rows are kept of what was refused", len(m.rows))
	}
}

// atRest is n intervals between heartbeats that swing with the breath.
func atRest(n int) []float64 {
	rr := make([]float64, n)
	for i := range rr {
		rr[i] = math.Round(1000 + 40*math.Sin(float64(i)*1.3))
	}
	return rr
}
