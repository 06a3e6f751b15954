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
	weeks []weeks // that pairs are of, in order
	used  []int32 // the weeks that any pair is of: others would make empty draws
	drawn []int32 // how often each week was, by its number from the first night's
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
	pairs         int64
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
	used, with, without := make([]bool, len(c.drawn)), make([]bool, len(c.drawn)), make([]bool, len(c.drawn))
	for i, p := range c.pairs {
		if i == 0 || byWeeks(c.pairs[i-1], p) != 0 {
			c.weeks = append(c.weeks, weeks{with: p.with, without: p.without})
		}
		w := &c.weeks[len(c.weeks)-1]
		w.pairs, w.by = w.pairs+1, w.by+p.by
		used[p.with], used[p.without] = true, true
		with[p.with], without[p.without] = true, true
	}
	for w, u := range used {
		if u {
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
}

// count is the pairs of the weeks that were drawn.
func (c *comparison) count() (all int64) {
	for i := range c.weeks {
		w := &c.weeks[i]
		all += w.pairs * int64(c.drawn[w.with]*c.drawn[w.without])
	}
	return all
}

// middle is the median difference of the weeks that were drawn; NaN where no pair was.
func (c *comparison) middle() float64 {
	all := c.count()
	sum := int64(0)
	for i := range c.pairs {
		p := &c.pairs[i]
		sum += int64(c.drawn[p.with] * c.drawn[p.without])
		if 2*sum < all || sum == 0 {
			continue
		}
		if 2*sum > all {
			return p.by
		}
		for _, q := range c.pairs[i+1:] { // between this one and the next that was drawn
			if c.drawn[q.with]*c.drawn[q.without] > 0 {
				return (p.by + q.by) / 2
			}
		}
	}
	return math.NaN()
}

// mean is the mean difference of the weeks that were drawn; NaN where no pair was.
func (c *comparison) mean() float64 {
	sum := 0.0
	for i := range c.weeks {
		w := &c.weeks[i]
		sum += w.by * float64(c.drawn[w.with]*c.drawn[w.without])
	}
	return sum / float64(c.count())
}
