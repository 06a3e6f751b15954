package verdict

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// SessionKind is what a day's training is.
type SessionKind string

const (
	Easy      SessionKind = "easy"
	Long      SessionKind = "long"
	Tempo     SessionKind = "tempo"
	Intervals SessionKind = "intervals"
	Rest      SessionKind = "rest"
	WalkRun   SessionKind = "walk_run"
	Race      SessionKind = "race" // of a plan alone, as is cross
	Cross     SessionKind = "cross"
)

// Hard says whether a session of this kind is quality work, which can be held
// back. A race cannot.
func (k SessionKind) Hard() bool { return k == Tempo || k == Intervals }

// Session is a day's training: minutes and kilometres, 0 on a rest day.
type Session struct {
	Kind    SessionKind
	Minutes float64
	Km      float64
}

// DayPlan is one of the seven days that begin with the assessed one.
type DayPlan struct {
	Date          diary.Date
	Before, After Session
	Because       []Code // why After differs from Before
}

const weeks = 4 // of the runner's own past that make the usual week

// Week is the usual week from f.Date on, as [Bend] has it; nil when no run is
// known in the four weeks that count.
func Week(f *Facts, h *load.History, action Action) []DayPlan {
	anchor := f.Date
	switch {
	case f.Layoff.Tier > 0:
		anchor = f.Layoff.LastRun + 1 // the weeks before the pause, not the pause
	case f.Cuts.InForce(f.Date):
		anchor = f.Cuts.Last.Fired // not the weeks that the cut itself made lighter
	}
	usual, ok := usualWeek(h, anchor, f)
	if !ok {
		return nil
	}
	before := make([]Session, 7)
	for i := range before {
		before[i] = usual[(f.Date + diary.Date(i)).Weekday()]
	}
	return Bend(f, h, action, before)
}

// Bend is the sessions of f.Date and the days after it, bent by the action in
// force. Only the days on which it is in force are touched, and a race never.
func Bend(f *Facts, h *load.History, action Action, before []Session) []DayPlan {
	out := make([]DayPlan, len(before))
	held := false
	action = beneath(f, action)
	for i, s := range before {
		d := f.Date + diary.Date(i)
		out[i] = DayPlan{Date: d, Before: s, After: s}
		switch action {
		case ReturnToRun:
			comeBack(&out[i], f, i)
		case CutWeek:
			if f.Cuts.InForce(d) {
				out[i].bend(scale(ease(s), f.Planned.deeper(i, f.Cuts.Last.Scale)), Code(CutWeek))
			}
		}
		if out[i].After.Kind.Hard() {
			// Whatever the action: quality waits for the weeks to be rebuilt after a
			// layoff, and the next one for what holds it or for an easy test run.
			switch {
			case f.Rebuild.Held() || f.Layoff.Tier > 0:
				out[i].bend(ease(out[i].After), Rebuild)
			case held:
			case action == HoldQuality:
				held = true
				out[i].bend(ease(out[i].After), Code(HoldQuality))
			case f.Easy.State == load.EasyUnknown:
				held = true
				out[i].bend(ease(out[i].After), EasyNotKnown)
			}
		}
		capSpike(&out[i], f, h)
		forBody(&out[i], f)
	}
	if f.Rebuild.Held() && f.Layoff.Tier == 0 {
		capGrowth(out, f, h)
	}
	return out
}

// capGrowth keeps a week on the way back within growth of the seven days before
// it. A first week back has none to compare with.
func capGrowth(week []DayPlan, f *Facts, h *load.History) {
	total := 0.0
	for _, d := range week {
		if d.After.Kind != Race {
			total += d.After.Minutes
		}
	}
	limit := (1 + f.Rules.Growth) * weekly(h, f.Date-7, f.Date-1)
	if limit == 0 || total <= limit {
		return
	}
	for i := range week {
		week[i].bend(scale(week[i].After, limit/total), Growth)
	}
}

// bend changes the day's session, and says why if it did.
func (d *DayPlan) bend(s Session, why Code) {
	if s != d.After && d.Before.Kind != Race {
		d.After = s
		d.Because = append(d.Because, why)
	}
}

// ease turns quality into easy running of the same length.
func ease(s Session) Session {
	if s.Kind.Hard() {
		s.Kind = Easy
	}
	return s
}

func scale(s Session, x float64) Session {
	s.Minutes, s.Km = s.Minutes*x, s.Km*x
	return s
}

