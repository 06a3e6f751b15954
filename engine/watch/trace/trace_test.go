package trace

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// every is samples from a moment on, so many seconds apart, at 3 m/s to the north.
func every(from int64, apart, n int) (list []Sample) {
	for i := range n {
		s := None()
		s.At, s.HR = from+int64(i*apart), 140
		s.Lat, s.Lon = 48+float64(3*i*apart)/111195.08, 2
		list = append(list, s)
	}
	return list
}

func made(a diary.Activity, list ...Sample) diary.Activity {
	var m Maker
	for _, s := range list {
		m.Add(s)
	}
	m.Make(&a)
	return a
}

const morning = 1_748_925_000

// However often a watch writes, a run is as long, as far and as hard.
func TestSameRunAtAnyInterval(t *testing.T) {
	want := made(diary.Activity{Sport: diary.Running}, every(morning, 1, 1801)...)
	if want.Elapsed != 1800 || want.Seconds != 1800 || math.Abs(float64(want.Meters)-5400) > 1 || want.AvgHR != 140 || want.MaxHR != 140 || want.Track.Len() != 361 {
		t.Fatalf("%+v", want)
	}
	for _, apart := range []int{5, 8, 10, 30, 60} {
		got := made(diary.Activity{Sport: diary.Running}, every(morning, apart, 1800/apart+1)...)
		if got.Elapsed != 1800 || got.Seconds != 1800 || math.Abs(float64(got.Meters-want.Meters)) > 1 {
			t.Errorf("every %d s: %v of %v s, %v m", apart, got.Seconds, got.Elapsed, got.Meters)
		}
		a, b := load.Summarise(&want), load.Summarise(&got)
		if x, y := sum(a.Beats), sum(b.Beats); math.Abs(float64(x)-float64(y)) > 0.04*float64(x) {
			t.Errorf("every %d s: heart rate for %d s, not %d", apart, y, x)
		}
	}
}

func sum(list []uint32) (s uint32) {
	for _, v := range list {
		s += v
	}
	return s
}

func TestPauses(t *testing.T) {
	stop := every(morning+1000, 10, 31)
	for i := range stop {
		stop[i].Lat += 900 / 111195.08
	}
	first := every(morning, 10, 31) // to the 300th second and metre 900
	gap := made(diary.Activity{}, append(slices.Clone(first), stop...)...)
	if gap.Elapsed != 1300 || gap.Seconds != 600 || math.Abs(float64(gap.Meters)-1800) > 1 {
		t.Errorf("a gap in which nobody moved: %v of %v s, %v m", gap.Seconds, gap.Elapsed, gap.Meters)
	}
	moved := slices.Clone(stop)
	for i := range moved {
		moved[i].Lat += 2000 / 111195.08
	}
	tunnel := made(diary.Activity{}, append(slices.Clone(first), moved...)...)
	if tunnel.Seconds != 1300 || math.Abs(float64(tunnel.Meters)-3800) > 1 {
		t.Errorf("a gap that was run: %v s, %v m", tunnel.Seconds, tunnel.Meters)
	}
	strolled := slices.Clone(stop)
	for i := range strolled {
		strolled[i].Lat += 200 / 111195.08 // in 700 s
	}
	if got := made(diary.Activity{}, append(slices.Clone(first), strolled...)...); got.Seconds != 600 || math.Abs(float64(got.Meters)-1800) > 1 {
		t.Errorf("a pause whose time is not counted, but its way: %v s, %v m", got.Seconds, got.Meters)
	}
	moved[0].Paused = true
	paused := made(diary.Activity{}, append(slices.Clone(first), moved...)...)
	if paused.Seconds != 600 || math.Abs(float64(paused.Meters)-1800) > 1 {
		t.Errorf("a pause that was gone on foot: %v s, %v m", paused.Seconds, paused.Meters)
	}
}

// What cannot be is not: an order that goes back, another year, a place on the other
// side of the Earth, two points a week apart.
func TestOdd(t *testing.T) {
	list := every(morning, 5, 121)
	want := made(diary.Activity{Sport: diary.Running}, list...)
	odd := slices.Clone(list)
	odd[10], odd[11] = odd[11], odd[10]
	odd[60].At = 946684800
	odd = append(odd, list[120], list[3])
	got := made(diary.Activity{Sport: diary.Running}, odd...)
	if got.Elapsed != want.Elapsed || math.Abs(float64(got.Meters-want.Meters)) > 1 || got.Start != morning {
		t.Errorf("%v s, %v m", got.Elapsed, got.Meters)
	}
	jump := slices.Clone(list)
	jump[50].Lat, jump[50].Lon = -48, 170
	jump[70].Lat, jump[70].Lon = 0, 0
	got = made(diary.Activity{Sport: diary.Running}, jump...)
	if d := want.Meters - got.Meters; d < 0 || d > 31 {
		t.Errorf("after a jump: %v m, not %v", got.Meters, want.Meters)
	}
	if top := slices.Max(got.Track.Speed); top > 3100 {
		t.Errorf("a jump ran %d mm/s", top)
	}
	far := made(diary.Activity{}, every(morning, 6*86400, 2)...)
	if far.Track.Len() != 0 {
		t.Errorf("two points made a track of %d steps", far.Track.Len())
	}
	if (&Maker{}).Make(&diary.Activity{}) {
		t.Error("an activity of nothing")
	}
}

func TestColumns(t *testing.T) {
	s := None()
	s.At, s.Speed, s.Altitude, s.Power, s.Cadence = morning, 0, -1.25, 250, 174
	u := None()
	u.At, u.Speed, u.Altitude, u.Cadence = morning+12, 3.5, 9000, 170
	got := made(diary.Activity{Start: morning - 10}, s, u).Track
	want := diary.Track{Speed: []uint16{0, 0, 1, 0, 3500}, Cadence: []uint8{0, 0, 87, 0, 85}, Power: []uint16{0, 0, 250, 0, 0},
		Altitude: []int16{diary.NoAltitude, diary.NoAltitude, -3, diary.NoAltitude, 18000}}
	if !slices.Equal(got.Speed, want.Speed) || !slices.Equal(got.Cadence, want.Cadence) || !slices.Equal(got.Power, want.Power) || !slices.Equal(got.Altitude, want.Altitude) || got.HR != nil {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if a := made(diary.Activity{Start: morning + 5}, s, u); a.Start != morning {
		t.Error("it begins after its first sample")
	}
}

func TestLooksLike(t *testing.T) {
	of := func(speed uint16, n int) []uint16 { return slices.Repeat([]uint16{speed}, n) }
	for _, c := range []struct {
		speeds []uint16
		want   diary.Sport
	}{
		{of(SlowestRun, 12), diary.Running}, {of(SlowestRun-1, 12), ""}, {of(FastestRun, 12), diary.Running}, {of(FastestRun+1, 12), ""},
		{of(SlowestRide, 12), "cycling"}, {of(3000, 11), ""}, {append(of(3000, 12), of(Still, 90)...), diary.Running},
		{append(of(3000, 80), of(FastestTenth+1, 20)...), ""}, {nil, ""},
	} {
		if got := LooksLike(c.speeds, 12); got != c.want {
			t.Errorf("%v of %d: %q", c.speeds[:min(1, len(c.speeds))], len(c.speeds), got)
		}
	}
}

func TestMeters(t *testing.T) {
	if d := Meters(48.85, 2.35, 51.5074, -0.1278); math.Abs(d-346500) > 3000 { // Paris to London
		t.Errorf("%v m", d)
	}
	if d := Meters(10, 179.999, 10, -179.999); d > 300 {
		t.Errorf("%v m over the date line", d)
	}
}
