package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Code names a reason. The signals' codes carry the kind in front: hrv_adverse.
type Code string

const (
	TwoOfThree    Code = "two_of_three"
	AllThree      Code = "all_three"
	Drifting      Code = "drifting_together" // enough signals out, not yet three days running
	Refractory    Code = "cut_refractory"    // it would fire, but the last cut is too near
	CutsStuck     Code = "two_cuts_no_recovery"
	OffRunning    Code = "layoff"
	ComingBack    Code = "coming_back"
	StageNow      Code = "walk_run_stage"
	StageBack     Code = "walk_run_stage_back" // it hurt
	FirstWeeks    Code = "first_weeks_back"
	LungsFirst    Code = "lungs_before_tissue"
	Rebuild       Code = "weeks_not_rebuilt"
	Growth        Code = "weekly_growth" // of a changed day alone
	NoRunSeen     Code = "no_run_seen"
	RunsUnknown   Code = "runs_unknown" // of late there is no record at all
	HardInWindow  Code = "hard_session_in_window"
	EasyPaceFails Code = "easy_pace_fail"
	EasyPasses    Code = "easy_pace_pass"
	EasyNotKnown  Code = "easy_pace_unknown"
	EasyBlind     Code = "easy_pace_no_heart_rate" // it cannot be made; sessions stand
	ShortHabit    Code = "short_sleep_habit"
	Monotonous    Code = "monotony_high"
	SessionSpike  Code = "session_spike"
	PartMeasured  Code = "load_part_measured"
	TaggedDays    Code = "tagged_days"
	OneOutlier    Code = "one_outlier"
	AfterRace     Code = "after_race"
	PlannedDeload Code = "planned_deload"
	DeloadOverdue Code = "deload_overdue"
)

// Tone says how a reason is marked.
type Tone string

const (
	ToneGo      Tone = "go"
	ToneEase    Tone = "ease"
	ToneRecover Tone = "recover"
	ToneWatch   Tone = "watch" // a reason, never an action
	ToneUnknown Tone = "unknown"
)

// Reason is one line of the explanation: a number against its limit, with where
// both come from. It carries no sentence. The unit of Value and Limit is fixed
// by the code (see package words).
type Reason struct {
	Code   Code
	Kind   diary.Kind // of the signals' reasons
	Tone   Tone
	Value  float64
	Limit  float64
	Days   int
	Date   diary.Date
	Source string
	Cites  []rule.Cite

	Site diary.Site // of the niggles' reasons
	Side diary.Side
	Note string // the runner's own words: text, never markup

	Action Action // of a decision that keeps one out of force
}

// Reasons lists everything that bears on the date, the deciding ones first.
func Reasons(f *Facts) []Reason {
	var out []Reason
	add := func(r Reason) { out = append(out, r) }
	bodyReasons(f, add)
	raceReasons(f, add)
	layoffReasons(f, add)
	cutReasons(f, add)
	loneReasons(f, add)
	holdReasons(f, add)
	for _, s := range f.Signals {
		add(signalReason(s, f.Rules))
		if s.Held {
			add(Reason{Code: OneOutlier, Kind: s.Kind, Tone: ToneWatch, Days: s.RecentDays, Source: s.Source, Cites: []rule.Cite{rule.Seed}})
		}
	}
	planReasons(f, add)
	decisionReasons(f, add)
	easyReasons(f, add)
	loadReasons(f, add)
	recoveryReasons(f, add)
	return out
}

