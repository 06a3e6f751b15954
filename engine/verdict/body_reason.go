package verdict

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// bodyReasons is what the runner reported, the gravest first: of two that ease a day the
// one that leaves less of it.
func bodyReasons(f *Facts, add func(Reason)) {
	b := &f.Body
	if b.Chest != 0 {
		add(Reason{Code: ChestSymptoms, Tone: ToneRecover, Date: b.Chest, Days: int(f.Date-b.Chest) + 1, Source: diary.TypedSource})
	}
	if b.Fever != 0 {
		add(Reason{Code: Fever, Tone: ToneRecover, Date: b.Fever, Days: int(f.Date-b.Fever) + 1, Source: diary.TypedSource})
	}
	niggles := b.Niggles // the one that leaves least first
	for len(niggles) > 0 && niggles[0].Running == body.None {
		niggleReasons(&niggles[0], f, add)
		niggles = niggles[1:]
	}
	flagReasons(f, add)
	first := b.Illness.Lasts() || f.Date <= b.Illness.Half
	if first {
		illnessReasons(f, add)
	}
	easedReasons(f, add)
	for i := range niggles {
		niggleReasons(&niggles[i], f, add)
	}
	if !first {
		illnessReasons(f, add)
	}
	checkReasons(f, add)
	declinedReasons(f, add)
}

func niggleReasons(n *body.Niggle, f *Facts, add func(Reason)) {
	r := f.Rules
	say := func(c Code, tone Tone, value, limit float64) {
		add(Reason{Code: c, Tone: tone, Value: value, Limit: limit, Days: n.Days, Date: n.Date, Site: n.Site, Side: n.Side,
			Source: diary.TypedSource, Cites: painCites(c)})
	}
	pain := float64(n.Severity)
	switch {
	case n.Flagged():
		say(RedFlag, ToneRecover, pain, r.PainStop)
	case n.Running == body.None:
		say(PainStops, ToneRecover, pain, r.PainStop)
	case n.Severity.AtLeast(r.PainModify) || n.Worse || n.Swelling:
		say(NiggleEases, ToneEase, pain, r.PainModify)
	case n.Hurts():
		say(NiggleLight, ToneWatch, pain, r.PainModify)
	default:
		say(NiggleTight, ToneWatch, pain, r.PainModify)
	}
	if n.Unresolved {
		say(Unresolved, ToneRecover, float64(n.Days), r.NiggleDays)
	}
	if n.Asks(f.Date) {
		say(NiggleAsks, ToneWatch, float64(f.Date-n.Date), r.NiggleReview)
	}
}

func painCites(c Code) []rule.Cite {
	switch c {
	case PainStops, NiggleEases, NiggleLight:
		return []rule.Cite{rule.Vincent2017}
	case NiggleTight:
		return []rule.Cite{rule.SeedMovement}
	}
	return nil
}

func checkReasons(f *Facts, add func(Reason)) {
	c := f.Body.Check
	out := Reason{Value: float64(c.BadDays), Limit: f.Rules.CheckDays, Days: c.Entries, Date: c.Latest, Source: diary.TypedSource,
		Cites: []rule.Cite{rule.SeedSoreness, rule.Saw2016}}
	if since, refer := c.Complaint(); since != 0 {
		tone := ToneEase
		if refer {
			tone = ToneRecover
		}
		add(Reason{Code: Persistent, Tone: tone, Value: float64(f.Date - since), Limit: f.Rules.PersistRefer, Date: since, Source: diary.TypedSource,
			Cites: []rule.Cite{rule.SeedSoreness, rule.Meeusen2013}})
	}
	switch c.State {
	case body.CheckAdverse:
		out.Code, out.Tone = CheckInAdverse, ToneEase
		if !c.BySigns(f.Rules) {
			out.Value, out.Limit = (c.Index-c.Usual)/c.SD, f.Rules.CheckSD
		}
		add(out)
	case body.CheckInRange:
		out.Code, out.Tone = CheckInFine, ToneGo
		add(out)
	}
	if c.PoorSleep >= int(f.Rules.SleepPoorDays) {
		add(Reason{Code: PoorSleep, Tone: ToneWatch, Value: float64(c.PoorSleep), Limit: f.Rules.SleepPoorDays, Source: diary.TypedSource})
	}
	if f.Body.Nervous {
		add(Reason{Code: NervousSystem, Tone: ToneWatch, Date: c.Latest, Source: diary.TypedSource, Cites: []rule.Cite{rule.SeedSoreness}})
	}
	if h := f.Body.Harder; h.Date != 0 {
		add(Reason{Code: RunHarder, Tone: ToneWatch, Date: h.Date, Value: h.RPE - h.Expected.RPE, Limit: f.Rules.EffortOver, Days: h.Expected.Runs,
			Source: diary.TypedSource, Cites: []rule.Cite{rule.SeedSoreness, rule.Foster2001}})
	}
}

// recoveryReasons is what explains and warns; it decides nothing.
func recoveryReasons(f *Facts, add func(Reason)) {
	b, r := &f.Body, f.Rules
	sleepOut := f.Signals[diary.Sleep].Name == signal.Adverse
	restOut := f.Signals[diary.RestingHR].Name == signal.Adverse
	if sleepOut && (restOut || f.Signals[diary.HRV].Name == signal.Adverse) {
		add(Reason{Code: SharedCause, Kind: diary.Sleep, Tone: ToneWatch, Cites: []rule.Cite{rule.Seed}})
	}
	if b.Cycle.Luteal && (restOut || f.Signals[diary.HRV].Name == signal.Adverse) {
		add(Reason{Code: LutealPhase, Tone: ToneWatch, Days: b.Cycle.Day, Source: diary.TypedSource, Cites: []rule.Cite{rule.Bull2019}})
	}
	flat := b.Check.Present[diary.LostSpring] || b.Check.Present[diary.HarderThanItShould]
	if flat && restOut && f.Easy.State == load.EasyFail {
		add(Reason{Code: Triad, Tone: ToneWatch, Cites: []rule.Cite{rule.Seed}})
	}
	if s := b.Sleep; s.Nights > 0 && s.Debt >= s.Need {
		add(Reason{Code: SleepDebt, Tone: ToneWatch, Value: s.Debt, Limit: s.Need, Days: s.Nights, Cites: []rule.Cite{rule.Walsh2021}})
	}
	if s := b.Stride; s.Out {
		add(Reason{Code: StrideShifts, Tone: ToneWatch, Value: s.Now - s.Usual, Limit: r.StrideShift, Days: s.Runs, Side: s.Longer(), Cites: []rule.Cite{rule.SeedMovement}})
	}
	if f.Under.Flagged() {
		add(Reason{Code: UnderRecovered, Tone: ToneWatch, Value: float64(f.Under.Count), Limit: float64(f.Under.Limit), Days: int(r.UnderDays), Date: f.Under.Last,
			Cites: []rule.Cite{rule.SeedSoreness}})
	}
	if b.Cold.Habit {
		add(Reason{Code: ColdHabit, Tone: ToneWatch, Value: float64(b.Cold.Week), Limit: r.ColdWeekly, Source: diary.TypedSource, Cites: []rule.Cite{rule.Seed, rule.Malta2021}})
	}
}
