package trace

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// columns means the samples, which are in order, over the steps since the start.
func columns(list []Sample, a *diary.Activity, n int) (t diary.Track) {
	feet := uint64(1)
	if twoFeet(list) {
		feet = 2
	}
	for i := 0; i < len(list); {
		step := int(list[i].At-a.Start) / diary.TrackStep
		end := a.Start + int64(step+1)*diary.TrackStep
		var hr, cadence, power, speed, altitude mean
		for ; i < len(list) && list[i].At < end; i++ {
			s := &list[i]
			hr.add(float64(s.HR), s.HR > 0)
			cadence.add(float64(s.Cadence), s.Cadence > 0)
			power.add(float64(s.Power), s.Power > 0)
			speed.add(float64(s.Speed), s.Speed >= 0)
			altitude.add(float64(s.Altitude), s.Altitude > -1000 && s.Altitude < 12000)
		}
		put(&t.HR, n, step, hr, 1)
		put(&t.Cadence, n, step, cadence, 1/float64(feet))
		put(&t.Power, n, step, power, 1)
		put(&t.Speed, n, step, speed, 1000)
		if altitude.n > 0 {
			if t.Altitude == nil {
				t.Altitude = slices.Repeat([]int16{diary.NoAltitude}, n)
			}
			t.Altitude[step] = int16(math.Round(2 * altitude.of()))
		}
	}
	return t
}

type mean struct {
	sum float64
	n   int
}

func (m *mean) add(v float64, known bool) {
	if known {
		m.sum, m.n = m.sum+v, m.n+1
	}
}

func (m mean) of() float64 { return m.sum / float64(m.n) }

// put sets a column's step to a mean in the column's unit. What is measured is never
// 0, which says that nothing was.
func put[T uint8 | uint16](col *[]T, n, step int, m mean, unit float64) {
	if m.n == 0 {
		return
	}
	if *col == nil {
		*col = make([]T, n)
	}
	(*col)[step] = T(max(1, min(math.Round(m.of()*unit), float64(^T(0)))))
}

// twoFeet reports whether a cadence counts the steps of both feet, as some apps do,
// and some watches on a treadmill.
func twoFeet(list []Sample) bool {
	high, all := 0, 0
	for i := range list {
		if c := list[i].Cadence; c > 0 {
			all++
			if c > steps {
				high++
			}
		}
	}
	return 2*high > all
}
