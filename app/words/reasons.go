package words

import (
	"fmt"

	"rebound/app/brand"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// reasons puts each reason into words: what, the number, its limit, the source
// of the data and the papers behind the limit.
func reasons(r engine.Report, rules rule.Settings, o Options) []wire.Reason {
	out := make([]wire.Reason, 0, len(r.Reasons))
	for _, x := range r.Reasons {
		w := wire.Reason{Code: string(x.Code), Source: sourceOf(x), Level: string(x.Tone), Cites: []string{}}
		for _, c := range x.Cites {
			w.Cites, w.Refs = append(w.Cites, inFull(c)), append(w.Refs, cited(c))
		}
		w.Text, w.Number, w.Limit = reason(r, x, rules, o)
		out = append(out, w)
	}
	return out
}

// sourceOf is whose readings a reason rests on; "" where it is nobody's.
func sourceOf(x verdict.Reason) string {
	if x.Source == "" {
		return ""
	}
	return unit.Own(brand.Name(x.Source))
}

func reason(r engine.Report, x verdict.Reason, rules rule.Settings, o Options) (text, number, limit string) {
	window := span(rules.WindowDays)
	switch x.Code {
	case verdict.TwoOfThree, verdict.AllThree:
		number, limit = Count(int(x.Value), "signal")+" today", fmt.Sprintf("%.0f for %s in a row", x.Limit, Count(int(rules.CutRun), "day"))
		what := fmt.Sprintf("%s of your three signals were off together for %s", upper(spelled(outOf(r.Cuts.Last))), Count(int(rules.CutRun), "day"))
		if x.Code == verdict.AllThree {
			what = "All three of your signals were off together"
		}
		cut := fmt.Sprintf("the next %s were cut to %.0f%% of %s and hard sessions became easy ones", Count(int(rules.CutLength), "day"), r.Cuts.Last.Scale*100, usual(r))
		if !r.RunSeen { // no week to cut is known
			cut = "a lighter week began: run less than usual, and nothing hard"
		}
		text = fmt.Sprintf("%s, so on %s %s. This is day %d.", what, LongDay(x.Date), cut, x.Days)
		if r.Cuts.Last.CheckIn {
			text += " Your check-in was off that day too, which makes the cut as deep as with all three."
		}
	case verdict.Drifting:
		number, limit = Count(x.Days, "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("%s off together. If that lasts %s in a row, the next %s become lighter.", signalsAre(int(rules.CutSignals)), Count(int(rules.CutRun), "day"), Count(int(rules.CutLength), "day"))
	case verdict.Refractory:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("Your signals are still off together, but your last lighter week began on %s, and the next can come only after %s.", Day(x.Date), Count(int(x.Limit), "day"))
	case verdict.CutsStuck:
		text = fmt.Sprintf("Your signals never came back to your normal range between the lighter week of %s and this one. Talk to a doctor about it: an app cannot tell why.", Day(x.Date))
	case verdict.NoRunSeen:
		text = "Rebound has no runs of yours yet, so it cannot know your usual week, or whether you have had a break."
	case verdict.HardInWindow:
		on := ", the last on "
		if x.Days == 1 {
			on = ", on "
		}
		text = fmt.Sprintf("%s in the last %s%s%s, while a signal is out: the next hard session waits.", Count(x.Days, "hard session"), window, on, LongDay(x.Date))
		if x.Source == diary.TypedSource {
			return fmt.Sprintf("%s You rated it %.0f of 10.", text, x.Value), fmt.Sprintf("RPE %.0f", x.Value), fmt.Sprintf("RPE %.0f", x.Limit)
		}
		if x.Value > 0 {
			number, limit = fmt.Sprintf("%.0f min at %.0f%% of max HR", x.Value, rules.HardShare*100), fmt.Sprintf("%.0f min", x.Limit)
		}
		text += " " + maxHR(r.MaxHR)
	case verdict.EasyPaceFails, verdict.EasyPasses, verdict.EasyNotKnown, verdict.EasyBlind:
		return easyReason(r, x, rules, o)
	case verdict.ShortHabit:
		number, limit = under(x.Value, x.Limit), Hours(x.Limit)
		text = fmt.Sprintf("You have slept too little for the last %s. It is nothing new, but it comes first: nothing helps you recover like sleep.", span(rules.HabitDays))
	case verdict.Monotonous:
		number, limit = fmt.Sprintf("%.1f", x.Value), fmt.Sprintf("%.1f", x.Limit)
		text = "Your last seven days were all much the same. Your body handles a mix of hard and easy days better. This changes nothing today."
	case verdict.SessionSpike:
		number, limit = fmt.Sprintf("%.0f%%", x.Value*100), fmt.Sprintf("%.0f%%", x.Limit*100)
		text = fmt.Sprintf("Your run on %s was much longer than any in the %.0f days before it.", LongDay(x.Date), rules.SpikeDays)
	case verdict.PartMeasured:
		number, limit = fmt.Sprintf("%.0f%%", x.Value*100), fmt.Sprintf("%.0f%%", x.Limit*100)
		text = fmt.Sprintf("Your watch recorded heart rate for %.0f%% of your training in the last %s. The other minutes count at your usual rate.", x.Value*100, span(float64(x.Days)))
		if x.Value == 0 {
			text = fmt.Sprintf("No session in the last %s has heart rate, so training load goes by how hard you said each one was.", span(float64(x.Days)))
		}
	case verdict.TaggedDays:
		number = fmt.Sprintf("x%.1f", x.Value)
		count := "they count"
		if x.Days == 1 {
			count = "it counts"
		}
		text = fmt.Sprintf("You tagged %s in the last %s as out of the ordinary, so %s for less.", Count(x.Days, "day"), window, count)
	case verdict.OneOutlier:
		text = outlier(&r.Signals[x.Kind])
	case verdict.AfterRace:
		return afterRaceReason(r, x, rules, o)
	case verdict.PlannedDeload:
		number, limit = o.Distance(x.Value), fmt.Sprintf("%.0f%% of a usual week", x.Limit*100)
		text = fmt.Sprintf("This is a planned step-back week: about %s and one hard session fewer, every %s, so that your training can sink in.", shareOf(rules.DeloadScale, "the running"), Count(x.Days, "week"))
	case verdict.DeloadOverdue:
		number, limit = Count(int(x.Value), "week"), Count(int(x.Limit), "week")
		text = fmt.Sprintf("A step-back week is overdue: this is the %s week in a row without a lighter one.", Ordinal(int(x.Value)))
		if x.Value > verdict.WeeksSeen {
			text = fmt.Sprintf("A step-back week is overdue: none of the last %s was lighter than the rest.", Count(verdict.WeeksSeen, "week"))
		}
	default:
		if text, number, limit, ok := staysOut(r, x, rules); ok {
			return text, number, limit
		}
		if text, number, limit, ok := returnReason(r, x, rules, o); ok {
			return text, number, limit
		}
		if text, number, limit, ok := illnessReason(r, x, rules); ok {
			return text, number, limit
		}
		if text, number, limit, ok := bodyReason(r, x, rules); ok {
			return text, number, limit
		}
		return signalReason(r, x, rules)
	}
	return text, number, limit
}

// MaxHR says in Settings, beside its field, which maximal heart rate is in use on t and
// where it comes from.
func MaxHR(e *engine.Engine, t diary.Date) string {
	if m := e.History().Max(t); m.BPM > 0 {
		return maxHR(m)
	}
	return maxUnknown + " Enter yours here if you know it, or your age below."
}

// maxUnknown is what holds without one.
const maxUnknown = "Your max HR is not known: no run shows it yet. Until one does, training load goes by the highest heart rate in your runs."

func maxHR(m load.MaxHR) string {
	if m.Source == load.MaxUnknown {
		return maxUnknown + " You can enter your age or your max HR in Settings."
	}
	return maxHRFrom(m, "you", "your watch")
}

// maxHRFrom says where a known one is from, to the runner or to somebody else.
func maxHRFrom(m load.MaxHR, runner, watch string) string {
	switch m.Source {
	case load.MaxSetting:
		return fmt.Sprintf("Max HR %.0f bpm, as %s set it.", m.BPM, runner)
	case load.MaxSeen:
		return fmt.Sprintf("Max HR %.0f bpm, the highest 30 seconds of the last 12 months, confirmed by a second day.", m.BPM)
	case load.MaxWatch:
		return fmt.Sprintf("Max HR %.0f bpm, as %s has it set.", m.BPM, watch)
	}
	return fmt.Sprintf("Max HR %.0f bpm, guessed from age (208 − 0.7 × age).", m.BPM)
}

// signalReason is the line of one of the three signals.
func signalReason(r engine.Report, x verdict.Reason, rules rule.Settings) (text, number, limit string) {
	s := r.Signals[x.Kind]
	name, window := kindNames[x.Kind], span(rules.WindowDays)
	if s.Name == signal.Unknown {
		switch s.Missing {
		case signal.FewBaseline:
			text = fmt.Sprintf("%s is not known yet: Rebound is still learning your normal range.", name)
			if l := r.Learning[x.Kind]; l.From != 0 {
				text += fmt.Sprintf(" With a reading each day, that takes until about %s.", dayAndMonth(l.From))
				x.Value, x.Limit = float64(l.Have), float64(l.Need)
			}
			return text, Count(int(x.Value), dayOf(s)), Count(int(x.Limit), dayOf(s))
		case signal.FewRecent:
			return fmt.Sprintf("%s is not known: too few readings in the last %s%s.", name, window, newest(r, x.Kind)),
				Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		}
		if last := newest(r, x.Kind); last != "" {
			return fmt.Sprintf("%s is not known: no recent reading%s.", name, last), "", ""
		}
		if first := r.First[x.Kind]; first != 0 {
			return fmt.Sprintf("%s is not known: this day is before your first reading of it, on %s.", name, FullDay(first)), "", ""
		}
		return fmt.Sprintf("%s is not known: none of your files has it.", name), "", ""
	}
	base := Value(x.Kind, natural(x.Kind, s.Baseline.Mean))
	recent := Value(x.Kind, natural(x.Kind, s.Recent))
	switch x.Kind {
	case diary.Sleep:
		text = fmt.Sprintf("Sleep: %s a night over the last %s, usually %s; %s under %s.", recent, window, base, none(s.Short, "night"), Hours(rules.SleepShort))
		number, limit = Hours(x.Value), fmt.Sprintf("%s on %s, and %s less than usual for you", Hours(x.Limit), Count(int(rules.SleepShortDays), "night"), Hours(rules.SleepDrop))
	case diary.RestingHR:
		text = fmt.Sprintf("Resting heart rate: %s over the last %s, usually %s.", recent, window, base)
		number, limit = signed(x.Value, 1)+" bpm", signed(x.Limit, 1)+" bpm"
	default:
		text = fmt.Sprintf("HRV: %s over the last %s, usually %s (%s).", recent, window, base, metric(s.Metric))
		number, limit = signed(x.Value, 1)+" SD", signed(x.Limit, 1)+" SD"
		if s.Name == signal.Unusual {
			text += " Well above normal can mean recovery or the opposite, so by itself it decides nothing."
		}
	}
	if s.Name == signal.Adverse {
		text += " " + outSince(s.DaysOut)
	}
	if s.Baseline.Days < int(rules.BaselineSettled) {
		text += fmt.Sprintf(" Your normal range is still rough: it rests on %s.", Count(s.Baseline.Days, "day"))
	}
	if z := signed(s.Z, 1); z != "0.0" && x.Kind == diary.RestingHR {
		text += " That is " + z + " SD."
	}
	if s.Past != signal.Inside {
		text += fmt.Sprintf(" Your normal range is %s: it is %s.", rangeOf(&s), standing(&s, &rules))
	}
	if why := pastWhy(&s, &rules); why != "" && !s.Held { // else the next reason says it
		text += " " + why
	}
	return text, number, limit
}

// outSince says for how long a signal has been out.
func outSince(days int) string {
	if days <= 1 {
		return "It is out of range today."
	}
	return fmt.Sprintf("It has been out of range for %s.", Count(days, "day"))
}

// none is Count with "no" for zero.
func none(n int, noun string) string {
	if n == 0 {
		return "no " + noun
	}
	return Count(n, noun)
}

func newest(r engine.Report, k diary.Kind) string {
	if p := r.Newest[k]; p.Date != 0 {
		return fmt.Sprintf(" (the latest is from %s)", FullDay(p.Date))
	}
	return ""
}

func metric(m diary.Metric) string {
	switch m {
	case diary.MetricOvernight:
		return "overnight RMSSD"
	case diary.MetricRestingRR:
		return "RMSSD of a resting recording"
	case diary.MetricMorningRMSSD:
		return "RMSSD on waking"
	case diary.MetricAnyRMSSD:
		return "RMSSD at no fixed hour"
	case diary.MetricNightSDNN:
		return "overnight SDNN"
	case diary.MetricAnySDNN:
		return "SDNN at no fixed hour"
	case diary.MetricTyped:
		return "as you typed it"
	case diary.MetricMorningRHR:
		return "on waking"
	}
	return string(m)
}

// outOf is how many signals fired a cut.
func outOf(c verdict.Cut) (n int) {
	for _, out := range c.Out {
		if out {
			n++
		}
	}
	return n
}

func signalsAre(n int) string { return upper(spelled(n)) + " " + plural(n, "signal") + " " + are(n) }
