package diary

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// A device's own file goes before its maker's export, that before who passes it on, and
// that before a table; what the runner puts first goes before them all.
func TestTiers(t *testing.T) {
	order := []string{"", "garmin_account", "hrv4training", "strava", "nobody", "table"}
	for i := range order[1:] {
		if a, b := trustOf(order[i]), trustOf(order[i+1]); a.compare(b) >= 0 {
			t.Errorf("%q does not go before %q: %v, %v", order[i], order[i+1], a, b)
		}
	}
	for _, name := range Exports() {
		via := name
		if name == OwnFiles {
			via = OwnIn("strava")
		}
		f := File{Via: via, Resting: []Stamped{{At: 43200, Value: 50}}}
		chosen := BuildBy([]File{f}, nil, Choice{First: [Kinds]string{RestingHR: name}}).Series[0].Tier
		other := BuildBy([]File{f}, nil, Choice{First: [Kinds]string{RestingHR: "nobody", Sleep: name}}).Series[0].Tier
		if chosen != TierChosen || other != trustOf(f.By()).tier {
			t.Errorf("%s: chosen %v, another chosen %v", name, chosen, other)
		}
	}
}

// Of two people's data of one export, one's counts: by the files that there are, or as
// the runner says. What does not say whose it is stays, and so does every other export.
func TestTwoPeople(t *testing.T) {
	file := func(via string, owner uint64, day Date, bpm float32) File {
		return File{Via: via, Owner: owner, Resting: []Stamped{{At: int64(day)*86400 + 43200, Value: bpm}},
			Nights:     []Night{{Start: int64(day)*86400 - 3600, End: int64(day)*86400 + 6*3600, Light: 300, Staged: true}},
			Activities: []Activity{{Start: int64(day)*86400 + 60000, Sport: Running, Seconds: 1800, Meters: 100 * bpm}},
			Persons:    []Person{{At: 1, MaxHR: uint8(100 + bpm)}}}
	}
	files := []File{
		file("polar", 7, 20000, 47), file("polar", 7, 20001, 47), file("polar", 9, 20000, 81), file("polar", 9, 20002, 81), file("polar", 9, 20003, 81),
		file("oura", 7, 20000, 48), file("polar", 0, 20010, 49), file(OwnIn("polar"), 7, 20004, 47), file(OwnIn("polar"), 9, 20005, 81),
	}
	accounts := Accounts(each(files), Choice{})
	if want := []Account{{"polar", 9, 4, true}, {"polar", 7, 3, false}}; !reflect.DeepEqual(accounts, want) {
		t.Errorf("%+v", accounts)
	}
	chosen := Choice{Owners: "oura:3"}.WithOwner("polar", 9).WithOwner("polar", 7)
	if chosen.Owners != "oura:3 polar:7" || !ValidOwners(chosen.Owners) {
		t.Errorf("%q", chosen.Owners)
	}
	for name, c := range map[string]struct {
		choice Choice
		never  float64
		polar  []Date
	}{
		"the most files": {Choice{}, 47, []Date{20000, 20002, 20003, 20010}},
		"the chosen":     {chosen, 81, []Date{20000, 20001, 20010}},
	} {
		d := BuildBy(files, nil, c.choice)
		for _, s := range d.Series {
			var days []Date
			for _, p := range s.Points {
				days = append(days, p.Date)
				if s.Kind == RestingHR && p.Value == c.never {
					t.Errorf("%s: another's resting HR on %v", name, p.Date)
				}
			}
			if s.Source == "polar" && !slices.Equal(days, c.polar) {
				t.Errorf("%s: %v of polar on %v", name, s.Kind, days)
			}
		}
		for _, a := range d.Activities {
			if a.Meters == float32(100*c.never) {
				t.Errorf("%s: another's run on %v", name, a.Date)
			}
		}
		if slices.ContainsFunc(d.Persons, func(p Person) bool { return p.MaxHR == uint8(100+c.never) }) {
			t.Errorf("%s: another's maximum", name)
		}
	}
}

// Whatever order the files of two people come in, the same one's count.
func TestTwoPeopleInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var files []File
	for i := range 24 {
		files = append(files, File{Via: []string{"polar", "oura"}[i%2], Owner: uint64(1 + i%3),
			HRV: []HRVStamp{{At: int64(20000+i/6) * 86400, Value: float32(40 + i), Metric: MetricOvernight}}})
	}
	want := fmt.Sprint(Build(files, nil).Series)
	for range 500 {
		r.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		if got := fmt.Sprint(Build(files, nil).Series); got != want {
			t.Fatalf("another order gave\n%s\nnot\n%s", got, want)
		}
	}
}
