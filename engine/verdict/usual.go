package verdict

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
)

const weeks = 4 // of the runner's own past that make the usual week

// usualWeek is the runner's own pattern over the four weeks before anchor: as
// many running days as they had a week, on the weekdays they ran most often,
// each as long as it was on average.
func usualWeek(h *load.History, anchor diary.Date, f *Facts) (week [7]Session, ok bool) {
	type weekday struct {
		day              int
		dates            map[diary.Date]bool
		minutes, km      float64
		hard, structured int
	}
	var days [7]weekday
	for i := range days {
		days[i] = weekday{day: i, dates: map[diary.Date]bool{}}
		week[i] = Session{Kind: Rest}
	}
	runDays := 0
	past := h.Between(anchor-7*weeks, anchor-1)
	for i := range past {
		s := &past[i]
		if !s.Run || slices.Contains(f.Races, s.Date) { // a race is no day of a usual week
			continue
		}
		d := &days[s.Date.Weekday()]
		if !d.dates[s.Date] {
			d.dates[s.Date] = true
			runDays++
		}
		d.minutes, d.km = d.minutes+s.Minutes, d.km+s.Km
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
	diary.SortBy(days[:], func(a, b weekday) int {
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
