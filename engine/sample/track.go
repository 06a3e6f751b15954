package sample

import (
	"math"

	"rebound/engine/diary"
)

// record runs the plan: heart rate follows the effort with the lag of a real
// one and drifts upwards with time, speed answers to the effort at once.
func (d *day) record(plan []part) diary.Activity {
	steps := 0
	for _, p := range plan {
		steps += int(p.minutes) * 60 / diary.TrackStep
	}
	t := newTrack(steps)
	a := diary.Activity{Sport: diary.Running, HasAscent: true}
	form := 0.8 * d.legs.NormFloat64() // some days are better than others, bpm
	gain, left := d.gain(), 50+0.15*d.legs.NormFloat64()
	hr, meters, i := 92.0, 0.0, 0
	var sum float64
	var peak uint8
	for _, p := range plan {
		lap := diary.Lap{Intensity: p.intensity}
		from, beats := meters, 0.0
		speed := gain * (easySpeed + perBeat*(p.hr-easyHR))
		for range int(p.minutes) * 60 / diary.TrackStep {
			u := d.legs.Uint64()
			drift := 0.0011 * float64(i) // 4.8 bpm over an hour and a half, on top of the effort
			goal := p.hr + d.now.EasyHR + form + 4*drift
			hr += (goal - hr) * 0.11
			t.HR[i] = uint8(math.Round(math.Min(hr+noise(u, 0), maxHR-1)))
			v := speed * (1 + 0.03*noise(u, 16))
			meters += float64(t.stride(i, v, meters, left, u)) * diary.TrackStep / 1000
			beats += float64(t.HR[i])
			peak = max(peak, t.HR[i])
			i++
		}
		lap.Seconds = float32(p.minutes * 60)
		lap.Meters = centi(meters - from)
		lap.AvgHR = uint8(math.Round(beats / (p.minutes * 60 / diary.TrackStep)))
		a.Laps = append(a.Laps, lap)
		sum += beats
	}
	a.Seconds = float32(steps * diary.TrackStep)
	a.Elapsed = a.Seconds
	a.Meters = centi(meters)
	a.AvgHR = uint8(math.Round(sum / float64(steps)))
	a.MaxHR = peak
	a.Ascent = float32(math.Round(climb(t.Altitude)))
	a.Track = diary.Track(t)
	return a
}

type track diary.Track

func newTrack(n int) track {
	return track{
		HR: make([]uint8, n), Speed: make([]uint16, n), Altitude: make([]int16, n), Cadence: make([]uint8, n),
		StanceTime: make([]uint16, n), Balance: make([]uint16, n), StepLength: make([]uint16, n),
		VertRatio: make([]uint16, n), Oscillation: make([]uint16, n),
	}
}

// stride writes the step's movement at v m/s and returns the speed as kept,
// mm/s. Faster running means quicker, longer steps and less time on the ground.
func (t track) stride(i int, v, meters, left float64, u uint64) uint16 {
	cadence := 84 + 5*(v-easySpeed) + 0.5*noise(u, 32)
	t.Cadence[i] = uint8(math.Round(cadence))
	length := v / (cadence / 30) * 1000
	bounce := 92 + 2*noise(u, 48)
	t.Speed[i] = uint16(math.Round(v * 1000))
	t.Altitude[i] = int16(math.Round(2 * height(meters)))
	t.StanceTime[i] = uint16(math.Round(10 * (250 - 38*(v-easySpeed) + 2*noise(u, 8))))
	t.Balance[i] = uint16(math.Round(100 * (left + 0.2*noise(u, 24))))
	t.StepLength[i] = uint16(math.Round(length))
	t.Oscillation[i] = uint16(math.Round(10 * bounce))
	t.VertRatio[i] = uint16(math.Round(10000 * bounce / length))
	return t.Speed[i]
}

// height is the riverside path: gentle enough that its pace can be compared,
// about 5 m of climb a km.
func height(meters float64) float64 {
	return 64 + 4*math.Sin(meters/420) + 2*math.Sin(meters/1700)
}

func climb(altitude []int16) (meters float64) {
	for i := 1; i < len(altitude); i++ {
		meters += math.Max(0, float64(altitude[i])-float64(altitude[i-1])) / 2
	}
	return meters
}

// noise is roughly normal with SD 1 from 16 of the bits of u: the sum of four
// nibbles. A step needs several draws and ten years have millions of steps.
func noise(u uint64, shift int) float64 {
	u = u>>shift | u<<(64-shift)
	s := u&15 + u>>4&15 + u>>8&15 + u>>12&15
	return (float64(s) - 30) / 9.22
}

// centi rounds to the centimetre, as FIT keeps distances.
func centi(m float64) float32 { return float32(math.Round(m*100) / 100) }
