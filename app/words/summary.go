package words

import (
	"fmt"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// What fits on the page for a coach, physio or doctor: of what there is more, the latest.
const (
	summaryNiggles  = 4
	summaryLines    = 4
	summarySettings = 3  // lines
	summaryLetters  = 40 // of the runner's own words, or of a name out of a file
)

// Summary is the page for a coach, physio or doctor, up to date to: the weeks that s has
// taken, told to somebody who does not know the app.
func Summary(e *engine.Engine, s *coach.Summary, to diary.Date, o Options) *wire.Summary {
	w := summing{e: e, rules: e.Rules(), o: o, out: &wire.Summary{From: to - coach.SummaryDays + 1, To: to}}
	for t := w.out.From; t <= to; t++ {
		day, _ := e.Day(t)
		w.days = append(w.days, day)
	}
	for k := range diary.Kind(diary.Kinds) {
		w.signal(k, s.Learning[k])
	}
	w.load()
	runs := w.weeks()
	w.niggles()
	w.section("eased", w.eased(s))
	w.section("ill", w.ill(s))
	w.section("gaps", w.missing)
	w.section("settings", w.settings())
	w.section("method", w.method())
	for _, x := range s.Races {
		w.out.Spans = append(w.out.Spans, wire.SummarySpan{Kind: "race", From: x.Date, To: x.Date, Name: raceText(x.Name)})
	}
	w.out.Limits = summaryLimits
	if runs == 0 && w.read == 0 && len(w.out.Niggles)+len(w.out.Spans) == 0 {
		w.out.Empty = "There are no readings, runs or entries in these weeks."
	}
	return w.out
}

// span is days on which something was so.
func (w *summing) span(kind string, from, to diary.Date, left bool) {
	w.out.Spans = append(w.out.Spans, wire.SummarySpan{Kind: kind, From: from, To: min(to, w.out.To), Left: left})
}

// summing is a page being written.
type summing struct {
	e       *engine.Engine
	rules   rule.Settings
	o       Options
	out     *wire.Summary
	days    []engine.Day
	read    int      // readings
	missing []string // what is not known, a line each
}

func (w *summing) section(key string, lines []string) {
	w.out.Notes = append(w.out.Notes, wire.SummarySection{Key: key, Name: summaryNames[key], Lines: lines})
}

// summaryNames are the headings of the sections.
var summaryNames = map[string]string{
	"eased": "Lighter weeks and holds", "ill": "Illness", "gaps": "Days without data",
	"settings": "Settings changed from their defaults", "method": "How the numbers are made",
}

const summaryLimits = "It is not a diagnosis, and it predicts nothing: no number here has been shown to predict injury, illness or results. " +
	"HRV and resting heart rate react to training, illness, heat, alcohol, stress and medicine alike, so they cannot say why they changed. " +
	"Two devices cannot be compared, and sleep is a watch's estimate. A day without data may be a rest day or a watch in a drawer. " +
	"Pain, illness and decisions are as the runner logged them."

// day writes a date as seen from the last of the page.
func (w *summing) day(d diary.Date) string { return DayFrom(d, w.out.To) }

// written writes some days as seen from there: "2 to 8 Feb", "30 Jan to 5 Feb", "2 Feb".
func (w *summing) written(from, to diary.Date) string { return spanOf(from, to, w.day) }

func (w *summing) signal(k diary.Kind, l signal.Learning) {
	c := signalChart(w.e, k, w.days, nil)
	s, out := w.days[len(w.days)-1].Signals[k], 0
	for i := range w.days {
		x := &w.days[i].Signals[k]
		if x.Name == signal.Adverse {
			out++
		}
		if x.Source != "" { // of a signal that has fallen silent, what it was
			s.Source, s.Metric = x.Source, x.Metric
		}
	}
	have := len(c.Dots) + len(c.Hollow)
	w.read += have
	missing := fmt.Sprintf("%s: %d of %d.", kindNames[k], len(w.days)-have, len(w.days))
	c.Summary, c.Limit, c.Source = "no readings", nil, ""
	if have > 0 {
		c.Summary, c.Source = w.latest(k, &s, l, out), readBy(&s)
	}
	w.missing = append(w.missing, missing)
	w.out.Charts = append(w.out.Charts, c)
}

// latest is where a signal is on the last day, and on how many it was out.
func (w *summing) latest(k diary.Kind, s *signal.State, l signal.Learning, out int) string {
	text := ""
	mean, normal := coach.Drawn(*s, &w.rules)
	if mean {
		text = meanName(w.rules) + " " + number(k, natural(k, s.Recent)) + " · "
	}
	switch {
	case normal:
		text += "normal " + number(k, natural(k, s.Baseline.Low)) + " to " + number(k, natural(k, s.Baseline.High))
	case out > 0: // it was known once, of another device or before a gap
		text += "no normal now (" + learned(*s, l, w.rules) + ")"
	default:
		text += "normal not known yet (" + learned(*s, l, w.rules) + ")"
	}
	switch {
	case s.Name == signal.Adverse:
		text += " · " + side(k) + " " + forDays(s.DaysOut)
		if out > s.DaysOut { // in so few words that it stays on the line of its name
			text += ", " + Count(out, "day") + " in all"
		}
	case s.Name == signal.Unusual:
		text += " · unusually high"
	case s.Past.Bad():
		text += " · " + standing(s, &w.rules) + ", not counted"
	case s.Missing == signal.FewRecent:
		text += " · too few recent readings"
	}
	if s.Name != signal.Adverse && out > 0 {
		text += " · out of range on " + Count(out, "day")
		if !normal {
			text += " before"
		}
	}
	return text
}

// readBy is what a signal is, and what measures it.
func readBy(s *signal.State) string {
	by, what := brief(within(s.Source)), ""
	switch s.Source { // the page is for somebody else
	case diary.StrapSource:
		by = "the runner's chest strap"
	case diary.TypedSource:
		by = "the runner's log"
	}
	switch s.Metric {
	case diary.MetricDailyRHR, diary.MetricTyped, "":
		return by
	case diary.MetricStaged, diary.MetricAsleep:
		what = slept(s.Metric)
	default:
		what = metric(s.Metric)
	}
	return what + ", " + by
}

func (w *summing) load() {
	c := loadChart(w.e, w.days, nil)
	last := w.days[len(w.days)-1]
	switch {
	case !last.Load.Known:
		c.Summary = "not known: it takes runs with heart rate"
	case learningLoad(w.e, last.Date) != "":
		c.Summary = "fitness and fatigue are still being learned"
	default:
		b := last.Load.Balance
		c.Summary = fmt.Sprintf("fitness %.0f · fatigue %.0f · form %s", b.Fitness, b.Fatigue, signed(b.Form(), 0))
	}
	w.out.Charts = append(w.out.Charts, c)
}

// weeks is what was run in each, and how many runs that were.
func (w *summing) weeks() (runs int) {
	sessions, unknown, without := 0, 0, 0
	for _, d := range w.days {
		sessions, unknown = sessions+d.Load.Sessions, unknown+d.Load.Unknown
	}
	for t := w.out.From; t <= w.out.To; t += 7 {
		var km *float64
		for _, s := range w.e.History().Between(t, t+6) {
			if !s.Run {
				continue
			}
			if runs++; s.Km == 0 {
				without++
				continue
			}
			if km == nil {
				km = new(float64)
			}
			*km += s.Km
		}
		w.out.Km = append(w.out.Km, km)
	}
	if without > 0 {
		w.missing = append(w.missing, fmt.Sprintf("Distance: %d of %s.", without, Count(runs, "run")))
	}
	if unknown > 0 {
		w.missing = append(w.missing, fmt.Sprintf("Training load: %d of %d sessions without heart rate.", unknown, sessions))
	}
	return runs
}

// niggles is those that fit, and how many do not.
func (w *summing) niggles() {
	list := coach.Courses(w.e.Diary(), w.out.From, w.out.To)
	for _, c := range list[:min(len(list), summaryNiggles)] {
		n := wire.SummaryNiggle{Site: string(c.Site), Side: string(c.Side), Name: upper(Place(c.Site, c.Side)), Gone: c.Gone, Text: w.course(c)}
		for _, x := range c.Entries {
			n.Pain = append(n.Pain, wire.Point{Date: x.Date, Value: float64(x.Severity)})
		}
		w.out.Niggles = append(w.out.Niggles, n)
	}
	w.out.Earlier = max(0, len(list)-summaryNiggles)
}

// mostPains is how many entries of a niggle are written one by one.
const mostPains = 6

// course is a niggle in one line: when it came, its pain, when it went, what was noted.
func (w *summing) course(c *coach.Course) string {
	text, worst := "since "+w.day(c.Since()), c.Worst()
	n, said := len(c.Entries), ""
	if c.Said() != c.Since() {
		said = w.day(c.Said())
	}
	switch {
	case worst.Severity == 0:
		text += "; no pain"
	case n <= mostPains:
		var list []string
		for _, x := range c.Entries {
			list = append(list, fmt.Sprint(x.Severity))
		}
		text += "; pain " + strings.Join(list, ", ") + " of 10"
	default:
		text += fmt.Sprintf("; pain up to %d of 10 (%s), then %d", worst.Severity, w.day(worst.Date), c.Entries[n-1].Severity)
	}
	switch {
	case c.Gone != 0:
		text += "; gone " + said
	case said != "":
		text += "; last entry " + said
	}
	if noted := noted(c.Entries); len(noted) > 0 {
		text += ". " + upper(strings.Join(noted, ", "))
	}
	return text + "."
}

// noted is what was said of a niggle beside its pain, on whatever day.
func noted(entries []*diary.Niggle) (out []string) {
	var has [7]bool
	for _, n := range entries {
		for i, said := range [...]bool{n.Tightness, n.Worse, n.Swelling, n.NightPain == diary.Yes, n.Limp == diary.Yes, n.BonePoint == diary.Yes, n.Seen == diary.Yes} {
			has[i] = has[i] || said
		}
	}
	for i, word := range [...]string{"tight", "worse the next day", "swollen", "night pain", "a limp", "pinpoint bone pain", "looked at"} {
		if has[i] {
			out = append(out, word)
		}
	}
	return out
}

// eased is what was lighter than planned, and what the runner left of it, the latest first.
func (w *summing) eased(s *coach.Summary) (lines []string) {
	for i := len(s.Eased) - 1; i >= 0; i-- {
		x := &s.Eased[i]
		text, kind := "Step-back week ", ""
		switch x.Action {
		case verdict.CutWeek:
			text, kind = "Lighter week ", "cut"
		case verdict.HoldQuality:
			text, kind = "Hard sessions on hold ", "hold"
		}
		if text += w.written(x.From, x.To); kind == "cut" {
			var out []string
			for k, was := range x.Out {
				if was {
					out = append(out, kindNouns[k])
				}
			}
			text += ": " + List(out) + " out of range"
		}
		if x.Declined != 0 {
			if text += ". Declined " + w.day(x.Declined); x.Why != "" {
				text += `: "` + unit.Own(brief(x.Why)) + `"`
			}
		}
		lines = append(lines, text+".")
		if kind != "" {
			w.span(kind, x.From, x.To, x.Declined != 0)
		}
	}
	if lines == nil {
		lines = []string{"None."}
	}
	return latest(lines, summaryLines, "earlier")
}

// ill is the illnesses and what else a doctor asks after, the latest first.
func (w *summing) ill(s *coach.Summary) (lines []string) {
	if n := len(s.Chest); n > 0 {
		lines = append(lines, "Chest symptoms noted, last on "+w.day(s.Chest[n-1])+".")
	}
	for i := len(s.Ill) - 1; i >= 0; i-- {
		x := &s.Ill[i]
		text := "Ill " + w.written(x.From, x.To) + sits[x.Where]
		if x.Fever {
			text += ", with fever"
		}
		if x.Lasts {
			text += ", not over"
		}
		lines = append(lines, text+" ("+Count(int(x.To-x.From)+1, "day")+").")
		w.span("ill", x.From, x.To, false)
	}
	if lines == nil {
		lines = []string{"None logged."}
	}
	return latest(lines, summaryLines, "earlier")
}

// latest is as many lines as fit, and how many are left out.
func latest(lines []string, fit int, which string) []string {
	if n := len(lines); n > fit {
		return append(lines[:fit-1], fmt.Sprintf("and %d %s.", n-fit+1, which))
	}
	return lines
}

// settings is the thresholds that are not at their default. Those of a day that is past are
// not known: the page is made by today's.
func (w *summing) settings() (lines []string) {
	names := Rules(w.rules)
	for i := range names {
		if r := &names[i]; r.Value != r.Default {
			lines = append(lines, r.Name+": "+ruleAmount(r.Unit, r.Value)+" (default "+ruleAmount(r.Unit, r.Default)+").")
		}
	}
	if len(lines) == 0 {
		lines = []string{"All thresholds are at their defaults."}
	}
	if w.out.To >= w.o.Today {
		return latest(lines, summarySettings, "more")
	}
	return append(latest(lines, summarySettings-1, "more"), "These are the settings of "+w.day(w.o.Today)+"; earlier ones are not known.")
}

// method is how the numbers of the page are made.
func (w *summing) method() []string {
	r := &w.rules
	most := "Max HR not known."
	if m := w.e.History().Max(w.out.To); m.Source != load.MaxUnknown {
		most = maxHRFrom(m, "the runner", "the watch")
	}
	return []string{
		fmt.Sprintf("Normal: mean ± %g SD of the %.0f days before the last %.0f, from one device.", round(r.GateK, 100), r.BaselineDays, r.WindowDays),
		"Training load: minutes weighted by heart rate (TRIMP, Banister 1991). Fitness averages about six weeks of it, fatigue one. " + most,
	}
}

// brief is a text on one line, cut where it is long.
func brief(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > summaryLetters {
		return string(r[:summaryLetters-1]) + "…"
	}
	return text
}
