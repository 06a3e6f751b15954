package effect

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"rebound/engine/diary"
)

// However the weeks are drawn, the median and the mean are those of the pairs written out
// one by one, each as often as its weeks; where most of the weight lies on the lowest, too.
func TestDrawByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	low, none := 0, 0
	for range 300 {
		days := 30 + random.IntN(100)
		var nights []Night
		for d := range days {
			if random.IntN(3) > 0 {
				nights = append(nights, Night{Date: diary.Date(20_003 + d), Value: float64(random.IntN(9) + d/15), With: random.IntN(3) == 0, Series: random.IntN(8) / 7})
			}
		}
		random.Shuffle(len(nights), func(i, j int) { nights[i], nights[j] = nights[j], nights[i] })
		c := compare(nights, 60)
		first := slices.MinFunc(nights, func(a, b Night) int { return int(a.Date - b.Date) }).Date
		for i := range c.drawn {
			if c.drawn[i] = int32(random.IntN(3)); random.IntN(3) == 0 {
				c.drawn[i] = 0
			}
		}
		var pairs []float64
		for _, a := range nights {
			for _, b := range nights {
				apart := max(a.Date-b.Date, b.Date-a.Date)
				if a.With && !b.With && a.Series == b.Series && apart%7 == 0 && apart <= 60 {
					for range c.drawn[(a.Date-first)/7] * c.drawn[(b.Date-first)/7] {
						pairs = append(pairs, a.Value-b.Value)
					}
				}
			}
		}
		if len(pairs) == 0 {
			if none++; !math.IsNaN(c.middle()) || !math.IsNaN(c.mean()) {
				t.Fatalf("of no pair the middle is %v and the mean %v", c.middle(), c.mean())
			}
			continue
		}
		slices.Sort(pairs)
		middle, sum := (pairs[(len(pairs)-1)/2]+pairs[len(pairs)/2])/2, 0.0
		for _, v := range pairs {
			sum += v
		}
		if got, mean := c.middle(), sum/float64(len(pairs)); got != middle || math.Abs(c.mean()-mean) > 1e-9 {
			t.Fatalf("the middle is %v, and by hand %v; the mean %v and %v", got, middle, c.mean(), mean)
		}
		if _, early := c.count(); 2*int(early) >= len(pairs) {
			low++
		}
	}
	if low < 5 || none == 0 {
		t.Errorf("%d draws with the median among the first pairs, %d without a pair: too few to tell", low, none)
	}
}
