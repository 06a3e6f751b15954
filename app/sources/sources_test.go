package sources

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rebound/engine/gives"
)

// Whatever is read is some maker's, and what is named is read.
func TestEverySourceHasAWay(t *testing.T) {
	named := map[string]bool{}
	for _, m := range makers {
		if len(m.daily) == 0 || len(m.vias) == 0 {
			t.Errorf("%s: no way, or nothing that comes of it", m.name)
		}
		for _, via := range m.vias {
			if _, ok := gives.Of(via); !ok {
				t.Errorf("%s names %q, which is not read", m.name, via)
			}
			named[via] = true
		}
		if strings.Contains(m.name, "Gadgetbridge") && !strings.Contains(m.daily[0].Text, "Data management > Export") ||
			m.name == "Garmin" && !strings.Contains(m.daily[1].Text, "Export Wellness Data") {
			t.Errorf("%s: %+v", m.name, m.daily)
		}
		for _, w := range slices.Concat(m.daily, m.history) {
			if !strings.HasSuffix(w.Text, ".") || len(w.Text) > 320 {
				t.Errorf("%s: %q", m.name, w.Text)
			}
		}
	}
	for _, r := range gives.Sheet {
		if !named[r.Via] {
			t.Errorf("nobody is told where %q is", r.Via)
		}
	}
	var l List
	if err := json.Unmarshal(JSON(), &l); err != nil || len(l.Makers) != len(makers) || len(l.Rows) != len(gives.Sheet) || len(l.Rows[0]) != len(l.Heads) {
		t.Errorf("the file is %+v, %v", l, err)
	}
	for _, m := range l.Makers {
		if (m.Menus == "") != (m.Name == "My own table") {
			t.Errorf("%s: of its menus %q", m.Name, m.Menus)
		}
	}
}

func TestGot(t *testing.T) {
	for _, c := range []struct {
		row  gives.Row
		want string
	}{
		{gives.Row{Sleep: gives.Stages, Resting: gives.Daily, HRV: []gives.HRV{{Metric: "rmssd", Moment: "night"}}, Runs: gives.Series, May: []gives.Part{gives.OfHRV}},
			"Sleep with stages; resting HR; HRV: RMSSD overnight (not always); runs, second by second."},
		{gives.Row{HRV: []gives.HRV{{Metric: "sdnn", Moment: "night"}, {Metric: "sdnn", Moment: "any"}, {Metric: "rmssd", Moment: "night"}}},
			"HRV: SDNN overnight or at no fixed hour, RMSSD overnight. No sleep, no resting HR, no runs."},
		{gives.Row{Sleep: gives.Total, Resting: gives.Lowest}, "Hours slept; resting HR (the night's lowest). No HRV, no runs."},
		{gives.Row{Runs: gives.Summary}, "Runs, totals only. No sleep, no resting HR, no HRV."},
	} {
		if got := got(c.row); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	r, _ := gives.Of("apple")
	if got := strings.Join(Cells(r), "|"); got != "Apple Health|stages *|yes|SDNN, night; SDNN, any hour; RMSSD, night *|whole" {
		t.Error(got)
	}
	r, _ = gives.Of("strava")
	if got := strings.Join(Cells(r), "|"); got != "Strava|–|–|–|whole" {
		t.Error(got)
	}
}

// Whatever brings weeks of nights is some maker's way, and the quickest comes first.
func TestQuickest(t *testing.T) {
	for begins := range soon {
		if !slices.ContainsFunc(makers, func(m maker) bool {
			return slices.ContainsFunc(slices.Concat(m.daily, m.history), func(w Way) bool { return strings.HasPrefix(w.Text, begins) })
		}) {
			t.Errorf("no way begins with %q", begins)
		}
	}
	first := map[string][]string{}
	for _, m := range makers {
		for _, q := range quickest(m) {
			first[m.name] = append(first[m.name], q.Takes+" "+q.On)
		}
	}
	for name, want := range map[string][]string{
		"Garmin":      {"In a few minutes Computer", "In a quarter of an hour Phone or computer", "In a day or two Phone or computer"},
		"Apple Watch": {"In a quarter of an hour Phone", "In a quarter of an hour Computer"},
		"Strava":      nil, // it has no nights
	} {
		if !slices.Equal(first[name], want) {
			t.Errorf("%s: %q", name, first[name])
		}
	}
}

// What the first screen offers to choose from is in the list.
func TestFirstScreenNamesMakers(t *testing.T) {
	page, err := os.ReadFile("../../web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	offered := regexp.MustCompile(`name="wearing" value="([^"]*)"`).FindAllSubmatch(page, -1)
	if len(offered) < 10 {
		t.Errorf("%d are offered", len(offered))
	}
	for _, o := range offered {
		if !slices.ContainsFunc(makers, func(m maker) bool { return m.name == string(o[1]) }) {
			t.Errorf("%s is nobody's name", o[1])
		}
	}
}
