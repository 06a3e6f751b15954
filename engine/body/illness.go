package body

import (
	"cmp"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Illness is the illness that bears on a date: one that lasts, or the graded return
// after one. The zero Illness is none.
//
// Days of one are those of an entry ([diary.Illness]), days tagged illness, and days
// of fever; days illness_gap apart or less are one span. It lasts until its last day
// is known, and nothing but that ends it: no reading and no good check-in. After it
// come as many easy days as it lasted, illness_least to illness_most.
type Illness struct {
	Since   diary.Date   // its first day; 0: no illness bears on the date
	Last    diary.Date   // its last day; 0 while it lasts
	Half    diary.Date   // the last of the easy days at the first share; 0 while it lasts
	Until   diary.Date   // the last of the easy days; 0 while it lasts
	Where   diary.Where  // the lowest place that was said of it; unsure where none was
	Open    []diary.Date // the first days of the entries that go on, in order: they are one illness, and end together
	Carried bool         // its easy days go on for those that an earlier illness left, which outlast its own
}

// Lasts reports whether it has not ended.
func (i Illness) Lasts() bool { return i.Since != 0 && i.Last == 0 }

// Returning reports whether these are the easy days after it.
func (i Illness) Returning() bool { return i.Last != 0 }

// Days is how many days it has lasted up to t, that day included, or how many it
// lasted.
func (i Illness) Days(t diary.Date) int {
	if i.Last != 0 {
		t = i.Last
	}
	return int(t-i.Since) + 1
}

// Left is what an illness leaves of one day's running.
type Left struct {
	Rest  bool    // rest is the plan
	Share float64 // of the usual, at most; 0: nothing may be run
	Most  float64 // minutes, at most; 0: no bound of its own
}

// On is what is left of day d, as things are on t; ok is false where the illness
// takes nothing. While it lasts the days ahead are shown as the date itself.
func (i Illness) On(d, t diary.Date, r *rule.Settings) (left Left, ok bool) {
	switch {
	case i.Lasts():
		left = Left{Share: r.IllnessShare, Most: r.IllnessMinutes, Rest: i.Where != diary.AboveNeck}
		if i.Where == diary.BelowNeck || i.long(t, r) {
			left = Left{Rest: true}
		}
		return left, true
	case d <= i.Half:
		return Left{Share: r.IllnessFirst}, true
	case d <= i.Until:
		return Left{Share: r.IllnessSecond}, true
	}
	return Left{}, false
}

// long reports whether it has lasted so long that a clinician should look.
func (i Illness) long(t diary.Date, r *rule.Settings) bool {
	return i.Lasts() && i.Days(t) >= int(r.IllnessClinician)
}

// Review says what of its length is to be spoken of on t: a review is due, or a
// clinician's look.
func (i Illness) Review(t diary.Date, r *rule.Settings) (due, clinician bool) {
	return i.Lasts() && i.Days(t) >= int(r.IllnessReview), i.long(t, r)
}

// bout is days of one illness.
type bout struct {
	from, to diary.Date
	where    diary.Where
	open     []diary.Date
}

// ill is the illness that bears on t.
func ill(in *diary.Reported, t diary.Date, r *rule.Settings) (now Illness) {
	bouts := boutsOf(in, t)
	var half, until diary.Date // of the easy days after those before: a later illness does not end them
	for n := 0; n < len(bouts); {
		b := bouts[n]
		for n++; n < len(bouts) && bouts[n].from-b.to <= diary.Date(r.IllnessGap); n++ {
			b.to, b.open = max(b.to, bouts[n].to), append(b.open, bouts[n].open...)
			b.where = lower(b.where, bouts[n].where)
		}
		now = Illness{Since: b.from, Where: b.where, Open: b.open}
		if now.Where == "" {
			now.Where = diary.Unsure
		}
		if b.to < t {
			days := min(max(b.to-b.from+1, diary.Date(r.IllnessLeast)), diary.Date(r.IllnessMost))
			now.Carried = until > b.to+days
			half, until = max(half, b.to+(days+1)/2), max(until, b.to+days)
			now.Last, now.Half, now.Until = b.to, half, until
		}
	}
	if now.Last != 0 && now.Until < t {
		return Illness{}
	}
	return now
}

// boutsOf is all days of illness up to t, in order of their first.
func boutsOf(in *diary.Reported, t diary.Date) (out []*bout) { // of pointers, which the sort is compiled for in any case
	for _, x := range diary.Between(in.Illnesses, 0, t) {
		b := &bout{x.Date, x.To, x.Where, nil}
		if x.To == 0 {
			b.open = []diary.Date{x.Date}
		}
		if x.To == 0 || x.To > t {
			b.to = t
		}
		out = append(out, b)
	}
	for _, x := range diary.Between(in.Tags, 0, t) {
		if x.Tag == "illness" {
			out = append(out, &bout{x.Date, x.Date, "", nil})
		}
	}
	since := diary.Date(0)
	for _, c := range diary.Between(in.CheckIns, 0, t) {
		switch {
		case c.Fever == diary.Yes && since == 0:
			since = c.Date
		case c.Fever == diary.No && since != 0:
			out = append(out, &bout{since, c.Date - 1, "", nil})
			since = 0
		}
	}
	if since != 0 {
		out = append(out, &bout{since, t, "", nil})
	}
	diary.SortBy(out, func(a, b *bout) int { return cmp.Compare(a.from, b.from) })
	return out
}

// lower is the one of two places that asks for more care; "" is none said.
func lower(a, b diary.Where) diary.Where {
	for _, w := range [...]diary.Where{diary.BelowNeck, diary.Unsure, diary.AboveNeck} {
		if a == w || b == w {
			return w
		}
	}
	return ""
}

// fever is since when there is one: it holds until it is said to be gone; 0 for
// none.
func fever(checks []diary.CheckIn, t diary.Date) diary.Date {
	return since(checks, t, func(c *diary.CheckIn) diary.Answer { return c.Fever })
}

// chest is the same of chest symptoms.
func chest(checks []diary.CheckIn, t diary.Date) diary.Date {
	return since(checks, t, func(c *diary.CheckIn) diary.Answer { return c.Chest })
}

// since is the date from which an answer has been yes without a no after it; 0 where it is
// not.
func since(checks []diary.CheckIn, t diary.Date, of func(*diary.CheckIn) diary.Answer) (first diary.Date) {
	for i := range checks {
		c := &checks[i]
		switch a := of(c); {
		case c.Date > t:
			return first
		case a == diary.Yes && first == 0:
			first = c.Date
		case a == diary.No:
			first = 0
		}
	}
	return first
}
