package samsung

import (
	"math"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

const (
	maxSessions = 100_000
	longest     = 48 * 3600 // seconds of a session
	liveData    = ".com.samsung.health.exercise.live_data.json"
)

// sports are Samsung's types of exercise in FIT's names: 1001 and 1002 as readers have
// them, the others by Samsung's own list for those who write apps.
var sports = map[int]struct {
	sport diary.Sport
	sub   string
}{
	1001: {"walking", ""}, 1002: {diary.Running, ""}, 15005: {diary.Running, "treadmill"}, 13001: {"hiking", ""},
	11007: {"cycling", ""}, 15003: {"cycling", "indoor_cycling"}, 14001: {"swimming", ""}, 15006: {"fitness_equipment", "elliptical"},
	15002: {"training", "strength_training"}, 9002: {"training", "yoga"}, 9001: {"training", "pilates"}, 15004: {"rowing", "indoor_rowing"},
}

func readExercise(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	at := func(name string) int { return column(t, "exercise", name) }
	c := timesOf(t, "exercise")
	kind, length, meters := at("exercise_type"), at("duration"), at("distance")
	mean, most, id := at("mean_heart_rate"), at("max_heart_rate"), at("datauuid")
	var out diary.File
	var asked []live
	var offsets []int32 // of the sessions
	for t.Next() && len(out.Activities) < maxSessions {
		s, ok := c.span(t)
		if !ok {
			continue
		}
		number, _ := t.Number(kind)
		k, known := sports[int(number)]
		if !known {
			k.sport = "generic"
		}
		a := diary.Activity{Start: s.start, Sport: k.sport, Sub: k.sub, AvgHR: t.Pulse(mean), MaxHR: t.Pulse(most)}
		if ms, ok := t.Positive(length); ok {
			a.Seconds = float32(ms / 1000)
		}
		a.Elapsed = max(a.Seconds, float32(s.end-s.start))
		if a.Seconds == 0 {
			a.Seconds = a.Elapsed
		}
		if a.Elapsed <= 0 || a.Elapsed > longest {
			continue
		}
		if m, ok := t.Positive(meters); ok && m < 1e6 {
			a.Meters = float32(m)
		}
		if uuid := t.Cell(id); uuid != "" {
			out.Labels = append(out.Labels, diary.Label{Key: source.Key(strings.ToLower(uuid) + liveData), Sport: k.sport, Sub: k.sub})
			if s.zoned && s.offset != 0 && len(asked) < mostAsked {
				asked = append(asked, live{uuid + liveData, s})
			}
		}
		out.Activities = append(out.Activities, a)
		offsets = append(offsets, s.offset)
		out.Clocks = s.clocks(out.Clocks)
	}
	if len(out.Activities) == 0 {
		return nil, t.Err()
	}
	if utc, local := begun(f, asked); local > utc {
		for i, c := range out.Clocks {
			out.Clocks[i].At -= int64(c.Offset)
		}
		for i := range out.Activities {
			out.Activities[i].Start -= int64(offsets[i])
		}
	}
	out.Clocks = source.Clocks(out.Clocks)
	return []diary.File{out}, nil
}

// step is the samples of diary.TrackStep seconds.
type step struct {
	beats, speed   float64
	beatsN, speedN int
}

// readLive reads the series of one session: rows of heart rate, and of speed.
func readLive(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	d := jsonin.New(r)
	var steps []step
	var start, end int64
	for v := range d.Each() {
		at, ok := v.Unix("start_time")
		bpm, speed := v.Positive("heart_rate"), -1.0
		if s, is := v.Float("speed"); is && s >= 0 && s < 60 {
			speed = s
		}
		if !ok || at < source.Earliest || bpm == 0 && speed < 0 {
			continue
		}
		if start == 0 {
			start = at
		}
		i := int(at-start) / diary.TrackStep
		if at < start || at-start >= longest { // out of order, or of another time
			continue
		}
		for len(steps) <= i {
			steps = append(steps, step{})
		}
		s := &steps[i]
		if bpm > 0 && bpm < 250 {
			s.beats, s.beatsN = s.beats+bpm, s.beatsN+1
		}
		if speed >= 0 {
			s.speed, s.speedN = s.speed+speed, s.speedN+1
		}
		end = max(end, at)
	}
	if end == start {
		if d.Err() != nil {
			return nil, d.Err()
		}
		return source.Other(f)
	}
	a := diary.Activity{Start: start, Elapsed: float32(end - start), Seconds: float32(end - start), Key: source.Key(source.Base(f.Path)), Track: track(steps)}
	sum, n := 0, 0
	for _, b := range a.Track.HR {
		if b > 0 {
			sum, n = sum+int(b), n+1
			a.MaxHR = max(a.MaxHR, b)
		}
	}
	if n > 0 {
		a.AvgHR = uint8((sum + n/2) / n)
	}
	return []diary.File{{Activities: []diary.Activity{a}, Partial: d.Partial()}}, nil
}

// track is the columns that have a value; standing still is 1 mm/s.
func track(steps []step) (t diary.Track) {
	for i, s := range steps {
		if s.beatsN > 0 {
			if t.HR == nil {
				t.HR = make([]uint8, len(steps))
			}
			t.HR[i] = uint8(math.Round(s.beats / float64(s.beatsN)))
		}
		if s.speedN > 0 {
			if t.Speed == nil {
				t.Speed = make([]uint16, len(steps))
			}
			t.Speed[i] = uint16(max(1, math.Round(1000*s.speed/float64(s.speedN))))
		}
	}
	return t
}
