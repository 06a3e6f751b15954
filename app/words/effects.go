package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Effects is what the runner's own days say on date t.
func Effects(e *engine.Engine, t diary.Date, o Options) wire.Effects {
	c, rules := coach.On(e, t, nil), e.Rules()
	out := wire.Effects{Date: t, Matters: []wire.Effect{}, Says: []wire.Effect{}, How: fmt.Sprintf(
		"Each day is compared with your own days of the same weekday, at most %.0f days apart. This shows what goes together, not what causes what, and it changes nothing in your plan.", rules.EffectSeason)}
	var waits []string
	for _, m := range c.Matters() {
		if m.Over > 0 { // more of it: asked where there is enough, and else not missed
			if x := matter(&m, rules, o); len(x.Shifts) > 0 {
				out.Matters = append(out.Matters, x)
			}
			continue
		}
		if m.Had() == 0 {
			_, after := matterName(m.Of)
			waits = append(waits, after)
			continue
		}
		out.Matters = append(out.Matters, matter(&m, rules, o))
	}
	if len(waits) > 0 {
		out.Waits = "None of these so far: " + List(waits) + "."
	}
	var seen []string
	says := c.Says()
	for i := range says {
		if says[i].Seen {
			seen = append(seen, clause(&says[i]))
		}
		out.Says = append(out.Says, followed(&says[i], rules))
	}
	switch coach.VerdictOf(says) {
	case coach.SaysYes:
		out.Verdict = "Yes. When a signal was out of your normal range, " + List(seen) + "."
	case coach.SaysNo:
		out.Verdict = "No. When a signal was out of your normal range, nothing that followed was clearly different."
	case coach.SaysNotSoFar:
		out.Verdict = "Not so far. When a signal was out of your normal range, nothing that can be compared yet was clearly different."
	default:
		out.Verdict = "Not known yet. It takes mornings with a signal out of your normal range, mornings with none out, and check-ins or runs to compare."
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
var matterNames = [...][3]string{
	{"late_night", "Late night", "a late night"},
	{"alcohol", "Alcohol", "alcohol"},
	{"heavy_meal", "Heavy meal", "a heavy meal"},
	{"dehydration", "Dehydrated", "a day with too little to drink"},
	{"travel", "Travel", "a day of travel"},
	{"heat", "Heat", "a hot day"},
	{"altitude", "Altitude", "a day at altitude"},
	{coach.AfterHard, "Hard session", "a hard session"},
	{coach.AfterLong, "Long run", "a long run"},
	{coach.AfterShort, "Short night before", "a short night"},
	{coach.AfterLate, "Late run", "a run that ended late"},
}

func matterName(of string) (name, after string) {
	for i := range matterNames {
		if matterNames[i][0] == of {
			return matterNames[i][1], matterNames[i][2]
		}
	}
	return of, of
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
	{"HRV", "%", "lower", "higher", 0},
	{"Resting heart rate", " bpm", "lower", "higher", 1},
	{"Sleep", " min", "shorter", "longer", 0},
}

func matter(m *coach.Matter, rules rule.Settings, o Options) wire.Effect {
	name, after := matterName(m.Of)
	out := wire.Effect{Key: m.Of, Name: name, Shifts: []wire.Shift{}}
	against := "your other nights"
	if m.Of == coach.AfterLate {
		against = "nights after one that ended before " + Clock(60*rules.EffectLate)
	}
	if m.Over > 0 {
		much := o.dose(m.Of, m.Over)
		out.Key, out.Name = m.Of+"_more", name+", more of it"
		after, against = "more than "+much, "nights after up to "+much
	}
	out.Text = "Nights after " + after + ", compared with " + against + "."
	var seen, few []string
	most := &m.Signals[0] // what there is most of, where nothing is known yet
	for k := range m.Signals {
		a, by := &m.Signals[k], &signalScales[k]
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

// followings are what can follow a morning: how it is written, how it is put within a sentence, what the
// answer is of, and what it takes where there is none of it.
var followings = [...]struct {
	of string
	scale
	was, text, takes string
}{
	{coach.FeltThen, scale{"How you felt that morning", " points", "better", "worse", 1}, "you felt {side} that morning", "Your check-in, as the average of its nine answers from 0 to 4.", "It takes check-ins."},
	{coach.FeltNext, scale{"How you felt the next morning", " points", "better", "worse", 1}, "you felt {side} the next morning", "Your check-in, as the average of its nine answers from 0 to 4.", "It takes check-ins, two mornings in a row."},
	{coach.RanHarder, scale{"How your runs felt", " points", "easier", "harder", 1}, "your runs felt {side}", "Your rating from 0 to 10, compared with what their heart rate and pace suggest.", "It takes runs that you rated, with heart rate."},
	{coach.EasyHR, scale{"Heart rate at easy pace", " bpm", "lower", "higher", 1}, "your heart rate at easy pace was {side}", "Your steady easy runs of that day, at the same pace.", "It takes steady easy runs with heart rate."},
	{coach.Hurt, scale{"Pain", " in 100", "less often", "more often", 0}, "pain came {side}", "How often you logged pain {within}, out of 100 mornings.", "It takes check-ins, and pain logged when there is any."},
}

// clause is an answer that is seen, within a sentence.
func clause(s *coach.Says) string {
	for i := range followings {
		if f := &followings[i]; f.of == s.Of {
			return strings.Replace(f.was, "{side}", f.side(s.By), 1)
		}
	}
	return s.Of
}

func followed(s *coach.Says, rules rule.Settings) (out wire.Effect) {
	for i := range followings {
		f := &followings[i]
		if f.of != s.Of {
			continue
		}
		out = wire.Effect{Key: s.Of, Name: f.name, Shifts: []wire.Shift{}}
		a := s.Answer
		switch {
		case a.Had+a.Lacked == 0:
			out.Value, out.Text = "Nothing logged", f.takes
			return out
		case !a.Known:
			out.Value, out.Text = wanting(&a, "morning", rules)
			return out
		}
		if s.Of == coach.Hurt { // a share of days
			a.By, a.Low, a.High = 100*a.By, 100*a.Low, 100*a.High
		}
		out.Shifts = append(out.Shifts, shift(&a, &f.scale, false))
		out.Value = "No"
		if a.Seen {
			out.Value = "Yes, " + f.side(a.By)
		}
		out.Text = strings.Replace(f.text, "{within}", withinDays(rules.EffectPain), 1)
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
func shift(a *coach.Answer, by *scale, logarithm bool) wire.Shift {
	per := 1.0
	if by.decimals > 0 {
		per = 10
	}
	ends := [3]float64{a.By, a.Low, a.High}
	for i, v := range ends {
		if logarithm {
			v = 100 * (math.Exp(v) - 1)
		}
		ends[i] = round(v, per) + 0
	}
	s := wire.Shift{Name: by.name, Seen: a.Seen, Unit: by.unit, With: a.With, Without: a.Without, By: ends[0], Low: ends[1], High: ends[2]}
	s.Amount, s.Range = by.amount(s.By), by.between(s.Low, s.High)
	switch {
	case a.Seen:
		s.Text = upper(s.Amount) + ". Likely " + s.Range + "."
	case s.Low <= 0 && s.High >= 0:
		s.Text = "Can't see it in your data. Likely " + s.Range + "."
	default:
		s.Text = "Could be chance: " + s.Range + ". With this many questions, a few come out like this by luck."
	}
	return s
}

func (b *scale) side(v float64) string {
	if v < 0 {
		return b.less
	}
	return b.more
}

// number writes how much, without its side: "8%", "0.4 bpm", "1 h 5 min".
func (b *scale) number(v float64) string {
	v = math.Abs(v)
	if b.unit == " min" {
		return Hours(v)
	}
	unit := b.unit
	if v == 1 { // "1 point", "1 drink"
		unit = strings.TrimSuffix(unit, "s")
	}
	return strconv.FormatFloat(v, 'f', -1, 64) + unit
}

const noDifference = "no different"

func (b *scale) amount(v float64) string {
	if v == 0 { // rounded as it is written
		return noDifference
	}
	return b.number(v) + " " + b.side(v)
}

// between writes an interval: "between 4% and 12% lower", "between 3% lower and 2% higher".
func (b *scale) between(low, high float64) string {
	switch {
	case high < 0:
		return "between " + b.number(high) + " and " + b.number(low) + " " + b.less
	case low > 0:
		return "between " + b.number(low) + " and " + b.number(high) + " " + b.more
	}
	return strings.ReplaceAll("between "+b.amount(low)+" and "+b.amount(high), noDifference, "no change")
}

// wanting is what an answer still takes, at a glance and in a sentence.
func wanting(a *coach.Answer, noun string, rules rule.Settings) (value, text string) {
	needs := int(rules.EffectNeeds)
	with, without := "with it", "without it"
	if noun == "morning" {
		with, without = "with a signal out of your normal range", "with none out"
	}
	lacks, has := needs-a.Had, a.Had
	if lacks <= 0 {
		lacks, has, with, without = needs-a.Lacked, a.Lacked, without, with
	}
	if lacks > 0 {
		have := Count(has, noun)
		if has == 0 {
			have = "No " + plural(0, noun)
		} // never so many more: nobody is to drink for it
		return fmt.Sprintf("%d of %d %s", has, needs, plural(needs, noun)), fmt.Sprintf("%s %s so far. A comparison takes %d.", have, with, needs)
	}
	have := "Your " + Count(a.Had, noun) + " " + without // the two changed places
	if min(a.With, a.Without) < needs {
		return "Nothing to compare", have + " are nearly all on the same weekdays, and too few others fall on those weekdays to compare them with."
	}
	return "Too few weeks", have + " are too close together. A comparison takes " + plural(2, noun) + " from " + Count(int(rules.EffectWeeks), "different week") + "."
}
