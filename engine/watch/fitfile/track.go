package fitfile

import (
	"math"

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
	t := diary.Track{}
	words := [columns]*[]uint16{colPower: &t.Power, colStanceTime: &t.StanceTime, colBalance: &t.Balance,
		colOscillation: &t.Oscillation, colVertRatio: &t.VertRatio}
	for c := range columns {
		if !r.sumColumn(rows, start, c, n) {
			continue
		}
		switch c {
		case colHR:
			t.HR = fill(r, uint8(0), func(mean float64) uint8 { return uint8(math.Round(mean)) })
		case colCadence:
			t.Cadence = fill(r, uint8(0), func(mean float64) uint8 { return uint8(min(math.Round(mean), math.MaxUint8)) })
		case colAltitude:
			t.Altitude = fill(r, int16(diary.NoAltitude), halfMeters)
		case colSpeed: // 0 is kept for "not known", so standing still is 1 mm/s
			t.Speed = fill(r, 0, func(mean float64) uint16 { return max(1, word(mean)) })
		case colStepLength:
			t.StepLength = fill(r, 0, func(mean float64) uint16 { return word(mean / 10) })
		case colDistance: // kept by the speed
		default:
			*words[c] = fill(r, 0, word)
		}
	}
	return t
}

// fill makes a track column of the sums of its steps.
func fill[T any](r *reader, none T, of func(mean float64) T) []T {
	col := make([]T, len(r.counts))
	for i, n := range r.counts {
		if col[i] = none; n > 0 {
			col[i] = of(float64(r.sums[i]) / float64(n))
		}
	}
	return col
}

// sumColumn adds up a column by step into the scratch buffers; false when no
// row has it.
func (r *reader) sumColumn(rows []row, start uint32, c column, steps int) bool {
	if !r.seen.has(c) {
		return false
	}
	if cap(r.sums) < steps {
		r.sums, r.counts = make([]uint64, steps), make([]uint32, steps)
	}
	r.sums, r.counts = r.sums[:steps], r.counts[:steps]
	clear(r.sums)
	clear(r.counts)
	some := false
	for i := range rows {
		if v := rows[i].v[c]; v != missing {
			step := (rows[i].at - start) / diary.TrackStep
			r.sums[step] += uint64(v)
			r.counts[step]++
			some = true
		}
	}
	return some
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

// word rounds to 16 bits; what is past them is the most there is.
func word(v float64) uint16 { return uint16(min(math.Round(v), math.MaxUint16)) }

// halfMeters turns FIT's altitude, 5 a metre from -500 m, into 0.5 m.
func halfMeters(v float64) int16 {
	return int16(max(diary.NoAltitude+1, min(math.Round((v/5-500)*2), math.MaxInt16)))
}
