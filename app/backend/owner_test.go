package backend

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// nightsOf is nights of an account, with a resting heart rate, and a run on the last day.
func nightsOf(via string, owner uint64, from diary.Date, n int, bpm float32) (list []diary.File) {
	for i := range n {
		d := from + diary.Date(i)
		f := diary.File{Via: via, Owner: owner, Kind: "export", Name: fmt.Sprint(via, owner, d)}
		f.Hash = diary.HashOf([]byte(f.Name))
		f.Resting = []diary.Stamped{{At: int64(d)*86400 + 43200, Value: bpm, Day: d}}
		f.Nights = []diary.Night{{Start: int64(d)*86400 - 3600, End: int64(d)*86400 + 6*3600, Light: 300, Staged: true, Day: d}}
		if i == n-1 {
			f.Activities = []diary.Activity{{Start: int64(d)*86400 + 60000, Sport: diary.Running, Seconds: 1800, Meters: 5000}}
		}
		list = append(list, f)
	}
	return list
}

// restingHRs are those of the diary that is shown.
func (p *page) restingHRs() (all map[float64]bool) {
	k := p.b.own
	k.mu.Lock()
	defer k.mu.Unlock()
	all = map[float64]bool{}
	for _, s := range k.built().Series {
		for _, x := range s.Points {
			if s.Kind == diary.RestingHR {
				all[x.Value] = true
			}
		}
	}
	return all
}

// Somebody else's export changes nothing until the runner has said whose counts: it is
// asked about, on every screen, and kept; the answer stays, and can be changed.
func TestTwoPeople(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	add := func(files []diary.File) {
		t.Helper()
		if err := p.b.own.add(batchOf(files)); err != nil {
			t.Fatal(err)
		}
	}
	add(nightsOf("polar", 7, today-40, 20, 47))
	if s := p.state(); s.Asks || len(p.files().People) != 0 {
		t.Fatalf("one person is asked about: %+v", p.files().People)
	}
	add(nightsOf("polar", 9, today-60, 40, 81))
	add(nightsOf(diary.OwnIn("polar"), 9, today-20, 10, 81)) // his watch's files in his zip
	add(nightsOf("oura", 3, today-40, 5, 48))
	for _, q := range []*page{p, openPage(t, m.Open())} {
		if got := q.restingHRs(); got[81] || !got[47] || !got[48] {
			t.Errorf("before the answer the diary has %v", got)
		}
		l := q.files()
		if !q.state().Asks || len(l.People) != 1 || l.People[0].Name != "Polar" || l.People[0].Answered || len(l.People[0].Accounts) != 2 || l.Total != 75 {
			t.Fatalf("%+v", l)
		}
		for _, a := range l.People[0].Accounts {
			if a.Counts != (a.ID == "7") || !strings.Contains(a.Text, "nights") || !strings.Contains(a.Text, "last run") || !strings.Contains(a.Text, "recent resting HR "+map[string]string{"7": "47", "9": "81"}[a.ID]) {
				t.Errorf("%+v", a)
			}
		}
	}
	for _, bad := range []wire.OwnerArg{{Via: "polar", ID: "x"}, {Via: "polar", ID: "0"}, {Via: "nobody", ID: "7"}} {
		if r, _ := p.ask(wire.OpOwner, bad); !readable(r.Error) {
			t.Errorf("%+v was accepted", bad)
		}
	}
	for _, c := range []struct {
		id          string
		mine, other float64
	}{{"9", 81, 47}, {"7", 47, 81}} {
		p.get(new(wire.State), wire.OpOwner, wire.OwnerArg{Via: "polar", ID: c.id})
		for _, q := range []*page{p, openPage(t, m.Open())} {
			if got := q.restingHRs(); got[c.other] || !got[c.mine] || !got[48] {
				t.Errorf("of %s: %v", c.id, got)
			}
			if l := q.files(); q.state().Asks || len(l.People) != 1 || !l.People[0].Answered || l.Total != 75 {
				t.Errorf("%+v", l.People)
			}
		}
	}
}

// Of two people's files in one drop the one with more counts until it is answered.
func TestTwoPeopleAtOnce(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	if err := p.b.own.add(batchOf(append(nightsOf("polar", 7, today-40, 3, 47), nightsOf("polar", 9, today-60, 5, 81)...))); err != nil {
		t.Fatal(err)
	}
	if got := p.restingHRs(); got[47] || !got[81] || !p.state().Asks {
		t.Errorf("%v", got)
	}
}
