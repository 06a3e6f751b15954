package engine_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/tormoder/fit/dyncrc16"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/watch"
)

// recorded is a run as its runner lived it, second by second of the timer, and what a
// watch does with it.
type recorded struct {
	bpm   []byte
	pause map[int]uint32 // seconds that the timer stands still, before a second
}

// workout is fifty minutes with a warm-up and six times three minutes hard, or an even
// run that drifts upwards; the heart follows with half a minute's delay.
func workout(rng *rand.Rand, hard, paused bool) (r recorded) {
	hr, n, begin := 95.0, 2700+rng.IntN(900), 870+rng.IntN(60)
	for s := range n {
		aim := 136 + 12*float64(s)/float64(n)
		if at := s - begin; hard && at >= 0 && at < 6*300 {
			if aim = 132; at%300 < 180 {
				aim = 182
			}
		}
		hr += (aim - hr) / 30
		r.bpm = append(r.bpm, byte(hr+rng.NormFloat64()+0.5))
	}
	if paused {
		r.pause = map[int]uint32{n / 3: 45, n / 2: 400, n * 4 / 5: 120}
	}
	return r
}

// fit is the run as a FIT file that begins at a FIT time. next is the seconds from one
// record to the next; a strap that dies leaves the speed.
func (r recorded) fit(start uint32, next func() int, dies float64) []byte {
	b := []byte{14, 0x20, 0x5B, 0x08, 0, 0, 0, 0, '.', 'F', 'I', 'T', 0, 0}
	le := binary.LittleEndian
	define := func(local byte, num uint16, fields ...byte) {
		b = append(b, 0x40|local, 0, 0)
		b = append(le.AppendUint16(b, num), byte(len(fields)/3))
		b = append(b, fields...)
	}
	define(0, 0, 0, 1, 0, 1, 2, 0x84, 2, 2, 0x84, 3, 4, 0x8C, 4, 4, 0x86)
	b = append(b, 0, 4)
	b = le.AppendUint32(le.AppendUint16(le.AppendUint16(b, 1), 4315), 7)
	b = le.AppendUint32(b, start)
	define(1, 20, 253, 4, 0x86, 3, 1, 2, 6, 2, 0x84)
	at, last, write := start, start, 0
	for s, bpm := range r.bpm {
		at += r.pause[s]
		if s == write || r.pause[s] > 0 { // it writes one as the timer starts again
			if float64(s) >= dies*float64(len(r.bpm)) {
				bpm = 0xFF
			}
			b = le.AppendUint32(append(b, 1), at)
			b = le.AppendUint16(append(b, bpm), 3000)
			write, last = s+next(), at
		}
		at++
	}
	define(2, 18, 253, 4, 0x86, 2, 4, 0x86, 5, 1, 0, 7, 4, 0x86, 8, 4, 0x86, 9, 4, 0x86, 22, 2, 0x84)
	b = le.AppendUint32(append(b, 2), max(at, last))
	b = append(le.AppendUint32(b, start), 1)
	b = le.AppendUint32(le.AppendUint32(b, 1000*(at-start)), uint32(1000*len(r.bpm)))
	b = le.AppendUint16(le.AppendUint32(b, uint32(300*len(r.bpm))), 0)
	le.PutUint32(b[4:], uint32(len(b)-14))
	le.PutUint16(b[12:], dyncrc16.Checksum(b[:12]))
	return le.AppendUint16(b, dyncrc16.Checksum(b))
}

func every(seconds int) func() int { return func() int { return seconds } }

// ten weeks of running, four times a week, by one way of recording.
func recordedWeeks(t *testing.T, next func() int, dies func() float64) *engine.Engine {
	t.Helper()
	rng := rand.New(rand.NewPCG(9, 1))
	var files []diary.File
	for day := range diary.Date(70) {
		if day%7%2 == 1 {
			continue
		}
		run := workout(rng, day%7 == 2, day%3 == 0)
		f, problem := watch.Read("run.fit", run.fit(uint32(int64(first+day)*86400+64800-631065600), next, dies()))
		if problem != nil || len(f.Activities) != 1 || f.Partial != "" {
			t.Fatalf("a run was read as %+v, %+v", f, problem)
		}
		files = append(files, f)
	}
	var resting []diary.Stamped
	for day := range int64(71) {
		resting = append(resting, diary.Stamped{At: (int64(first)+day)*86400 + 36000, Value: 50})
	}
	files = append(files, diary.File{Resting: resting})
	rules := rule.Default()
	rules.MaxHR = 190
	return engine.New(diary.Build(files, nil), rules)
}

