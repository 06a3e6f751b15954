package words

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Trends draws the days up to arg.To: six charts, each with its sentence.
func Trends(e *engine.Engine, arg wire.TrendsArg, o Options) wire.Trends {
	d := e.Diary()
	from := arg.To - diary.Date(arg.Days) + 1
	if arg.Days <= 0 || from < d.First {
		from = d.First
	}
	t := wire.Trends{From: from, To: arg.To}
	if d.First > d.Last || from > arg.To {
		return t
	}
	var days []engine.Day
	for date := from; date <= arg.To; date++ {
		day, _ := e.Day(date)
		days = append(days, day)
	}
	var marks []wire.Mark
	for _, m := range coach.Marks(e, from, arg.To) {
		marks = append(marks, mark(&m))
	}
	for k := range diary.Kind(diary.Kinds) {
		t.Charts = append(t.Charts, signalChart(e, k, days, marks))
	}
	t.Charts = append(t.Charts, loadChart(e, days, marks), easyChart(e, days, o), strideChart(e, from, arg.To))
	return t
}

func signalChart(e *engine.Engine, k diary.Kind, days []engine.Day, marks []wire.Mark) wire.Chart {
	c := wire.Chart{Key: k.String(), Title: kindNames[k], Unit: kindUnits[k], Clock: k == diary.Sleep, Marks: marks}
	rules := e.Rules()
	line := wire.Line{Name: meanName(rules)}
	source, tagged := "", 0
	c.Title = signalName(k, days[len(days)-1].Signals[k].Metric)
	for _, d := range days {
		s := d.Signals[k]
		for _, p := range e.Signals().Readings(k, s.Source, s.Metric, d.Date, d.Date) {
			at := wire.Point{Date: d.Date, Value: round(p.Value, 10)}
			if coach.Far(s, p.Value) {
				c.Hollow = append(c.Hollow, at)
			} else {
				c.Dots = append(c.Dots, at)
			}
			if slices.ContainsFunc(e.Diary().Tags[d.Date], func(tag string) bool { return tag != "illness" }) {
				tagged++
			}
			if p.By != diary.ByDevice && s.Metric != diary.MetricTyped {
				c.Hand = append(c.Hand, at)
			}
			source = s.Source
		}
		mean, normal := coach.Drawn(s, &rules)
		if s.Break.Since == d.Date { // no line leads from one measurement to another
			mean, normal = false, false
			c.Marks = append(slices.Clip(c.Marks), wire.Mark{Date: d.Date, Kind: "break", Text: broken(s)})
		}
		if mean {
			line.Points = append(line.Points, wire.Point{Date: d.Date, Value: round(natural(k, s.Recent), 10)})
			line.Out = append(line.Out, s.Name == signal.Adverse)
		}
		if normal {
			c.Band = append(c.Band, wire.Range{Date: d.Date, Low: round(natural(k, s.Baseline.Low), 10), High: round(natural(k, s.Baseline.High), 10)})
			c.Limit = append(c.Limit, wire.Point{Date: d.Date, Value: round(natural(k, s.Limit(&rules)), 10)})
		}
	}
	c.Lines = []wire.Line{line}
	diary.SortBy(c.Marks, func(a, b wire.Mark) int { return cmp.Compare(a.Date, b.Date) })
	c.Summary = signalSummary(e, days, k, len(c.Dots)+len(c.Hollow))
	if n := len(c.Hand); n > 0 {
		c.Summary += fmt.Sprintf(" Typed or corrected by you: %s.", Count(n, dayOf(days[len(days)-1].Signals[k])))
	}
	if tagged > 0 {
		c.Summary += " " + taggedLess(tagged, dayOf(days[len(days)-1].Signals[k]))
	}
	if text := brokenBy(days[len(days)-1].Signals[k]); text != "" {
		c.Summary += " " + text
	}
	if source != "" {
		others := e.Signals().Others(k, source, days[0].Date, days[len(days)-1].Date)
		c.Source = within(source)
		if maker, model, _ := strings.Cut(source, " "); len(others) == 0 && model != "" && model[0] <= '9' && !strings.HasSuffix(model, ")") {
			c.Source = within(maker) // its number for the only watch needs no saying
		}
		for i := range others {
			others[i] = within(others[i])
		}
		if len(others) > 0 {
			c.Summary += fmt.Sprintf(" Your other readings (%s) have a normal range of their own, and are not mixed in.", strings.Join(others, ", "))
		}
	}
	return c
}

// meanName is the name of the recent mean: "7-day average".
func meanName(r rule.Settings) string { return fmt.Sprintf("%.0f-day average", r.WindowDays) }

func signalSummary(e *engine.Engine, days []engine.Day, k diary.Kind, readings int) string {
	if readings == 0 {
		return "No readings in this period."
	}
	rules, last := e.Rules(), days[len(days)-1]
	s := last.Signals[k]
	out := 0
	for _, d := range days {
		if d.Signals[k].Name == signal.Adverse {
			out++
		}
	}
	text := ""
	if s.Metric != diary.MetricDailyRHR && s.Metric != diary.MetricStaged && s.Metric != diary.MetricAsleep && s.Metric != "" {
		text = upper(metric(s.Metric)) + ". "
	}
	switch s.Name {
	case signal.Adverse:
		text += fmt.Sprintf("%s your normal range %s; ", upper(side(k)), forDays(s.DaysOut))
	case signal.InRange:
		text += upper(standing(&s, &rules)) + "; "
	case signal.Unusual:
		text += "Unusually high; "
	default:
		l, learning := e.Signals().Learning(s, last.Date)
		switch {
		case learning && s.Missing == signal.FewBaseline:
			text += fmt.Sprintf("Rebound is learning your normal range: %s, %s", learned(s, l, rules), knownFrom(s, l, last.Date))
		case learning:
			text += "Too few readings at the end of this period; " + knownFrom(s, l, last.Date) + " with one each day"
		default:
			text += "Not known at the end of this period"
		}
		if out > 0 {
			text += fmt.Sprintf("; out of range on %d of %s", out, Count(len(days), "day"))
		}
		return text + "."
	}
	text += fmt.Sprintf("%s %s", meanName(rules), Value(k, natural(k, s.Recent)))
	if out > 0 {
		text += fmt.Sprintf("; out of range on %d of %s", out, Count(len(days), "day"))
	}
	if why := pastWhy(&s, &rules); why != "" {
		return text + ". " + why
	}
	return text + "."
}

