package healthexport

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

var documents = []source.Format{
	{Via: via, Name: "export.json", Is: isDocument, Read: readDocument},
}

// isDocument reports whether it begins as the app's: {"data":{"metrics":[ or "workouts".
func isDocument(h source.Head) bool {
	return h.Text != nil && h.Text[0] == '{' && h.HasKeys("data") && (h.HasKeys("metrics") || h.HasKeys("workouts"))
}

// maxPoints is how many readings of a kind are kept: of one every five minutes ten years'.
const maxPoints = 1_000_000

// document is what of one is kept while it is read.
type document struct {
	out  *source.Split
	sdnn []reading
	rows []span // of the stages of nights that are not summed
	torn bool   // the text ends after the last of them, before all are given

	trace trace.Maker
}

// reading is an HRV at a moment.
type reading struct {
	at    source.Moment
	value float32
}

// readDocument reads {"data":{"metrics":[{"name","units","data":[...]}],"workouts":[...]}}.
// The fields of a metric may come in any order: where its points come before its name, it
// is read in a second go.
func readDocument(f *source.File) ([]diary.File, error) {
	c := document{out: source.NewSplit(diary.File{Device: device})}
	names := map[int]metric{}
	var d *jsonin.Reader
	for range 2 {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		d = jsonin.New(r)
		if late := c.walk(d, names); !late {
			break
		}
	}
	c.nights()
	c.variability(d.Partial() == source.CutOff)
	return d.Files(c.out.Files()...)
}

// metric is one by its name and what its values are counted in. It is done once its
// points have been read.
type metric struct {
	name, units string
	done        bool
}

// walk goes through the text, and reports whether points of a metric that is read came
// before its name.
func (c *document) walk(d *jsonin.Reader, names map[int]metric) (late bool) {
	first := len(names) == 0
	for key := range d.Fields() {
		if key != "data" {
			continue
		}
		for part := range d.Fields() {
			switch {
			case part == "workouts" && first:
				for range d.Elements() {
					if v := d.Value(); v != nil {
						c.workout(v)
					}
				}
			case part == "metrics":
				for i := range d.Elements() {
					if i >= 1000 {
						break
					}
					m := names[i]
					passed := false
					for field := range d.Fields() {
						switch field {
						case "name":
							m.name = text(d, m.name)
						case "units":
							m.units = text(d, m.units)
						case "data":
							if passed = m.name == ""; !passed && !m.done {
								c.points(d, &m)
							}
						}
					}
					late = late || passed && wanted(m.name)
					names[i] = m
				}
			}
		}
	}
	return late
}

func text(d *jsonin.Reader, was string) string {
	if v := d.Value(); v != nil {
		return v.Text()
	}
	return was
}

func wanted(name string) bool {
	return name == "resting_heart_rate" || name == "sleep_analysis" || strings.HasPrefix(name, "heart_rate_variability")
}

// points reads those of one metric; of one that is not wanted, none.
func (c *document) points(d *jsonin.Reader, m *metric) {
	if !wanted(m.name) {
		return
	}
	m.done = true
	defer func() { c.torn = c.torn || m.name == "sleep_analysis" && d.Partial() == source.CutOff }()
	for range d.Elements() {
		v := d.Value()
		if v == nil {
			continue
		}
		if m.name == "sleep_analysis" {
			c.sleep(v, m.units)
			continue
		}
		at, ok := v.When("date")
		q := v.Positive("qty")
		if q == 0 {
			q = v.Positive("Avg")
		}
		if !ok || q == 0 || q > 1000 {
			continue
		}
		to := c.out.Of(at)
		switch {
		case m.name == "resting_heart_rate" && q < 250 && len(to.Resting) < maxPoints:
			to.Resting = append(to.Resting, diary.Stamped{At: source.Noon(at.Day()), Value: float32(q), Day: at.Day()})
		case strings.Contains(m.name, "rmssd") && len(to.HRV) < maxPoints:
			to.HRV = append(to.HRV, diary.HRVStamp{At: at.Unix, Value: float32(q), Metric: diary.MetricAnyRMSSD, Day: at.Day()})
		case m.name != "resting_heart_rate" && len(c.sdnn) < maxPoints:
			c.sdnn = append(c.sdnn, reading{at, float32(q)})
		}
	}
}