const first = diary.Date(20500)

func whole() float64 { return 2 }

// The same runs give the same load however often the watch wrote, and what was hard
// stays hard.
func TestLoadWhateverTheRecordingInterval(t *testing.T) {
	smart := rand.New(rand.NewPCG(4, 4))
	by := recordedWeeks(t, every(1), whole)
	want, _ := by.Day(first + 69)
	for name, next := range map[string]func() int{
		"5": every(5), "8": every(8), "10": every(10), "20": every(20), "60": every(60), "7": every(7), "30": every(30),
		"smart, 3 to 9": func() int { return 3 + smart.IntN(7) },
	} {
		t.Run(name, func(t *testing.T) {
			e := recordedWeeks(t, next, whole)
			got, _ := e.Day(first + 69)
			same(t, "fitness", got.Load.Balance.Fitness, want.Load.Balance.Fitness, 0.02)
			same(t, "fatigue", got.Load.Balance.Fatigue, want.Load.Balance.Fatigue, 0.02)
			hard, minutes, ones, all := 0, 0.0, 0.0, 0.0
			for i, s := range e.History().Sessions {
				one := &by.History().Sessions[i]
				if e.History().Hard(&s, e.History().Max(s.Date)) {
					hard++
				}
				minutes, ones = minutes+s.MinutesAbove(0.88*190), ones+one.MinutesAbove(0.88*190)
				all += s.Share()
				if s.Unbroken(); s.Stretch < 0.9*one.Stretch {
					t.Errorf("on %v the longest stretch is %g min, of %g", s.Date, s.Stretch, one.Stretch)
				}
			}
			if hard != 10 {
				t.Errorf("%d of 10 hard sessions are", hard)
			}
			same(t, "minutes at 88%", minutes, ones, 0.05)
			same(t, "share measured", all/float64(len(e.History().Sessions)), 1, 0.02)
			if a, b := by.Assess(first+70).Easy, e.Assess(first+70).Easy; a.State != b.State || a.Runs != b.Runs || math.Abs(a.HR-b.HR) > 1 {
				t.Errorf("easy-pace check %+v, by the second %+v", b, a)
			}
		})
	}
}

// A strap that dies in the middle of each run says nearly the same wherever it does,
// and there is no step at the half: what it misses is the hotter end.
func TestLoadWithAStrapThatDies(t *testing.T) {
	want, _ := recordedWeeks(t, every(1), whole).Day(first + 69)
	last := want.Load.Balance
	for _, share := range []float64{0.80, 0.55, 0.51, 0.49, 0.45} {
		got, _ := recordedWeeks(t, every(1), func() float64 { return share }).Day(first + 69)
		now := got.Load.Balance
		same(t, fmt.Sprintf("dead at %g: fitness", share), now.Fitness, want.Load.Balance.Fitness, 0.12)
		same(t, fmt.Sprintf("dead at %g: fatigue", share), now.Fatigue, want.Load.Balance.Fatigue, 0.12)
		if share == 0.49 {
			same(t, "fitness on either side of the half", now.Fitness, last.Fitness, 0.01)
		}
		if now.Fitness > last.Fitness {
			t.Errorf("dead at %g: fitness rises from %g to %g", share, last.Fitness, now.Fitness)
		}
		last = now
	}
	// Of every other run, and of one in three of them from the start.
	n := 0
	got, _ := recordedWeeks(t, every(1), func() float64 { n++; return [...]float64{2, 0.4, 2, 0}[n%4] }).Day(first + 69)
	same(t, "now and then: fitness", got.Load.Balance.Fitness, want.Load.Balance.Fitness, 0.06)
}

func same(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got/want-1) > within {
		t.Errorf("%s = %.2f, want %.2f within %g%%", what, got, want, 100*within)
	}
}