func layoffReasons(f *Facts, add func(Reason)) {
	l := f.Layoff
	cites := []rule.Cite{rule.Warden2021, rule.Coyle1984}
	switch {
	case l.Off() && l.Flag.Site != "": // whatever the days off
	case l.Off():
		add(Reason{Code: OffRunning, Tone: ToneEase, Value: float64(l.DaysOff), Limit: min(f.Rules.BackTier1+l.Spared, f.Rules.BackTier3), Days: l.Tier, Date: l.LastRun, Cites: cites})
	case l.Tier > 0:
		add(Reason{Code: ComingBack, Tone: ToneEase, Value: float64(l.DaysOff), Limit: f.Rules.BackTier1, Days: int(f.Date-l.Back) + 1, Date: l.Until, Cites: cites})
	case !f.RunSeen:
		add(Reason{Code: NoRunSeen, Tone: ToneUnknown})
	}
	if days := float64(f.Date - f.Seen); f.RunSeen && f.Seen != 0 && days >= f.Rules.AskDays {
		add(Reason{Code: RunsUnknown, Tone: ToneUnknown, Value: days, Limit: f.Rules.AskDays, Date: f.Seen})
	}
	if l.Tier == 3 && !l.Off() {
		w := &l.Progress
		stage := Reason{Code: StageNow, Tone: ToneEase, Value: float64(w.Done), Limit: f.Rules.StageSessions, Days: w.Stage + 1, Date: w.Last, Cites: cites[:1]}
		if w.Failed != 0 {
			stage.Code = StageBack
		}
		add(stage)
	}
	paceReasons(f, add)
	if f.Back.Tier > 0 {
		day, r := f.Back.Day(f.Date), f.Rules
		if day <= int(r.ReturnDays) {
			add(Reason{Code: FirstWeeks, Tone: ToneWatch, Value: float64(day), Limit: r.ReturnDays, Date: f.Back.Back, Cites: []rule.Cite{rule.Seed}})
		}
		if day > int(r.LungsFrom) && day <= int(r.LungsTo) {
			add(Reason{Code: LungsFirst, Tone: ToneWatch, Value: float64(day), Limit: r.LungsTo, Date: f.Back.Back, Cites: []rule.Cite{rule.Seed, rule.Warden2021}})
		}
	}
	if f.Rebuild.Held() {
		add(Reason{Code: Rebuild, Tone: ToneWatch, Value: float64(f.Rebuild.Weeks), Limit: f.Rules.RebuiltRun, Date: f.Rebuild.Back, Cites: []rule.Cite{rule.Seed}})
	}
}

func cutReasons(f *Facts, add func(Reason)) {
	c, r := f.Cuts, f.Rules
	_, _, out := f.Signals.Counts()
	cites := []rule.Cite{rule.Seed, rule.Nuuttila2022}
	switch {
	case c.InForce(f.Date) && !f.Declined(CutWeek, c.Last.Fired):
		code := TwoOfThree
		if c.Last.All {
			code = AllThree
		}
		add(Reason{Code: code, Tone: ToneEase, Value: float64(out), Limit: r.CutSignals, Days: int(f.Date-c.Last.Fired) + 1, Date: c.Last.Fired, Cites: cites})
	case out >= int(r.CutSignals) && c.Run >= int(r.CutRun):
		add(Reason{Code: Refractory, Tone: ToneWatch, Value: float64(f.Date - c.Last.Fired), Limit: r.CutRefractor, Days: c.Run, Date: c.Last.Fired, Cites: cites})
	case out >= int(r.CutSignals):
		add(Reason{Code: Drifting, Tone: ToneWatch, Value: float64(c.Run), Limit: r.CutRun, Days: c.Run, Cites: cites})
	}
	if c.Stuck && f.Date < c.Last.Fired+diary.Date(r.CutRefractor) {
		add(Reason{Code: CutsStuck, Tone: ToneWatch, Days: int(c.Last.Fired - c.Before.Fired), Date: c.Before.Fired, Cites: []rule.Cite{rule.Meeusen2013}})
	}
}

func holdReasons(f *Facts, add func(Reason)) {
	for _, code := range holds(f) {
		switch code {
		case HardInWindow:
			last := f.Hard[len(f.Hard)-1]
			if last.Effort >= f.Rules.HardRPE {
				add(Reason{Code: code, Tone: ToneEase, Value: last.Effort, Limit: f.Rules.HardRPE,
					Days: len(f.Hard), Date: last.Date, Source: diary.TypedSource, Cites: []rule.Cite{rule.Seed}})
				continue
			}
			add(Reason{Code: code, Tone: ToneEase, Value: last.MinutesAbove(f.Rules.HardShare * f.Max.BPM), Limit: f.Rules.HardMinutes,
				Days: len(f.Hard), Date: last.Date, Source: last.Source, Cites: []rule.Cite{rule.Seed}})
		}
	}
}

