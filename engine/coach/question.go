package coach

import "rebound/engine/diary"

// Question asks whether there was a run on days of which neither a file nor the runner
// says it: no file is not no run.
type Question struct {
	Since  diary.Date // the newest date of which it is known
	From   diary.Date // the first of the days that are asked about
	To     diary.Date // the last of them
	Before bool       // they lie before a run that is known, and make a pause of it
}

// Question is what is asked on the date. The days of late come first; then the last of
// a pause whose return is in force.
func (c *Coach) Question() (q Question, ok bool) {
	h, r := c.e.History(), &c.Report
	if !r.RunSeen {
		return q, false
	}
	if since := h.Spoken(c.date); c.date-since >= diary.Date(c.rules.AskDays) {
		return Question{Since: since, From: since + 1, To: c.date}, true
	}
	l := r.Layoff
	if l.Back == 0 || l.Flag.Site != "" {
		return q, false
	}
	since := h.Spoken(l.Back - 1)
	q = Question{Since: since, From: since + 1, To: l.Back - 1, Before: true}
	return q, l.Back-since > diary.Date(c.rules.AskDays)
}

// NotRan is the runner's word of the date that they have not run of late, which may be
// taken back; ok is false without one.
func (c *Coach) NotRan() (said diary.NotRan, ok bool) {
	for _, v := range c.e.Diary().Reported.NotRan {
		if v.To == c.date && v.Date <= c.date {
			said, ok = v, true
		}
	}
	last, _ := c.e.History().LastRun(c.date)
	return said, ok && last < said.Date
}

// Reports is the runs that the runner reported in the four weeks up to the date, those
// that a file has come for among them.
func (c *Coach) Reports() []diary.Run {
	const days = 28
	return diary.Between(c.e.Diary().Reported.Runs, c.date-days+1, c.date)
}
