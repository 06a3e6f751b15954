package story

import (
	"cmp"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// reported takes what the runner said, without a word of their own. What decides nothing
// stays out: ticks, the movement screen.
func (k *taking) reported() {
	r, t := &k.Diary.Reported, k.Date
	out, long := r.Span(t-days+1, t), r.Span(t-longDays, t)
	out.Periods, out.Ran, out.Illnesses, out.Runs, out.NotRan = long.Periods, long.Ran, long.Illnesses, long.Runs, long.NotRan
	out.Plans, out.Ticks, out.Screens = nil, nil, nil
	out.CheckIns = k.checks(out.CheckIns)
	out.Niggles = k.niggles()
	for i := range out.Efforts {
		e := &out.Efforts[i]
		e.Start = k.start(e.Stamp, e.Start)
	}
	for i := range out.Pains {
		p := &out.Pains[i]
		p.Start = k.start(p.Stamp, p.Start)
	}
	for i := range out.Runs {
		v := &out.Runs[i]
		if v.Start != 0 {
			v.Start = k.local(v.Stamp, v.Start)
		}
	}
	for i := range out.Illnesses {
		if v := &out.Illnesses[i]; v.To != 0 {
			v.To += k.shift
		}
	}
	for i := range out.NotRan {
		out.NotRan[i].To = min(out.NotRan[i].To, t) + k.shift
	}
	for i := range out.Decisions {
		out.Decisions[i].Why = ""
	}
	out.Stamps(func(s *diary.Stamp) { s.Date, s.At, s.Offset = s.Date+k.shift, 0, 0 })
	k.files = append(k.files, diary.File{Kind: "typed", Reported: out})
}

// checks is the check-ins of late, and those older ones that say of fever and chest: that
// holds until it is denied.
func (k *taking) checks(late []diary.CheckIn) (out []diary.CheckIn) {
	for _, c := range k.Diary.Reported.CheckIns {
		if c.Date <= k.Date-days && (c.Fever != diary.NotSaid || c.Chest != diary.NotSaid) {
			out = append(out, c)
		}
	}
	return append(out, late...)
}

// niggles is every note of one: it holds until the next. What a later note of its date
// replaced was there; what was taken back was not.
func (k *taking) niggles() (out []diary.Niggle) {
	for _, list := range [...][]diary.Niggle{k.Diary.Reported.Niggles, k.Diary.Old.Niggles} {
		for _, n := range list {
			if !n.Off && n.Date <= k.Date {
				out = append(out, n)
			}
		}
	}
	diary.SortBy(out, func(a, b diary.Niggle) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.At, b.At)) })
	return out
}

// start is the start of a session as the story has it.
func (k *taking) start(s diary.Stamp, start int64) int64 {
	if start == 0 {
		return 0
	}
	best, at := int64(-1), k.local(s, start)
	for was, now := range k.starts {
		if off := max(was-start, start-was); load.SameStart(was, start) && (best < 0 || off < best) {
			best, at = off, now
		}
	}
	return at
}

// local is an instant as the runner's clock showed it, to the minute.
func (k *taking) local(s diary.Stamp, at int64) int64 {
	at += int64(s.Offset)
	return at - at%60 + int64(k.shift)*86400
}