func loadChart(e *engine.Engine, days []engine.Day, marks []wire.Mark) wire.Chart {
	c := wire.Chart{Key: "load", Title: "Training load", Unit: loadUnit, Marks: marks,
		Lines: []wire.Line{{Name: "Fitness"}, {Name: "Fatigue"}}}
	sessions, unknown := 0, 0
	for _, d := range days {
		sessions += d.Load.Sessions
		unknown += d.Load.Unknown
		if !d.Load.Known {
			continue
		}
		c.Lines[0].Points = append(c.Lines[0].Points, wire.Point{Date: d.Date, Value: round(d.Load.Balance.Fitness, 10)})
		c.Lines[1].Points = append(c.Lines[1].Points, wire.Point{Date: d.Date, Value: round(d.Load.Balance.Fatigue, 10)})
		if d.Load.Load > 0 {
			c.Dots = append(c.Dots, wire.Point{Date: d.Date, Value: round(d.Load.Load, 10)})
		}
	}
	last := days[len(days)-1].Load
	switch {
	case sessions == 0 && !last.Known:
		c.Summary = "No sessions in this period."
	case !last.Known:
		c.Summary = "Training load is not known: it takes runs with heart rate, and your resting and max HR."
	case learningLoad(e, days[len(days)-1].Date) != "":
		c.Summary = learningLoad(e, days[len(days)-1].Date)
	default:
		c.Summary = fmt.Sprintf("Fitness %.0f, fatigue %.0f, form %s.", last.Balance.Fitness, last.Balance.Fatigue, signed(last.Balance.Form(), 0))
		if unknown > 0 {
			c.Summary += " " + uncounted(unknown)
		}
	}
	return c
}

// loadUnit is the unit of training load, as charts name it.
const loadUnit = "training load a day"

// taggedLess says of days with a tag that they count for less.
func taggedLess(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " that you tagged counts for less."
	}
	return Count(n, noun) + " that you tagged count for less."
}

// uncounted says of sessions without heart rate that they are not in the load.
func uncounted(n int) string {
	if n == 1 {
		return "1 session has no heart rate and is not counted."
	}
	return Count(n, "session") + " have no heart rate and are not counted."
}

func easyChart(e *engine.Engine, days []engine.Day, o Options) wire.Chart {
	c := wire.Chart{Key: "easy_hr", Title: "Heart rate at easy pace", Unit: "bpm"}
	last := days[len(days)-1]
	h, weeks := e.History(), span(e.Rules().EasyDays)
	check := h.Easy(last.Date, last.Rest)
	for _, r := range h.EasyRunsBetween(days[0].Date, last.Date, last.Rest) {
		c.Dots = append(c.Dots, wire.Point{Date: r.Date, Value: round(r.HR, 10)})
	}
	switch {
	case check.By == load.ByPower:
		c.Summary = fmt.Sprintf("At %s: %.0f bpm lately, %.0f in the %s before.", easyAt(&check, o), check.HR, check.Usual, weeks)
	case len(c.Dots) == 0:
		c.Summary = "No steady, flat, easy runs in this period."
	case check.State == load.EasyUnknown || check.By == load.ByFelt:
		c.Summary = fmt.Sprintf("%s; too few in the last %s to compare.", Count(len(c.Dots), "steady easy run"), weeks)
	default:
		c.Summary = fmt.Sprintf("At %s: %.0f bpm lately, %.0f in the %s before.", o.Pace(check.Speed), check.HR, check.Usual, weeks)
	}
	return c
}

func strideChart(e *engine.Engine, from, to diary.Date) wire.Chart {
	c := wire.Chart{Key: "stride", Title: "Stance balance", Unit: "% left"}
	var all []float64
	for _, s := range e.History().Between(from, to) {
		if s.Run && s.Stride.Balance > 0 {
			c.Dots = append(c.Dots, wire.Point{Date: s.Date, Value: round(s.Stride.Balance, 100)})
			all = append(all, s.Stride.Balance)
		}
	}
	if len(all) > 0 {
		c.Summary = fmt.Sprintf("Your left foot's share of the time on the ground: typically %.1f%% over %s.", load.Median(all), Count(len(all), "run"))
		return c
	}
	c.Title, c.Unit = "Cadence", "steps/min"
	for _, s := range e.History().Between(from, to) {
		if s.Run && s.Stride.Cadence > 0 {
			c.Dots = append(c.Dots, wire.Point{Date: s.Date, Value: round(s.Stride.Cadence, 10)})
			all = append(all, s.Stride.Cadence)
		}
	}
	c.Summary = "No stride data in this period."
	if len(all) > 0 {
		c.Summary = fmt.Sprintf("Typically %.0f steps a minute over %s.", load.Median(all), Count(len(all), "run"))
	}
	return c
}
