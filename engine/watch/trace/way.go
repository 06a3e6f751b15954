package trace

import (
	"math"
	"slices"
)

// way is what samples in order of time say of the way.
type way struct {
	meters float32
	stood  float32 // seconds of pauses
}

// travel goes along the samples: it gives those without a speed the one that their
// distance from the sample before has, takes away what nothing can be as fast as, and
// adds up the way and the pauses.
func travel(list []Sample, fastest float64) (w way) {
	counted := slices.ContainsFunc(list, func(s Sample) bool { return s.Meters > 0 })
	measured := slices.ContainsFunc(list, func(s Sample) bool { return s.Speed > 0 })
	usual := interval(list)
	var total float64
	from := -1 // the last sample with a place
	for i := range list {
		s := &list[i]
		if !(float64(s.Speed) >= 0 && float64(s.Speed) <= fastest) {
			s.Speed = float32(math.NaN())
		}
		stood := false
		if i > 0 {
			dt := float64(s.At - list[i-1].At)
			gone := math.NaN()
			if from == i-1 {
				gone = apart(&list[i-1], s, counted)
			}
			if s.Paused || dt > max(maxGap, 3*usual) && !(gone >= rests*dt) {
				w.stood += float32(dt)
				stood = true
			}
		}
		if !placed(s, counted) {
			continue
		}
		if from >= 0 && !s.Paused && (counted || !stood) { // who moved on in a pause did not run there
			dt := float64(s.At - list[from].At)
			gone := apart(&list[from], s, counted)
			if dt > 0 && gone >= 0 && gone <= fastest*dt {
				total += gone
				if !measured && dt <= maxGap {
					s.Speed = float32(gone / dt)
				}
			}
		}
		from = i
	}
	w.meters = float32(total)
	return w
}

// placed reports whether a sample says where it is: by the device's count of metres
// where the session has one, else by its position.
func placed(s *Sample, counted bool) bool {
	if counted {
		return s.Meters >= 0
	}
	return math.Abs(s.Lat) <= 90 && math.Abs(s.Lon) <= 180 && (s.Lat != 0 || s.Lon != 0)
}

// apart is the metres from one sample to a later one.
func apart(a, b *Sample, counted bool) float64 {
	if counted {
		return float64(b.Meters) - float64(a.Meters)
	}
	return Meters(a.Lat, a.Lon, b.Lat, b.Lon)
}

// interval is the usual time between two samples, in seconds: the median.
func interval(list []Sample) float64 {
	if len(list) < 2 {
		return 0
	}
	var gaps []int
	stride := max(1, len(list)/1000) // as many as it takes
	for i := 1; i < len(list); i += stride {
		gaps = append(gaps, int(list[i].At-list[i-1].At))
	}
	slices.Sort(gaps)
	return float64(gaps[len(gaps)/2])
}

// Meters is the distance of two positions, in degrees, on a sphere of the Earth's mean
// radius (haversine).
func Meters(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, rad = 6371008.8, math.Pi / 180
	north, east := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := north*north + math.Cos(lat1*rad)*math.Cos(lat2*rad)*east*east
	return 2 * radius * math.Asin(math.Sqrt(min(1, h)))
}
