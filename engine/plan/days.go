package plan

import (
	"math"
	"slices"
	"time"
)

// usualDays is when one to seven runs a week fall, unless said.
var usualDays = [8][]time.Weekday{nil, {time.Sunday}, {time.Wednesday, time.Sunday},
	{time.Tuesday, time.Thursday, time.Sunday},
	{time.Tuesday, time.Thursday, time.Saturday, time.Sunday},
	{time.Tuesday, time.Wednesday, time.Thursday, time.Saturday, time.Sunday},
	{time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday},
	{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}}

// chooseDays settles the days to run, the long run's and the hard ones.
func (m *maker) chooseDays() {
	days := slices.Clone(m.goal.Days)
	if len(days) == 0 {
		days = slices.Clone(usualDays[m.perWeek()])
		if l := m.goal.Long; l != nil && !slices.Contains(days, *l) {
			for i := range days { // the same pattern, its Sunday on the long run's day
				days[i] = (days[i] + *l) % 7
			}
		}
	}
	slices.SortFunc(days, func(a, b time.Weekday) int { return (int(a)+6)%7 - (int(b)+6)%7 })
	days = slices.Compact(days)
	long := days[len(days)-1]
	for _, d := range []time.Weekday{time.Saturday, time.Sunday} {
		if slices.Contains(days, d) {
			long = d
		}
	}
	if m.goal.Long != nil {
		long = *m.goal.Long
	}
	m.hard = hardDays(days, long)
	m.days = append([]time.Weekday{long}, m.hard...)
	for len(m.days) < len(days) {
		// Of the rest, the day farthest from those chosen is kept longest.
		best, apart := time.Weekday(-1), -1
		for _, d := range days {
			if slices.Contains(m.days, d) {
				continue
			}
			near := 7
			for _, c := range m.days {
				near = min(near, gap(c, d))
			}
			if near > apart {
				best, apart = d, near
			}
		}
		m.days = append(m.days, best)
	}
}

func (m *maker) perWeek() int {
	switch {
	case m.goal.PerWeek > 0:
		return m.goal.PerWeek
	case m.goal.Now.PerWeek >= 3:
		return min(m.goal.Now.PerWeek, 7)
	case m.base < 25:
		return 3
	case m.base < 45:
		return 4
	case m.base < 75:
		return 5
	}
	return 6
}

// hardDays chooses the days of hard sessions: one for three or four days a week,
// two from five on, none for fewer; never on days in a row, Sunday and Monday
// included, and as far from each other and from the long run as the days allow.
func hardDays(days []time.Weekday, long time.Weekday) []time.Weekday {
	want := 0
	if len(days) >= 3 {
		want = 1
	}
	if len(days) >= 5 {
		want = 2
	}
	var best []time.Weekday
	score := math.MinInt
	for _, a := range days {
		for _, b := range days {
			if a == long || b == long || want == 0 {
				continue
			}
			var set []time.Weekday
			points := 0
			switch {
			case a == b:
				set, points = []time.Weekday{a}, 10*min(gap(a, long), 2)+gap(a, long)
			case want == 2 && gap(a, b) >= 2 && (a+6)%7 < (b+6)%7:
				set = []time.Weekday{a, b}
				points = 1000 + 10*(min(gap(a, long), 2)+min(gap(b, long), 2)) + gap(a, b)
			default:
				continue
			}
			if points > score {
				best, score = set, points
			}
		}
	}
	return best
}

// gap is how many days lie from one weekday to another, the shorter way round.
func gap(a, b time.Weekday) int {
	d := (int(a) - int(b) + 7) % 7
	return min(d, 7-d)
}
