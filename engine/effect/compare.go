package effect

import (
	"cmp"
	"math"
	"slices"

	"rebound/engine/diary"
)

// comparison is every pair of a night with it and one without that can be set against
// each other, and how often each week was drawn.
type comparison struct {
	Shift // how many nights there are

	pairs []pair  // by their difference
	of    []int32 // the weeks that each is of, by their place
	weeks []weeks // that pairs are of, in order
	first int     // the pairs before it are counted by weeks
	used  []int32 // the weeks that any pair is of: others would make empty draws
	drawn []int32 // how often each week was, by its number from the first night's
	times []int64 // how often each of the pairs of two weeks was, by their place
}

// pair is a night with it and one without.
type pair struct {
	by            float64
	with, without int32 // the weeks that they are of
}

// weeks is all the pairs of two weeks: a draw counts each as often as the one week
// times the other.
type weeks struct {
	with, without int32
	pairs, early  int64   // of them, those before comparison.first
	by            float64 // the sum of their differences
}

const week = 7

// compare pairs the nights of one weekday, series and season.
func compare(nights []Night, season int) *comparison {
	c := new(comparison)
	nights = slices.Clone(nights)
	diary.SortBy(nights, func(a, b Night) int { return cmp.Compare(a.Date, b.Date) })
	var days [week][]int // the places of its nights, by weekday
	for i := range nights {
		n := &nights[i]
		if n.With {
			c.Had++
		} else {
			c.Lacked++
		}
		days[n.Date.Weekday()] = append(days[n.Date.Weekday()], i)
	}
	met := make([]bool, len(nights))
	for _, day := range days {
		for at, i := range day {
			for _, j := range day[at+1:] {
				a, b := &nights[i], &nights[j]
				if int(b.Date-a.Date) > season {
					break
				}
				if a.With == b.With || a.Series != b.Series {
					continue
				}
				if b.With {
					a, b = b, a
				}
				first := nights[0].Date
				c.pairs = append(c.pairs, pair{a.Value - b.Value, int32(a.Date-first) / week, int32(b.Date-first) / week})
				met[i], met[j] = true, true
			}
		}
	}
	for i, m := range met {
		switch {
		case m && nights[i].With:
			c.With++
		case m:
			c.Without++
		}
	}
	if len(c.pairs) > 0 {
		c.drawn = make([]int32, 1+int(nights[len(nights)-1].Date-nights[0].Date)/week)
		c.gather()
	}
	return c
}

// gather puts the pairs in order, and those of two weeks together.
func (c *comparison) gather() {
	byWeeks := func(a, b pair) int { return cmp.Or(cmp.Compare(a.with, b.with), cmp.Compare(a.without, b.without)) }
	diary.SortBy(c.pairs, func(a, b pair) int { return cmp.Or(byWeeks(a, b), cmp.Compare(a.by, b.by)) })
	with, without := make([]bool, len(c.drawn)), make([]bool, len(c.drawn))
	places := map[[2]int32]int32{}
	for i, p := range c.pairs {
		if i == 0 || byWeeks(c.pairs[i-1], p) != 0 {
			places[[2]int32{p.with, p.without}] = int32(len(c.weeks))
			c.weeks = append(c.weeks, weeks{with: p.with, without: p.without})
		}
		w := &c.weeks[len(c.weeks)-1]
		w.pairs, w.by = w.pairs+1, w.by+p.by
		with[p.with], without[p.without] = true, true
	}
	for w := range c.drawn {
		if with[w] || without[w] {
			c.used = append(c.used, int32(w))
		}
		if with[w] {
			c.WeeksWith++
		}
		if without[w] {
			c.WeeksWithout++
		}
	}
	diary.SortBy(c.pairs, func(a, b pair) int { return cmp.Compare(a.by, b.by) })
	c.times, c.of = make([]int64, len(c.weeks)), make([]int32, len(c.pairs))
	c.first = len(c.pairs) * 3 / 10 // nearly every draw's median lies after it
	for i, p := range c.pairs {
		c.of[i] = places[[2]int32{p.with, p.without}]
		if i < c.first {
			c.weeks[c.of[i]].early++
		}
	}
}

// count is the pairs of the weeks that were drawn, and of them those before first.
func (c *comparison) count() (all, early int64) {
	for i := range c.weeks {
		w := &c.weeks[i]
		n := int64(c.drawn[w.with] * c.drawn[w.without])
		c.times[i] = n
		all, early = all+n*w.pairs, early+n*w.early
	}
	return all, early
}

// middle is the median difference of the weeks that were drawn; NaN where no pair was.
// It is asked hundreds of times of thousands of pairs: those that lie far below it are
// counted by weeks.
func (c *comparison) middle() float64 {
	all, sum := c.count()
	from := c.first
	if 2*sum >= all {
		from, sum = 0, 0
	}
	for i := from; i < len(c.of); i++ {
		sum += c.times[c.of[i]]
		if 2*sum < all || sum == 0 {
			continue
		}
		if 2*sum > all {
			return c.pairs[i].by
		}
		for j := i + 1; j < len(c.of); j++ { // between this one and the next that was drawn
			if c.times[c.of[j]] > 0 {
				return (c.pairs[i].by + c.pairs[j].by) / 2
			}
		}
	}
	return math.NaN()
}

// mean is the mean difference of the weeks that were drawn; NaN where no pair was.
func (c *comparison) mean() float64 {
	all, _ := c.count()
	sum := 0.0
	for i := range c.weeks {
		sum += c.weeks[i].by * float64(c.times[i])
	}
	return sum / float64(all)
}
