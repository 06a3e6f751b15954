package vendor_test

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/gives"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
	"rebound/engine/signal"
	"rebound/engine/watch"
)

// east is how far her clock is from UTC: far enough that a time taken for the wrong
// one of the two puts a night on another date.
const east = 2 * 3600

// lived is the demo runner's half year in that zone.
func lived() sample.Runner {
	r := sample.Years(today, 0)
	r.Offset = east
	return r
}

func herZone(int64) int { return east }

// read is what engine/watch makes of an export, and what it found amiss.
func read(t testing.TB, x *export) (files []diary.File, amiss []string) {
	t.Helper()
	var items []watch.Item
	for _, name := range x.names {
		items = append(items, watch.Item{Path: name, Blob: bytes.NewReader(x.files[name].Bytes())})
	}
	found := watch.NewFiles(items, watch.Limits{})
	found.Zones = func(name string) diary.Zone {
		at, err := time.LoadLocation(name)
		if err != nil {
			return nil
		}
		return func(unix int64) int {
			_, offset := time.Unix(unix, 0).In(at).Zone()
			return offset
		}
	}
	for i := range items {
		found.Walk(i, func(e watch.Entry) bool {
			if e.Other {
				return true
			}
			list, problem := e.Read()
			switch {
			case problem != nil:
				amiss = append(amiss, e.Path+": "+problem.Code+": "+problem.What)
			default:
				for _, f := range list {
					if f.Partial != "" {
						amiss = append(amiss, e.Path+" is partial: "+f.Partial)
					}
				}
				files = append(files, list...)
			}
			return true
		})
	}
	return files, amiss
}

// The same runner from every vendor: what the sheet says that a source gives comes out
// as she lived it, what it says that it lacks is unknown, and nothing in a whole export
// is amiss.
func TestSameRunner(t *testing.T) {
	for _, v := range vendor.All {
		t.Run(v.Name, func(t *testing.T) {
			row, _ := gives.Of(v.Via)
			files, amiss := read(t, write(t, v.Name, lived(), vendor.Options{}))
			for _, a := range amiss {
				t.Error(a)
			}
			for _, f := range files {
				if runsAlone(v) && f.By() != v.Via && f.By() != "" {
					t.Errorf("%s came by %q", f.Name, f.Via)
				}
			}
			files = slices.DeleteFunc(files, func(f diary.File) bool { return f.By() == "" && v.Via != "" && !runsAlone(v) })
			if v.Name == "health_auto_export" { // of the two kinds of file the CSV has no stages with their times, and no series
				row.Sleep, row.Runs = gives.Total, gives.Summary
			}
			got, like := diary.Build(files, herZone), diary.Build(as(lived().Files(), v.Via, row), herZone)
			sameReadings(t, like, got, row)
			sameRuns(t, like, got, row)
			sameVerdicts(t, engine.New(like, rules()), engine.New(got, rules()), row)
		})
	}
}

// rules are those of a runner who has said what her maximal heart rate is: of the
// sources only FIT says how old she is.
func rules() rule.Settings {
	r := rule.Default()
	r.MaxHR = 190
	return r
}

// as is what a source keeps of her runs: only FIT says of a lap whether it was work or
// rest, and some have no series, or none but the heart rate.
func as(files []diary.File, via string, row gives.Row) []diary.File {
	for i := range files {
		for j := range files[i].Activities {
			a := &files[i].Activities[j]
			if via != "" {
				a.Laps = nil
			}
			switch row.Runs {
			case gives.Beats:
				a.Track = diary.Track{HR: a.Track.HR}
			case gives.Summary:
				a.Track = diary.Track{}
			}
		}
	}
	return files
}

// runsAlone reports whether an export is of runs alone, in whatever files they came.
func runsAlone(v vendor.Vendor) bool { return v.Via == "strava" }

// series is the readings of a kind and metric; of several sources the one that has most.
func series(d *diary.Diary, kind diary.Kind, metric diary.Metric) (points []diary.Point) {
	for _, s := range d.Series {
		if s.Kind == kind && (metric == "" || s.Metric == metric) && len(s.Points) > len(points) {
			points = s.Points
		}
	}
	return points
}

// sameReadings holds each signal against hers, date by date.
func sameReadings(t *testing.T, hers, got *diary.Diary, row gives.Row) {
	t.Helper()
	for _, kind := range []diary.Kind{diary.HRV, diary.RestingHR, diary.Sleep} {
		given, share, metric := true, 1.0, diary.Metric("")
		switch kind {
		case diary.HRV:
			given, metric = len(row.HRV) > 0, metricOf(got, kind)
			share = shareOf(metric)
		case diary.RestingHR:
			given = row.Resting != gives.NoResting
		case diary.Sleep:
			if given = row.Sleep != gives.NoSleep; row.Sleep == gives.Stages {
				metric = diary.MetricStaged
			}
		}
		want, here := series(hers, kind, ""), series(got, kind, metric)
		if !given {
			if here = series(got, kind, ""); len(here) > 0 {
				t.Errorf("%v: %d readings of what the source does not give", kind, len(here))
			}
			continue
		}
		least := len(want)
		if row.Via == "hrv4training" {
			least -= least/11 + 1 // the mornings on which none was taken
		}
		if len(here) < least {
			t.Errorf("%v: %d of %d readings", kind, len(here), len(want))
		}
		values := map[diary.Date]float64{}
		for _, p := range want {
			values[p.Date] = p.Value
		}
		wrong := 0
		for _, p := range here {
			if v, ok := values[p.Date]; !ok || math.Abs(p.Value-share*v) > 0.51 {
				if wrong++; wrong <= 3 {
					t.Errorf("%v of %v: %v, hers is %v", kind, p.Date, p.Value, share*v)
				}
			}
		}
	}
}

