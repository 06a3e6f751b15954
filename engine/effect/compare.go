package effect

import (
	"math"

	"rebound/engine/diary"
)

// comparison is every pair of a night with it and one without that can be set against
// each other, and how often each week was drawn.
type comparison struct {
	Shift // how many nights there are

	by    []float64 // the differences of the pairs, in order
	of    []int32   // the weeks that each is of, by their place
	weeks []weeks   // that pairs are of, in order
	first int       // the pairs before it are counted by weeks
	used  []int32   // the weeks that any pair is of: others would make empty draws
	drawn []int32   // how often each week was, by its number from the first night's
}

// weeks is all the pairs of a night with it of one week and one without of another: a
// draw counts each as often as the one week times the other.
type weeks struct {
	with, without int32
	pairs, early  int64   // of them, those before comparison.first
	by            float64 // the sum of their differences
	times         int64   // in the draw
}

const week = 7

// compare pairs the nights of one weekday, series and season.
func compare(nights []Night, season int) *comparison {
	c := new(comparison)
	order := make([]int, len(nights))
	for i := range order {
		order[i] = i
		if nights[i].With {
			c.Had++
		} else {
			c.Lacked++
		}
	}
	if len(order) == 0 {
		return c
	}
	diary.SortBy(order, func(i, j int) int { return int(nights[i].Date) - int(nights[j].Date) })
	first := nights[order[0]].Date
	c.drawn = make([]int32, 1+int(nights[order[len(order)-1]].Date-first)/week)
	var with, without []int // of each pair, the place of its nights
	met := make([]bool, len(nights))
	for n, i := range order {
		for _, j := range order[n+1:] {
			a, b := i, j
			apart := int(nights[b].Date - nights[a].Date)
			if apart > season {
				break
			}
			if apart%week != 0 || nights[a].With == nights[b].With || nights[a].Series != nights[b].Series {
				continue
			}
			if nights[b].With {
				a, b = b, a
			}
			with, without = append(with, a), append(without, b)
			met[a], met[b] = true, true
		}
	}
	for i, m := range met {
		if m && nights[i].With {
			c.With++
		} else if m {
			c.Without++
		}
	}
	weekOf := func(i int) int { return int(nights[i].Date-first) / week }
	c.gather(len(with), func(i int) (w, o int, by float64) {
		return weekOf(with[i]), weekOf(without[i]), nights[with[i]].Value - nights[without[i]].Value
	})
	return c
}

// gather puts n pairs in order, and those of two weeks together.
func (c *comparison) gather(n int, pair func(int) (with, without int, by float64)) {
	by, place, order := make([]float64, n), make([]int, n), make([]int, n)
	for i := range order {
		with, without, d := pair(i)
		order[i], by[i], place[i] = i, d, with*len(c.drawn)+without
	}
	compare := func(i, j int) int {
		switch {
		case by[i] < by[j]:
			return -1
		case by[i] > by[j]:
			return 1
		}
		return place[i] - place[j]
	}
	diary.SortBy(order, func(i, j int) int {
		if d := place[i] - place[j]; d != 0 {
			return d
		}
		return compare(i, j)
	})
	sides := make([][2]bool, len(c.drawn)) // the weeks with it, and without
	for at, i := range order {
		with, without, _ := pair(i)
		if at == 0 || place[i] != place[order[at-1]] {
			c.weeks = append(c.weeks, weeks{with: int32(with), without: int32(without)})
		}
		w := &c.weeks[len(c.weeks)-1]
		w.pairs, w.by = w.pairs+1, w.by+by[i]
		sides[with][0], sides[without][1] = true, true
	}
	for i, at := 0, 0; at < len(order); i++ { // from now on, the place among weeks
		for range c.weeks[i].pairs {
			place[order[at]] = i
			at++
		}
	}
	for w, of := range sides {
		if of[0] || of[1] {
			c.used = append(c.used, int32(w))
		}
		if of[0] {
			c.WeeksWith++
		}
		if of[1] {
			c.WeeksWithout++
		}
	}
	diary.SortBy(order, compare)
	c.by, c.of = make([]float64, n), make([]int32, n)
	c.first = n * 3 / 10 // nearly every draw's median lies after it
	for at, i := range order {
		c.by[at], c.of[at] = by[i], int32(place[i])
		if at < c.first {
			c.weeks[place[i]].early++
		}
	}
}

// count is the pairs of the weeks that were drawn, and of them those before first.
func (c *comparison) count() (all, early int64) {
	for i := range c.weeks {
		w := &c.weeks[i]
		w.times = int64(c.drawn[w.with] * c.drawn[w.without])
		all, early = all+w.times*w.pairs, early+w.times*w.early
	}
	return all, early
}

// middle is the median difference of the weeks that were drawn; NaN where no pair was.
// It is asked hundreds of times of thousands of pairs: those that lie far below it are
// counted by weeks.
func (c *comparison) middle() float64 {
	all, sum := c.count()
	i := c.first
	if 2*sum >= all {
		i, sum = 0, 0
	}
	for ; i < len(c.of); i++ {
		sum += c.weeks[c.of[i]].times
		if 2*sum < all || sum == 0 {
			continue
		}
		if 2*sum > all {
			return c.by[i]
		}
		for j := i + 1; j < len(c.of); j++ { // between this one and the next that was drawn
			if c.weeks[c.of[j]].times > 0 {
				return (c.by[i] + c.by[j]) / 2
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
		sum += c.weeks[i].by * float64(c.weeks[i].times)
	}
	return sum / float64(all)
}
