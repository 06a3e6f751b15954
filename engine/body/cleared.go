package body

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Cleared is a red flag that was said to be gone. A complaint that was flagged does
// not give the plan back in a day: after pain on a point of bone, or at night where
// stress fractures of runners sit, one walks free of pain before one runs
// ([Cleared.Bony]); after a limp or other pain at night runs are short for
// flag_easy days.
type Cleared struct {
	Site              diary.Site
	Side              diary.Side
	Night, Limp, Bone bool       // what was noted
	Since             diary.Date // when it was first
	Gone              diary.Date // when it was said to be gone
	Seen              bool       // someone has looked at it
	Walks             int        // days of walking without pain that were reported since, up to those that are asked for
	Ready             diary.Date // the last of them, once they are all there; 0 before
}

// bony is where pain at night is taken for bone until shown otherwise (docs/MODEL.md).
var bony = []diary.Site{"foot", "shin", "hip", "groin"}

// Bony reports whether it may have been bone.
func (c *Cleared) Bony() bool { return c.Bone || c.Night && slices.Contains(bony, c.Site) }

// Eased is the last of the days on which runs are short after a flag that was not
// bone's.
func (c *Cleared) Eased(r *rule.Settings) diary.Date { return c.Gone + diary.Date(r.FlagEasy) - 1 }

// mostCleared is for how long a flag that is gone is spoken of, where no walk was ever
// reported: a runner who has run on for so long has found another way (ours).
const mostCleared = 12 * 7

// cleared is the flags gone by t, the latest first: those of bone, and those that
// still make runs short.
func cleared(noted []diary.Niggle, walks []diary.Walk, t diary.Date, r *rule.Settings) (out []Cleared) {
	type episode struct {
		Cleared
		flags diary.Niggle // as they stand
	}
	now := map[place]episode{}
	for _, e := range diary.Between(noted, 0, t) {
		p := place{e.Site, e.Side}
		x := now[p]
		flags := e
		if !e.Gone() {
			flags.NightPain = e.NightPain.After(x.flags.NightPain)
			flags.Limp = e.Limp.After(x.flags.Limp)
			flags.BonePoint = e.BonePoint.After(x.flags.BonePoint)
		}
		was, is := x.flags.Flagged(), flags.Flagged()
		switch {
		case is && !was: // another complaint than one before it
			x = episode{Cleared: Cleared{Site: e.Site, Side: e.Side, Since: e.Date}}
		case was && !is:
			x.Gone = e.Date
		}
		if is {
			x.Night, x.Limp, x.Bone = x.Night || flags.NightPain == diary.Yes, x.Limp || flags.Limp == diary.Yes, x.Bone || flags.BonePoint == diary.Yes
		}
		x.Seen = x.Seen || e.Seen == diary.Yes
		x.flags = flags
		now[p] = x
	}
	order := make([]*Cleared, 0, len(now)) // of pointers, which the sort is compiled for in any case
	for _, x := range now {
		c := &x.Cleared
		switch {
		case c.Gone == 0 || c.Since == 0:
		case c.Bony():
			c.walk(walks, t, r)
			if c.Ready != 0 || t-c.Gone < mostCleared {
				order = append(order, c)
			}
		case t <= c.Eased(r):
			order = append(order, c)
		}
	}
	diary.SortBy(order, func(a, b *Cleared) int {
		return cmp.Or(cmp.Compare(b.Gone, a.Gone), cmp.Compare(a.Site, b.Site), cmp.Compare(a.Side, b.Side))
	})
	for _, c := range order {
		out = append(out, *c)
	}
	return out
}

// walk counts the days since it was gone with flag_walk_minutes of walking or more
// that were said not to hurt. One that hurt begins the count anew; one of which it was
// not said counts for nothing.
func (c *Cleared) walk(walks []diary.Walk, t diary.Date, r *rule.Settings) {
	for _, w := range diary.Between(walks, c.Gone, t) {
		switch {
		case c.Ready != 0 || !w.Pain.Said():
		case w.Pain > 0:
			c.Walks = 0
		case float64(w.Minutes) >= r.FlagWalkMinutes:
			if c.Walks++; c.Walks >= int(r.FlagWalks) {
				c.Ready = w.Date
			}
		}
	}
}

// ToWalk is the flag after which pain-free walking comes before the next run; nil for
// none.
func (s *State) ToWalk() *Cleared {
	for i := range s.Cleared {
		if c := &s.Cleared[i]; c.Bony() && c.Ready == 0 {
			return c
		}
	}
	return nil
}
