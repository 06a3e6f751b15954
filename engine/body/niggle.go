package body

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Niggle is what holds of one site and side on a date.
type Niggle struct {
	diary.Niggle            // the entry that holds, red flags carried over that were not answered
	Since        diary.Date // first day of the unbroken complaint; 0 when it is tight and does not hurt
	Days         int        // since then
	Review       diary.Date // when it is asked about again
	Triage       Triage
	Running      Running
	Unresolved   bool   // niggle_days or more
	Watch        []Link // what compensates for it next
}

// Asks reports whether the runner should say on t how it is now.
func (n *Niggle) Asks(t diary.Date) bool { return n.Hurts() && t >= n.Review }

type place struct {
	site diary.Site
	side diary.Side
}

// noted is what was entered of niggles, by date and, within one, in order of
// entering: what a later entry of the same date replaced was there, and what was taken
// back was not.
func (in *Input) noted() []diary.Niggle {
	kept := in.Reported.Niggles
	if !slices.ContainsFunc(in.Replaced, func(n diary.Niggle) bool { return !n.Off }) {
		return kept
	}
	out := slices.Clone(kept)
	for _, n := range in.Replaced {
		if !n.Off {
			out = append(out, n)
		}
	}
	diary.SortBy(out, func(a, b diary.Niggle) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Side, b.Side), cmp.Compare(a.At, b.At))
	})
	return out
}

// holding folds the entries up to t, which are in order of date, into what
// holds, the worst first.
func holding(entries []diary.Niggle, t diary.Date, r *rule.Settings) []Niggle {
	now := map[place]Niggle{}
	for _, e := range entries {
		if e.Date > t {
			break
		}
		p := place{e.Site, e.Side}
		if e.Gone() {
			delete(now, p)
			continue
		}
		old := now[p]
		n := Niggle{Niggle: e, Since: old.Since, Review: e.Date + diary.Date(r.NiggleReview)}
		n.NightPain = n.NightPain.After(old.NightPain)
		n.Limp = n.Limp.After(old.Limp)
		n.BonePoint = n.BonePoint.After(old.BonePoint)
		switch {
		case !n.Hurts():
			n.Since = 0
		case n.Since == 0:
			n.Since = e.Date
		}
		now[p] = n
	}
	order := make([]*Niggle, 0, len(now)) // of pointers, which the sort is compiled for in any case
	for _, n := range now {
		n.judge(t, r)
		order = append(order, &n)
	}
	diary.SortBy(order, func(a, b *Niggle) int {
		return cmp.Or(cmp.Compare(b.Running, a.Running), cmp.Compare(b.Triage.rank(), a.Triage.rank()),
			cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Side, b.Side))
	})
	out := make([]Niggle, 0, len(order))
	for _, n := range order {
		out = append(out, *n)
	}
	return out
}

// judge is the triage of one niggle: 0 to 2 run; 3 to 4, swelling, or worse the
// day after, shorter and no speed; 5 and more, a limp, pain at night or on a
// point of bone, no run. A week unresolved, and each of these red flags, goes to a
// clinician.
func (n *Niggle) judge(t diary.Date, r *rule.Settings) {
	n.Triage, n.Running, n.Watch = Run, AsPlanned, Chain(n.Site)
	if n.Since != 0 {
		n.Days = int(t - n.Since)
		n.Unresolved = n.Days >= int(r.NiggleDays)
	}
	switch {
	case n.Flagged():
		n.Triage, n.Running = SeeClinician, None
	case n.Severity.AtLeast(r.PainStop):
		n.Triage, n.Running = Stop, None
	case n.Severity.AtLeast(r.PainModify), n.Worse, n.Swelling:
		n.Triage, n.Running = Modify, Shorter
	}
	if n.Unresolved {
		n.Triage, n.Running = SeeClinician, max(n.Running, Shorter)
	}
}
