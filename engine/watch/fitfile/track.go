package fitfile

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// maxSteps bounds the tracks of one file: thirty days of them, which no
// recording reaches and a file with made-up times cannot pass.
const maxSteps = 30 * 86400 / diary.TrackStep

// maxDerived is the longest gap in seconds over which a speed is taken from two
// distances.
const maxDerived = 15

// makeTrack means the rows, which are in order of time, over the steps since
// start.
func (r *reader) makeTrack(rows []row, start uint32) diary.Track {
	if len(rows) == 0 {
		return diary.Track{}
	}
	n := int(rows[len(rows)-1].at-start)/diary.TrackStep + 1
	if r.steps+n > maxSteps {
		return diary.Track{}
	}
	r.steps += n
	t := trackMaker{steps: n}
	for i := 0; i < len(rows); {
		step := (rows[i].at - start) / diary.TrackStep
		end := start + (step+1)*diary.TrackStep
		first := i
		for i++; i < len(rows) && rows[i].at < end; i++ {
		}
		for c := range columns {
			if !r.seen.has(c) || c == colDistance { // kept by the speed
				continue
			}
			var sum, count uint64
			for k := first; k < i; k++ {
				if v := rows[k].v[c]; v != missing {
					sum, count = sum+uint64(v), count+1
				}
			}
			if count > 0 {
				t.put(c, step, sum, count)
			}
		}
	}
	return t.Track
}

// trackMaker makes the columns that have a value.
type trackMaker struct {
	diary.Track
	steps int
}

// put sets a column's step to the mean of so many values.
func (t *trackMaker) put(c column, step uint32, sum, count uint64) {
	switch c {
	case colHR:
		at(&t.HR, t.steps)[step] = uint8(mean(sum, count))
	case colCadence:
		at(&t.Cadence, t.steps)[step] = uint8(min(mean(sum, count), math.MaxUint8))
	case colAltitude:
		if t.Altitude == nil {
			t.Altitude = slices.Repeat([]int16{diary.NoAltitude}, t.steps)
		}
		t.Altitude[step] = halfMeters(float64(sum) / float64(count))
	case colSpeed: // 0 is kept for "not known", so standing still is 1 mm/s
		at(&t.Speed, t.steps)[step] = max(1, word(sum, count))
	case colPower:
		at(&t.Power, t.steps)[step] = word(sum, count)
	case colStanceTime:
		at(&t.StanceTime, t.steps)[step] = word(sum, count)
	case colBalance:
		at(&t.Balance, t.steps)[step] = word(sum, count)
	case colOscillation:
		at(&t.Oscillation, t.steps)[step] = word(sum, count)
	case colVertRatio:
		at(&t.VertRatio, t.steps)[step] = word(sum, count)
	case colStepLength:
		at(&t.StepLength, t.steps)[step] = word(sum, 10*count)
	}
}

// at is a column, made when the first value comes.
func at[T uint8 | uint16](col *[]T, steps int) []T {
	if *col == nil {
		*col = make([]T, steps)
	}
	return *col
}

// deriveSpeed takes the speed from the distance where a device wrote only that.
func (r *reader) deriveSpeed() {
	if r.seen.has(colSpeed) || !r.seen.has(colDistance) {
		return
	}
	r.seen |= 1 << colSpeed
	for i := 1; i < len(r.rows); i++ {
		a, b := &r.rows[i-1], &r.rows[i]
		dt := b.at - a.at
		if dt == 0 || dt > maxDerived || a.v[colDistance] == missing || b.v[colDistance] == missing || b.v[colDistance] < a.v[colDistance] {
			continue
		}
		b.v[colSpeed] = uint32(uint64(b.v[colDistance]-a.v[colDistance]) * 10 / uint64(dt))
	}
}

// mean is a mean, a half rounded up.
func mean(sum, count uint64) uint64 { return (2*sum + count) / (2 * count) }

// word is a mean in 16 bits; what is past them is the most there is.
func word(sum, count uint64) uint16 { return uint16(min(mean(sum, count), math.MaxUint16)) }

// halfMeters turns FIT's altitude, 5 a metre from -500 m, into 0.5 m.
func halfMeters(v float64) int16 {
	return int16(max(diary.NoAltitude+1, min(math.Round((v/5-500)*2), math.MaxInt16)))
}
