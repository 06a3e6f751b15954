package backend

import (
	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
)

// showSample enters or leaves the sample runner, whose store is in memory and
// lasts until it is left. A reader makes what her watch wrote and what she
// reported. It reads as the runner likes to read, and touches nothing of the
// runner's own.
func (b *Backend) showSample(a wire.SampleArg) (wire.State, error) {
	if !a.On {
		b.mu.Lock()
		b.sample = nil
		b.mu.Unlock()
		return b.state(), nil
	}
	if b.shown() != b.own {
		return b.state(), nil
	}
	today := b.now()
	parts, err := b.ask(intake.Call{Op: intake.Sample}, intake.SampleArg{Today: today}, nil)
	if err != nil {
		return wire.State{}, err
	}
	k, err := openBook(new(Memory).Open(), b.host.Zone)
	if err != nil {
		return wire.State{}, err
	}
	p := entry.DefaultSettings()
	mine := b.own.settings()
	p.Units, p.Theme = mine.Units, mine.Theme
	if err := k.refill(p, batchesOf(parts)...); err != nil {
		return wire.State{}, err
	}
	coached, err := trained(k.assessor(), today)
	if err != nil {
		return wire.State{}, err
	}
	if err := k.add(batchOf([]diary.File{coached})); err != nil {
		return wire.State{}, err
	}
	b.mu.Lock()
	b.sample = k
	b.mu.Unlock()
	return b.state(), nil
}

// The sample runner's race, and since when she has had a plan for it, in days.
const (
	coachedDays = 5 * 7
	raceAhead   = 8 * 7
	raceKm      = 21.0975
	tickedDays  = 14
)

// trained is what the sample runner did with this app: the half marathon's plan
// that she has followed for five weeks, and the exercises that she ticked off.
// She does not care for rolling.
func trained(e *engine.Engine, today diary.Date) (diary.File, error) {
	f := diary.File{Kind: entry.Kind, Name: "coached"}
	from := plan.Monday(today - coachedDays)
	race := plan.Monday(today+raceAhead) + 6
	made, err := coach.Make(e, plan.Wish{RaceDate: race, RaceKm: raceKm, Start: from, Days: []string{"tue", "wed", "thu", "sat", "sun"}, Long: "sun"}, from)
	if err != nil {
		return f, err
	}
	at := func(t diary.Date) int64 { return int64(t)*86400 + 20*3600 }
	f.Plans = []diary.PlanOf{{Stamp: diary.Stamp{At: at(from), Date: from}, Change: diary.PlanMade, Text: made.Encode()}}
	for t := today - tickedDays; t < today; t++ {
		for _, item := range e.Assess(t).Programme {
			if item.Part != body.Manual {
				f.Ticks = append(f.Ticks, diary.Tick{Stamp: diary.Stamp{At: at(t), Date: t}, Code: string(item.Exercise)})
			}
		}
	}
	f.Hash = diary.HashOf(diary.Pack([]diary.File{f}))
	return f, nil
}