func signalReason(s signal.State, r *rule.Settings) Reason {
	out := Reason{Kind: s.Kind, Code: Code(s.Kind.String() + "_" + s.Name.String()), Days: s.DaysOut, Source: s.Source, Date: s.Newest}
	switch s.Kind {
	case diary.HRV:
		out.Value, out.Limit, out.Cites = s.Z, -r.GateK, []rule.Cite{rule.Vesterinen2016}
	case diary.RestingHR:
		out.Value, out.Limit, out.Cites = s.Recent-s.Baseline.Mean, s.Baseline.Rise(r.GateK, r), []rule.Cite{rule.Seed, rule.Nuuttila2024}
	case diary.Sleep:
		out.Value, out.Limit, out.Cites = s.Recent, r.SleepShort, []rule.Cite{rule.Johnston2020, rule.Walsh2021}
	}
	switch s.Name {
	case signal.Adverse:
		out.Tone = ToneEase
	case signal.InRange:
		out.Tone = ToneGo
		if s.Past.Bad() { // no good sign, though it changes nothing
			out.Tone = ToneWatch
		}
	case signal.Unusual:
		out.Tone, out.Limit, out.Cites = ToneWatch, r.UnusualK, []rule.Cite{rule.LeMeur2013}
	case signal.Unknown:
		out.Tone = ToneUnknown
		switch s.Missing {
		case signal.FewBaseline:
			out.Value, out.Limit = float64(s.Baseline.Days), r.BaselineNeeds
		case signal.FewRecent:
			out.Value, out.Limit = float64(s.RecentDays), r.WindowNeeds
		default:
			out.Value, out.Limit = 0, r.WindowNeeds
		}
	}
	return out
}

func easyReasons(f *Facts, add func(Reason)) {
	e, r := &f.Easy, f.Rules
	out := Reason{Value: e.HR - e.Usual, Limit: r.EasyRise, Days: e.Runs, Date: e.Last, Cites: []rule.Cite{rule.Vesterinen2014}}
	switch {
	case e.State == load.EasyFail:
		out.Code, out.Tone = EasyPaceFails, ToneEase
		switch e.By {
		case load.ByIndex:
			out.Value, out.Limit = e.Index-e.IndexMean, -r.EasyIndexSD*e.IndexSD
		case load.ByFelt:
			out.Value, out.Limit, out.Source, out.Cites = float64(e.Felt), r.EasyFelt, diary.TypedSource, []rule.Cite{rule.Foster2001}
		}
	case e.State == load.EasyPass:
		out.Code, out.Tone = EasyPasses, ToneGo
	case !f.RunSeen:
		return
	case e.Blind:
		out = Reason{Code: EasyBlind, Tone: ToneUnknown, Value: float64(e.Felt), Limit: r.EasyFelt, Days: int(r.EasyDays)}
	default:
		out = Reason{Code: EasyNotKnown, Tone: ToneUnknown, Value: float64(e.Runs), Limit: r.EasyNeeds, Cites: out.Cites}
	}
	add(out)
}

func loadReasons(f *Facts, add func(Reason)) {
	if f.Habit > 0 && f.Habit < f.Rules.SleepShort {
		add(Reason{Code: ShortHabit, Tone: ToneWatch, Value: f.Habit, Limit: f.Rules.SleepShort, Source: f.Signals[diary.Sleep].Source,
			Cites: []rule.Cite{rule.Johnston2020, rule.Walsh2021}})
	}
	if f.Spike > f.Rules.SpikeShare {
		add(Reason{Code: SessionSpike, Tone: ToneWatch, Value: f.Spike, Limit: f.Rules.SpikeShare, Date: f.SpikeOn, Cites: []rule.Cite{rule.Frandsen2025}})
	}
	if f.Load.Known && f.Load.Monotony > f.Rules.MonotonyHigh {
		add(Reason{Code: Monotonous, Tone: ToneWatch, Value: f.Load.Monotony, Limit: f.Rules.MonotonyHigh, Cites: []rule.Cite{rule.Foster1998}})
	}
	if f.Load.Known && f.Measured < f.Rules.LoadMeasured {
		add(Reason{Code: PartMeasured, Tone: ToneWatch, Value: f.Measured, Limit: f.Rules.LoadMeasured, Days: load.LoadDays})
	}
	if f.Tagged > 0 {
		add(Reason{Code: TaggedDays, Tone: ToneWatch, Days: f.Tagged, Value: f.Rules.TagWeight, Limit: 1, Source: diary.TypedSource})
	}
}
