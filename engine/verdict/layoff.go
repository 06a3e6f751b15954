package verdict

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Layoff is a pause in running and the return from it. Tier is 0 when none is in
// force, else 1 to 3 (7, 14, 21 days off and more).
//
// Days off are counted from the last run's date to the newest that holds a record of
// the runner ([load.History.Seen]). From the
// first run back the tier stays in force for at least 7, 14 or 21 days: tendon
// and bone are slower than heart and lungs, and neither HRV nor heart rate can
// shorten it. The third tier goes on until its stages are done (see [StageProgress]). A
// runner who was never seen running is unknown, not laid off.
type Layoff struct {
	Tier     int
	DaysOff  int           // days without running: as far as is known, or before the first run back
	Spared   float64       // of them, what the two lower tiers do not count; 0 once back
	LastRun  diary.Date    // the last run before the pause
	Back     diary.Date    // the first run after it; 0 while still off
	Until    diary.Date    // the last of the days that it lasts at least; 0 while still off
	Progress StageProgress // of tier 3: it lasts until the stages are done
	Flag     body.Cleared  // the red flag that opened it (see [AfterFlag]); zero for a pause
}

// Walking reports whether pain-free walking comes before the first run.
func (l Layoff) Walking() bool { return l.Flag.Site != "" && l.Flag.Ready == 0 }

// Off reports whether the pause is still going on.
func (l Layoff) Off() bool { return l.Tier > 0 && l.Back == 0 }

// scale is what stays of a session's volume in the two lower tiers; 1 without a layoff.
func (l Layoff) scale(r *rule.Settings) float64 {
	return [...]float64{1, r.BackScale1, r.BackScale2, 1}[l.Tier]
}

// askedWithin is how long after the first run back a layoff is still asked about:
// a runner who by then has neither done the stages nor rebuilt the old volume has
// found a new usual.
const askedWithin = 12 * 7

// Pause is a pause in running that is over: long enough for a tier, with a run
// before and after it.
type Pause struct {
	Tier    int
	DaysOff int
	LastRun diary.Date
	Back    diary.Date // the first run after it
}

// Day is which day back t is; the first run's is 1.
func (p Pause) Day(t diary.Date) int { return int(t-p.Back) + 1 }

// PastDays is how far back a pause can begin that is still asked about.
const PastDays = askedWithin + 8*7

// Past is what the return to running is read from.
type Past struct {
	History *load.History
	Diary   *diary.Diary
	Rules   *rule.Settings
	Rests   []Span // days for which rest was asked: what is rested then is no day off
	Raced   []Span // easy days after a race: while they last nothing is a layoff
}

// Span is days from one to another, both included.
type Span struct{ From, To diary.Date }

// pauses is those that ended from a date on up to t, in order.
func (p *Past) pauses(from, t diary.Date) (out []Pause) {
	h := p.History
	last, known := h.LastRun(from - 1)
	runs := h.Between(from, t)
	for i := range runs {
		if !runs[i].Run {
			continue
		}
		date := runs[i].Date
		if word, ok := h.LastWord(date - 1); ok && (!known || word > last) {
			last, known = word, true
		}
		if known {
			if n, _ := p.tier(last, date); n > 0 {
				out = append(out, Pause{Tier: n, DaysOff: int(date - last), LastRun: last, Back: date})
			}
		}
		last, known = date, true
	}
	return out
}

// tier is that of the days without a run from the last one to a date. For the two
// lower ones some are spared: those that lie between this runner's runs anyway, and
// those that were rested because it was asked, as in a week cut. 21 days are 21 days for everyone.
func (p *Past) tier(last, to diary.Date) (n int, spared float64) {
	off := float64(to - last)
	if off < p.Rules.BackTier1 {
		return 0, 0
	}
	for _, s := range p.Raced {
		if last+1 >= s.From && last < s.To && to <= s.To {
			return 0, 0
		}
	}
	gap := p.History.Rhythm(last)
	spared = gap - 1 + p.rested(last+1, to, gap)
	return tierOf(off, spared, p.Rules), spared
}

// rested is how many of the days from a to b were rested because it was asked: those
// of each span, unless the rest went on after it for longer than the usual gap between
// runs.
func (p *Past) rested(a, b diary.Date, gap float64) (n float64) {
	for _, s := range p.Rests {
		if float64(b-s.To) <= gap {
			n += max(0, float64(min(b, s.To)-max(a, s.From)+1))
		}
	}
	return n
}

// Layoff is the layoff in force on t; of two the longer, of two as long the later.
// Beyond the newest record nothing is known, and no day counts as one off.
func (p *Past) Layoff(t diary.Date) Layoff {
	last, ok := p.History.LastRun(t)
	if !ok {
		return Layoff{}
	}
	var found Layoff
	for _, v := range p.pauses(t-askedWithin+1, t) {
		l := Layoff{Tier: v.Tier, DaysOff: v.DaysOff, LastRun: v.LastRun, Back: v.Back, Until: v.Back + stay(v.Tier, p.Rules) - 1}
		inForce := l.Until >= t
		if l.Tier == 3 {
			found = Layoff{} // it starts the stages anew
			l.Progress = p.progress(v, l.Until, t)
			inForce = inForce || !l.Progress.Over()
		}
		if inForce && l.Tier >= found.Tier {
			found = l
		}
	}
	seen := p.History.Seen(t)
	if n, spared := p.tier(last, seen); n > 0 && n >= found.Tier {
		return Layoff{Tier: n, DaysOff: int(seen - last), LastRun: last, Spared: spared}
	}
	return found
}

// Return is the last pause that ended within the days that are still spoken of,
// whether its tier is in force or not; zero for none.
func (p *Past) Return(t diary.Date) (last Pause) {
	for _, v := range p.pauses(t-diary.Date(max(p.Rules.ReturnDays, p.Rules.LungsTo))+1, t) {
		last = v
	}
	return last
}

// tierOf is that of so many days off, of which some are spared in the two lower ones.
func tierOf(off, spared float64, r *rule.Settings) int {
	switch {
	case off >= r.BackTier3:
		return 3
	case off-spared >= r.BackTier2:
		return 2
	case off-spared >= r.BackTier1:
		return 1
	}
	return 0
}

func stay(tier int, r *rule.Settings) diary.Date {
	return diary.Date([...]float64{0, r.BackStay1, r.BackStay2, r.BackStay3}[tier])
}
