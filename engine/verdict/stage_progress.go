package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// StageProgress is how far the stages have come. It is worked out anew from the runs
// since the first one back and from what was reported of them; nothing of it is kept.
//
// A run counts as a session of its stage when it is about as long as the stage's
// running (stage_share) and, where its speed is known, holds about as long a
// stretch without a walk, or as much running in all. One session counts in two days. stage_sessions of
// them without pain lead on; one that hurt pain_modify or more, or made a leg
// worse by the next day, leads a stage back; lesser pain counts for neither. A
// run of which nothing was reported counts, and Unsaid says so. A pause of a week,
// two or three inside leads as many stages back, where it is not this runner's usual gap. Runs that are the last
// stage already are taken for it: stage_sessions of them in a row that are said not
// to have hurt end the stages, or twice as many of which nothing was reported.
type StageProgress struct {
	Stage  int        // of the next session, its place in [Stages]; len(Stages) when all are done
	Done   int        // sessions of it so far
	Unsaid int        // those of them of which no pain was reported, nor that there was none
	Failed diary.Date // the run that led a stage back, until the next that counts; 0 for none
	Last   diary.Date // the last run; 0 for none
	RunAt  int        // the stage that it was run at

	whole int // of the runs in a row that were the last stage: 2 for one said not to hurt, else 1
}

// Over reports whether all stages are done.
func (w *StageProgress) Over() bool { return w.Stage == len(Stages) }

// At is the stage of the next session; the last one once all are done.
func (w *StageProgress) At() Stage { return Stages[min(w.Stage, len(Stages)-1)] }

// clean counts a session without pain.
func (w *StageProgress) clean(r *rule.Settings) {
	if w.Over() {
		return
	}
	w.Failed = 0
	if w.Done++; w.Done >= int(r.StageSessions) {
		w.Stage, w.Done, w.Unsaid = w.Stage+1, 0, 0
	}
}

// back goes n stages back.
func (w *StageProgress) back(n int) {
	if n > 0 {
		w.Stage, w.Done, w.Unsaid, w.whole = max(0, w.Stage-n), 0, 0, 0
	}
}

// hurt is what was reported of a date's running.
type hurt uint8

const (
	unsaid hurt = iota
	painless
	some   // pain, under pain_modify
	failed // that much, worse the day after, swelling or a red flag
)

// painOf is the worst that was reported by t of running on a date: the pain of its
// runs, and leg niggles of that date or the next.
func painOf(d *diary.Diary, date, t diary.Date, r *rule.Settings) (worst hurt) {
	for _, p := range d.Reported.RunPains(date, date) {
		switch {
		case p.Pain.AtLeast(r.PainModify):
			worst = failed
		case p.Pain > 0:
			worst = max(worst, some)
		default:
			worst = max(worst, painless)
		}
	}
	for _, noted := range [...][]diary.Niggle{d.Reported.Niggles, d.Old.Niggles} { // that it eased by the evening heals no run
		for i := range noted {
			n := &noted[i]
			if n.Off || n.Date < date || n.Date > min(date+1, t) || n.Site == "lower_back" {
				continue
			}
			switch {
			case n.Severity.AtLeast(r.PainModify), n.Worse, n.Swelling, n.Flagged():
				worst = failed
			case n.Hurts():
				worst = max(worst, some)
			}
		}
	}
	return worst
}

// stageGap is the days from one session of the stages to the next.
const stageGap = 2

// progress plays the stages from the first run after a pause up to t. until is the
// last of the days that the return to running lasts at least: what hurts after it no
// longer undoes stages that are done.
func (p *Past) progress(v Pause, until, t diary.Date) StageProgress {
	var w StageProgress
	r, next := p.Rules, v.Back // next is the first date whose run can count
	spared := max(0, p.History.Rhythm(v.LastRun)-stageGap)
	runs := p.History.Between(v.Back, t)
	for i := 0; i < len(runs); {
		longest, date := -1, runs[i].Date // of a day's runs the longest stands for it
		for ; i < len(runs) && runs[i].Date == date; i++ {
			if runs[i].Run && (longest < 0 || runs[i].Minutes > runs[longest].Minutes) {
				longest = i
			}
		}
		if longest < 0 {
			continue
		}
		if w.Over() && date > until {
			return w
		}
		if w.Last != 0 {
			w.back(tierOf(float64(date-w.Last), spared, r))
		}
		w.Last, w.RunAt = date, min(w.Stage, len(Stages)-1)
		switch felt := painOf(p.Diary, date, t, r); {
		case felt == failed:
			w.back(1)
			w.whole, w.Failed = 0, date
		case felt == some:
			w.whole = 0
		case date >= next:
			w.count(&runs[longest], felt, r)
		}
		if date >= next {
			next = date + 2
		}
	}
	if w.Last != 0 && !(w.Over() && t > until) {
		w.back(tierOf(float64(p.History.Seen(t)-w.Last), spared, r))
	}
	return w
}

// count takes a run without pain for a session of its stage, or of the last one,
// if it can be that.
func (w *StageProgress) count(s *load.Session, felt hurt, r *rule.Settings) {
	switch {
	case !s.Paced || !Stages[len(Stages)-1].is(s, r):
		w.whole = 0
	case felt == painless:
		w.whole += 2
	default:
		w.whole++
	}
	switch {
	case w.whole >= 2*int(r.StageSessions):
		w.Stage, w.Done, w.Unsaid = len(Stages), 0, 0
	case w.At().is(s, r):
		if felt == unsaid {
			w.Unsaid++
		}
		w.clean(r)
	}
}
