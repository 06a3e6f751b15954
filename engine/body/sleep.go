package body

import (
	"sort"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Sleep is how much sleep the training asks for and how much is owed, minutes.
type Sleep struct {
	Need   float64
	Debt   float64 // over the nights known; surplus counted, never below 0
	Nights int     // nights known of those that debt looks back on; with 0 the debt is not known
	Target float64 // tonight: the need, and a part of the debt
	Load   bool    // the need is higher for the week's load
	Long   bool    // the need is higher for the week's kilometres
	Naps   float64 // over the days that debt looks back on; kept apart from it
}

// sleep works out the need of each night as the training stood on its date. A
// night that is not known owes nothing and pays nothing.
func sleep(in *Input) Sleep {
	r := in.Rules
	s := need(in, in.Date)
	owed := 0.0
	for _, p := range in.Slept {
		if p.Date > in.Date-diary.Date(r.DebtDays) && p.Date <= in.Date {
			owed += need(in, p.Date).Need - p.Value
			s.Nights++
		}
	}
	from := in.Date - diary.Date(r.DebtDays)
	for i := sort.Search(len(in.Nights), func(i int) bool { return in.Nights[i].Date > from }); i < len(in.Nights) && in.Nights[i].Date <= in.Date; i++ {
		if n := &in.Nights[i]; n.Nap && n.Known() {
			s.Naps += n.Asleep()
		}
	}
	s.Debt = max(0, owed)
	s.Target = s.Need + min(s.Debt/r.DebtShare, r.DebtNight)
	return s
}

func need(in *Input, t diary.Date) Sleep {
	r := in.Rules
	s := Sleep{Need: r.SleepNeed}
	if n := len(in.Loads) - int(in.Date-t); n >= 42 && in.Loads[n-1].Known {
		week, weeks := mean(in.Loads[n-7:n]), mean(in.Loads[n-42:n])
		s.Load = week > (1+r.SleepLoadRise)*weeks
	}
	s.Long = weekKm(in.History, t) > r.SleepLongWeek
	for _, more := range []bool{s.Load, s.Long} {
		if more {
			s.Need += r.SleepExtra
		}
	}
	s.Need = min(s.Need, max(r.SleepNeedMax, r.SleepNeed))
	return s
}

func mean(days []load.Day) float64 {
	sum := 0.0
	for _, d := range days {
		sum += d.Load
	}
	return sum / float64(len(days))
}

func weekKm(h *load.History, t diary.Date) float64 {
	km := 0.0
	runs := h.Between(t-6, t)
	for i := range runs {
		if runs[i].Run {
			km += runs[i].Km
		}
	}
	return km
}

// UnderRecovered is hard sessions begun before recovery was complete.
type UnderRecovered struct {
	Count int
	Last  diary.Date
	Limit int
}

// Flagged reports whether it happened too often: once is fine, repeatedly is not.
func (u UnderRecovered) Flagged() bool { return u.Count >= u.Limit }

// CountUnderRecovered counts the hard sessions of the last under_days before
// which the body was not ready, as ready tells of a morning.
func CountUnderRecovered(hard []load.Session, t diary.Date, ready func(diary.Date) bool, r *rule.Settings) UnderRecovered {
	u := UnderRecovered{Limit: int(r.UnderHard)}
	for i := range hard {
		if d := hard[i].Date; d > t-diary.Date(r.UnderDays) && d <= t && !ready(d) {
			u.Count++
			u.Last = d
		}
	}
	return u
}
