package body

import "rebound/engine/diary"

// Bar is what keeps a runner from running, by itself.
type Bar string

const (
	BarChest   Bar = "chest"
	BarFever   Bar = "fever"
	BarIllness Bar = "illness"
	BarSite    Bar = "site" // a niggle that leaves no run, or a red flag after which walking comes first
)

// Barred is what rules running out, the gravest of it, and of a site where; "" while
// something of a run is left.
func (s *State) Barred() (why Bar, site diary.Site, side diary.Side) {
	switch walk := s.ToWalk(); {
	case s.Chest != 0:
		return BarChest, "", ""
	case s.Fever != 0:
		return BarFever, "", ""
	case len(s.Niggles) > 0 && s.Niggles[0].Running == None:
		return BarSite, s.Niggles[0].Site, s.Niggles[0].Side
	case s.Illness.Lasts() && s.Illness.Where == diary.BelowNeck:
		return BarIllness, "", ""
	case walk != nil:
		return BarSite, walk.Site, walk.Side
	}
	return "", "", ""
}
