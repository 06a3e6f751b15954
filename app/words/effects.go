package words

import (
	"fmt"
	"math"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Effects is what the runner's own days say on date t.
func Effects(e *engine.Engine, t diary.Date) wire.Effects {
	c, rules := coach.On(e, t, nil), e.Rules()
	out := wire.Effects{Date: t, Matters: []wire.Effect{}, Says: []wire.Effect{}, How: fmt.Sprintf(
		"Each night is compared with your own nights of the same weekday, at most %.0f days apart. This shows what goes together, not what causes what, and it changes nothing in your plan.", rules.EffectSeason)}
	var waits []string
	for _, m := range c.Matters() {
		if m.Over > 0 { // more of it: asked where there is enough, and else not missed
			if x := matter(&m, rules); len(x.Shifts) > 0 {
				out.Matters = append(out.Matters, x)
			}
			continue
		}
		if m.Had() == 0 {
			waits = append(waits, lower(matterNames[m.Of][0]))
			continue
		}
		out.Matters = append(out.Matters, matter(&m, rules))
	}
	if len(waits) > 0 {
		out.Waits = "Not in your log yet: " + List(waits) + "."
	}
	var seen []string
	known := false
	for _, s := range c.Says() {
		says := followed(&s, rules)
		known = known || s.Known
		if s.Seen {
			seen = append(seen, lower(says.Name)+" was "+says.Shifts[0].Amount)
		}
		out.Says = append(out.Says, says)
	}
	switch {
	case len(seen) > 0:
		out.Verdict = "Yes. After mornings with a signal out of your normal range, " + List(seen) + "."
	case known:
		out.Verdict = "No. In your data, nothing that followed a morning with a signal out of your normal range was clearly different."
	default:
		out.Verdict = "Not known yet: it takes mornings with a signal out of your normal range, mornings without, and your log of what followed."
	}
	return out
}

// lower writes the first letter small, but of what is written in capitals.
func lower(text string) string {
	if strings.HasPrefix(text, "HRV") {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// matterNames are what may come before a night: at a glance, and in a sentence.
var matterNames = map[string][2]string{
	"late_night":     {"Late night", "a late night"},
	"alcohol":        {"Alcohol", "alcohol"},
	"heavy_meal":     {"Heavy meal", "a heavy meal"},
	"dehydration":    {"Dehydrated", "a day with too little to drink"},
	"travel":         {"Travel", "a day of travel"},
	"heat":           {"Heat", "a hot day"},
	"altitude":       {"Altitude", "a day at altitude"},
	coach.AfterHard:  {"Hard session", "a hard session"},
	coach.AfterLong:  {"Long run", "a long run"},
	coach.AfterShort: {"Short night before", "a short night"},
	coach.AfterLate:  {"Late run", "a run that ended late"},
}

// scale is how the differences of one kind of reading are written.
type scale struct {
	name     string
	unit     string // of the picture, and of Amount where minutes are not written out
	less     string
	more     string
	decimals int
}

var signalScales = [diary.Kinds]scale{
	diary.HRV:       {"HRV", "%", "lower", "higher", 0},
	diary.RestingHR: {"Resting heart rate", " bpm", "lower", "higher", 1},
	diary.Sleep:     {"Sleep", " min", "shorter", "longer", 0},
}

func matter(m *coach.Matter, rules rule.Settings) wire.Effect {
	name := matterNames[m.Of]
	out := wire.Effect{Key: m.Of, Name: name[0], Shifts: []wire.Shift{}}
	against := "your nights without"
	if m.Of == coach.AfterLate {
		against = fmt.Sprintf("nights after one that ended before %s", Clock(60*rules.EffectLate))
	}
	out.Text = fmt.Sprintf("Nights after %s, next to %s.", name[1], against)
	if m.Over > 0 {
		much := scale{unit: " " + diary.FindDose(m.Of).Unit, decimals: 1}.number(m.Over)
		out.Key, out.Name = m.Of+"_more", name[0]+", more of it"
		out.Text = fmt.Sprintf("Nights after more than %s, next to nights after up to %s.", much, much)
	}
	var seen, few []string
	most := &m.Signals[0] // what there is most of, where nothing is known yet
	for k := range m.Signals {
		a, by := &m.Signals[k], signalScales[k]
		if a.Had > most.Had {
			most = a
		}
		if !a.Known {
			if a.Had+a.Lacked > 0 {
				few = append(few, lower(by.name))
			}
			continue
		}
		s := shift(a, by, diary.Kind(k) == diary.HRV)
		out.Shifts = append(out.Shifts, s)
		if s.Seen {
			seen = append(seen, lower(by.name)+" "+by.side(s.By))
		}
	}
	switch {
	case len(out.Shifts) == 0:
		out.Value, out.Text = wanting(most, "night", rules)
	case len(seen) > 0:
		out.Value = upper(strings.Join(seen, ", "))
	default:
		out.Value = "Can't see it"
	}
	if len(out.Shifts) > 0 && len(few) > 0 {
		out.Text += " Too few nights yet for " + List(few) + "."
	}
	return out
}

var followedNames = map[string]scale{
	coach.FeltThen:  {"How you felt that morning", " points", "better", "worse", 1},
	coach.FeltNext:  {"How you felt the next morning", " points", "better", "worse", 1},
	coach.RanHarder: {"How your runs felt", " points", "easier", "harder", 1},
	coach.EasyHR:    {"Heart rate at easy pace", " bpm", "lower", "higher", 1},
	coach.Hurt:      {"Pain", " in 100", "less likely", "more likely", 0},
}

// followedTakes is what an answer takes where there is none of it.
var followedTakes = map[string]string{
	coach.FeltThen:  "It takes check-ins.",
	coach.FeltNext:  "It takes check-ins, two mornings in a row.",
	coach.RanHarder: "It takes runs that you rated, with heart rate.",
	coach.EasyHR:    "It takes steady easy runs with heart rate.",
	coach.Hurt:      "It takes check-ins, and pain logged when there is any.",
}

func followed(s *coach.Says, rules rule.Settings) wire.Effect {
	by := followedNames[s.Of]
	out := wire.Effect{Key: s.Of, Name: by.name, Shifts: []wire.Shift{}}
	if s.Had+s.Lacked == 0 {
		out.Value, out.Text = "Nothing logged", followedTakes[s.Of]
		return out
	}
	if !s.Known {
		out.Value, out.Text = wanting(&s.Answer, "morning", rules)
		return out
	}
	a := s.Answer
	if s.Of == coach.Hurt { // a share of days
		a.By, a.Low, a.High = 100*a.By, 100*a.Low, 100*a.High
	}
	out.Shifts = append(out.Shifts, shift(&a, by, false))
	out.Value = "No"
	if a.Seen {
		out.Value = "Yes, " + by.side(a.By)
	}
	switch s.Of {
	case coach.FeltThen, coach.FeltNext:
		out.Text = "Your check-in, as the average of its nine answers from 0 to 4."
	case coach.RanHarder:
		out.Text = "Your rating from 0 to 10, next to what their heart rate and pace suggest."
	case coach.EasyHR:
		out.Text = "Your steady easy runs of that day, at the same pace."
	default:
		out.Text = "Pain that you logged " + withinDays(rules.EffectPain) + "."
	}
	return out
}

func withinDays(days float64) string {
	if days == 1 {
		return "that day"
	}
	return "within " + span(days)
}

// shift is the answer of one reading.
func shift(a *coach.Answer, by scale, logarithm bool) wire.Shift {
	amount := func(v float64) float64 {
		if logarithm {
			v = 100 * (math.Exp(v) - 1)
		}
		return round(v, math.Pow10(by.decimals)) + 0
	}
	s := wire.Shift{Name: by.name, Seen: a.Seen, Unit: by.unit, With: a.With, Without: a.Without,
		By: amount(a.By), Low: amount(a.Low), High: amount(a.High)}
	s.Amount, s.Range = by.amount(s.By), by.between(s.Low, s.High)
	switch {
	case a.Seen:
		s.Text = fmt.Sprintf("%s. Likely %s.", upper(s.Amount), s.Range)
	case s.Low <= 0 && s.High >= 0:
		s.Text = fmt.Sprintf("Can't see it in your data. Likely %s.", s.Range)
	default:
		s.Text = fmt.Sprintf("Could be chance: %s. Of this many questions, a few come out like this by luck.", s.Range)
	}
	return s
}

func (b scale) side(v float64) string {
	if v < 0 {
		return b.less
	}
	return b.more
}

// number writes how much, without its side: "8%", "0.4 bpm", "1 h 5 min".
func (b scale) number(v float64) string {
	v = math.Abs(v)
	if b.unit == " min" {
		return Hours(v)
	}
	return strings.TrimSuffix(fmt.Sprintf("%.*f", b.decimals, v), ".0") + b.unit
}

const noDifference = "no different"

func (b scale) amount(v float64) string {
	if b.none(v) {
		return noDifference
	}
	return b.number(v) + " " + b.side(v)
}

// none reports whether a difference is written as none.
func (b scale) none(v float64) bool { return math.Abs(v) < 0.5*math.Pow(10, -float64(b.decimals)) }

// between writes an interval: "between 4% and 12% lower", "between 3% lower and 2% higher".
func (b scale) between(low, high float64) string {
	if high <= 0 && !b.none(high) {
		return fmt.Sprintf("between %s and %s %s", b.number(high), b.number(low), b.less)
	}
	if low >= 0 && !b.none(low) {
		return fmt.Sprintf("between %s and %s %s", b.number(low), b.number(high), b.more)
	}
	return strings.ReplaceAll(fmt.Sprintf("between %s and %s", b.amount(low), b.amount(high)), noDifference, "no change")
}

// wanting is what an answer still takes, at a glance and in a sentence.
func wanting(a *coach.Answer, noun string, rules rule.Settings) (value, text string) {
	needs, weeks := int(rules.EffectNeeds), int(rules.EffectWeeks)
	more := func(n int) string { return fmt.Sprintf("%d more %s", n, plural(n, noun)) }
	with, without := "with it", "without it"
	if noun == "morning" {
		with, without = "with a signal out of your normal range", "with none out"
	}
	switch {
	case a.Had < needs:
		return more(needs - a.Had), fmt.Sprintf("%s %s, and Rebound can compare. So far: %d.", upper(more(needs-a.Had)), with, a.Had)
	case a.Lacked < needs:
		return more(needs - a.Lacked), fmt.Sprintf("%s %s, and Rebound can compare. So far: %d.", upper(more(needs-a.Lacked)), without, a.Lacked)
	case min(a.With, a.Without) < needs:
		return "Nothing to compare", fmt.Sprintf("Your %s %s nearly always fall on the same weekdays, so there are too few others of those weekdays to compare them with.", Count(a.Had, noun), with)
	}
	return "Too few weeks", fmt.Sprintf("Your %s %s lie close together. It takes %s from %s.", Count(a.With, noun), with, plural(2, noun), Count(weeks, "different week"))
}