// comeBack bends one day on the way back from a layoff: about 80% or 60% of the
// usual, all of it easy; after three weeks off, walk-run on alternate days (a
// minute each, up to half an hour). i is the day's place in the week.
func comeBack(d *DayPlan, f *Facts, i int) {
	if !f.Layoff.Off() && d.Date > f.Layoff.Until {
		return
	}
	why := Code(ReturnToRun)
	s := d.Before
	switch f.Layoff.Tier {
	case 1, 2:
		x := f.Rules.BackScale1
		if f.Layoff.Tier == 2 {
			x = f.Rules.BackScale2
		}
		if s.Kind != Rest && s.Kind != Cross {
			s = scale(s, x)
			s.Kind = Easy
		}
		d.bend(s, why)
	case 3:
		from := f.Date
		if !f.Layoff.Off() {
			from = f.Layoff.Back
		}
		if (d.Date-from)%2 != 0 {
			d.bend(Session{Kind: Rest}, why)
			return
		}
		const minutes, walkKmMin = 30, 0.09 // walking at 1.5 m/s
		pace := walkKmMin
		if s.Minutes > 0 {
			pace = s.Km / s.Minutes
		}
		d.bend(Session{Kind: WalkRun, Minutes: minutes, Km: minutes / 2 * (pace + walkKmMin)}, why)
	}
}

// capSpike keeps a session within spike_share of the longest run of the 30 days
// before the assessed date (Frandsen 2025). Without a run in them there is
// nothing to compare with.
func capSpike(d *DayPlan, f *Facts, h *load.History) {
	limit := f.Rules.SpikeShare * h.Longest(f.Date-diary.Date(f.Rules.SpikeDays), f.Date-1)
	if limit > 0 && d.After.Km > limit && d.After.Kind != Cross {
		d.bend(scale(d.After, limit/d.After.Km), SessionSpike)
	}
}

// usualWeek is the runner's own pattern over the four weeks before anchor: as
// many running days as they had a week, on the weekdays they ran most often,
// each as long as it was on average.
func usualWeek(h *load.History, anchor diary.Date, f *Facts) (week [7]Session, ok bool) {
	type weekday struct {
		day                    int
		dates                  map[diary.Date]bool
		minutes, km            float64
		hard, structured, runs int
	}
	var days [7]weekday
	for i := range days {
		days[i] = weekday{day: i, dates: map[diary.Date]bool{}}
		week[i] = Session{Kind: Rest}
	}
	runDays := 0
	past := h.Between(anchor-7*weeks, anchor-1)
	first := anchor
	for i := range past {
		s := &past[i]
		if !s.Run {
			continue
		}
		first = min(first, s.Date)
		d := &days[s.Date.Weekday()]
		if !d.dates[s.Date] {
			d.dates[s.Date] = true
			runDays++
		}
		d.minutes, d.km, d.runs = d.minutes+s.Minutes, d.km+s.Km, d.runs+1
		if h.Hard(s, f.Max) {
			d.hard++
		}
		if s.Structured {
			d.structured++
		}
	}
	if runDays == 0 {
		return week, false
	}
	seen := weeks
	if oldest := h.Sessions[0].Date; oldest > anchor-7*weeks {
		seen = (int(anchor-oldest) + 6) / 7 // a young diary: fewer weeks to divide by
	}
	n := max(1, (2*runDays+seen)/(2*seen)) // rounded running days a week
	slices.SortStableFunc(days[:], func(a, b weekday) int {
		return cmp.Or(-cmp.Compare(len(a.dates), len(b.dates)), cmp.Compare((a.day+6)%7, (b.day+6)%7))
	})
	var minutes []float64
	for _, d := range days[:min(n, 7)] {
		if len(d.dates) == 0 {
			break
		}
		each := float64(len(d.dates))
		s := Session{Kind: Easy, Minutes: d.minutes / each, Km: d.km / each}
		if 2*d.hard >= len(d.dates) {
			s.Kind = Tempo
			if 2*d.structured >= len(d.dates) {
				s.Kind = Intervals
			}
		}
		week[d.day] = s
		minutes = append(minutes, s.Minutes)
	}
	markLong(&week, minutes)
	return week, true
}

// markLong names the week's long run: the longest easy one, when it stands out
// from the usual day by a third or more (ours).
func markLong(week *[7]Session, minutes []float64) {
	longest := -1
	for i, s := range week {
		if s.Kind == Easy && (longest < 0 || s.Minutes > week[longest].Minutes) {
			longest = i
		}
	}
	if longest >= 0 && len(minutes) > 1 && week[longest].Minutes >= 1.33*load.Median(minutes) {
		week[longest].Kind = Long
	}
}