// metricOf is the metric of the longest series of a kind.
func metricOf(d *diary.Diary, kind diary.Kind) (metric diary.Metric) {
	most := 0
	for _, s := range d.Series {
		if s.Kind == kind && len(s.Points) > most {
			metric, most = s.Metric, len(s.Points)
		}
	}
	return metric
}

// shareOf is what a metric is of her RMSSD: see the package's doc.
func shareOf(m diary.Metric) float64 {
	switch m {
	case diary.MetricNightSDNN:
		return 1.15
	case diary.MetricAnySDNN:
		return 0.9 * 1.15
	}
	return 1
}

func sameRuns(t *testing.T, hers, got *diary.Diary, row gives.Row) {
	t.Helper()
	if row.Runs == gives.NoRuns {
		if n := len(got.Activities); n > 0 {
			t.Errorf("%d runs of what gives none", n)
		}
		return
	}
	if len(got.Activities) != len(hers.Activities) {
		t.Errorf("%d of %d runs", len(got.Activities), len(hers.Activities))
		return
	}
	for i := range got.Activities {
		a, b := &got.Activities[i], &hers.Activities[i]
		var wrong []string
		if d := a.Start - b.Start; d < -60 || d > 60 || a.Date != b.Date {
			wrong = append(wrong, "start")
		}
		if a.Sport != diary.Running {
			wrong = append(wrong, "sport "+string(a.Sport))
		}
		if away(a.Seconds, b.Seconds) > 0.01 {
			wrong = append(wrong, "time")
		}
		if away(a.Meters, b.Meters) > 0.01 {
			wrong = append(wrong, "distance")
		}
		if d := int(a.AvgHR) - int(b.AvgHR); (d < -2 || d > 2) && row.Via != "zepp" {
			wrong = append(wrong, "heart rate")
		}
		if len(a.Track.HR) < len(b.Track.HR)*98/100 || len(a.Track.Speed) < len(b.Track.Speed)*98/100 {
			wrong = append(wrong, "series")
		}
		if len(wrong) > 0 {
			t.Errorf("run %d of %v: %s: %v s, %v m, %d bpm from %d (%d steps), hers %v s, %v m, %d bpm from %d (%d)", i, b.Date, strings.Join(wrong, ", "),
				a.Seconds, a.Meters, a.AvgHR, a.Start, a.Track.Len(), b.Seconds, b.Meters, b.AvgHR, b.Start, b.Track.Len())
			return
		}
	}
}

func away(a, b float32) float64 { return math.Abs(float64(a-b)) / float64(b) }

// sameVerdicts compares the last two weeks: each signal that is given stands as hers
// does, each other is unknown, and where all of it is given so is what follows.
func sameVerdicts(t *testing.T, hers, got *engine.Engine, row gives.Row) {
	t.Helper()
	given := [diary.Kinds]bool{diary.HRV: len(row.HRV) > 0, diary.RestingHR: row.Resting != gives.NoResting, diary.Sleep: row.Sleep != gives.NoSleep}
	for date := today - 13; date <= today; date++ {
		want, is := hers.Assess(date), got.Assess(date)
		for k, g := range given {
			w, s := want.Signals[k], is.Signals[k]
			switch {
			case !g && s.Name != signal.Unknown:
				t.Errorf("%v: %v is %v, of which nothing is known", date, diary.Kind(k), s.Name)
			case g && s.Name != w.Name:
				t.Errorf("%v: %v is %v by %s, hers is %v", date, diary.Kind(k), s.Name, s.Source, w.Name)
			case g && diary.Kind(k) == diary.Sleep && math.Abs(s.Recent-w.Recent) > 1:
				t.Errorf("%v: she slept %v by %s, hers is %v", date, s.Recent, s.Source, w.Recent)
			}
		}
		if row.Runs == gives.Series && given[diary.RestingHR] && (is.Easy.State != want.Easy.State || is.Easy.By != want.Easy.By || math.Abs(is.Easy.HR-want.Easy.HR) > 1) {
			t.Errorf("%v: the easy-pace check is %v by %v at %.1f bpm; hers is %v by %v at %.1f", date, is.Easy.State, is.Easy.By, is.Easy.HR, want.Easy.State, want.Easy.By, want.Easy.HR)
		}
		if given == [diary.Kinds]bool{true, true, true} && row.Runs != gives.NoRuns && (is.Action != want.Action || is.Level != want.Level) {
			t.Errorf("%v: %s, %s; hers is %s, %s", date, is.Action, is.Level, want.Action, want.Level)
		}
	}
}
