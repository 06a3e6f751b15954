package backend

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// oldDay is when the store and the backup under testdata were written, by the
// program of release 0.1.0 (pack version 3, plan changes in words).
var oldDay = diary.DateOf(2026, 11, 27)

// oldStore is the store that a release left.
func oldStore(t *testing.T, release string) *Memory {
	t.Helper()
	b, err := os.ReadFile("testdata/store_v" + release + ".json.gz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var kept struct {
		Rows []struct {
			Key   int64
			Data  []byte
			Brief []byte
		}
		Values map[string][]byte
	}
	if err := json.NewDecoder(z).Decode(&kept); err != nil {
		t.Fatal(err)
	}
	m := &Memory{values: kept.Values, last: kept.Rows[len(kept.Rows)-1].Key}
	for _, r := range kept.Rows {
		m.rows = append(m.rows, memoryRow{key: r.Key, data: r.Data, brief: r.Brief})
	}
	return m
}

// A store and a backup of the first release hold what its runner entered, to the
// last change of the plan, and are written on.
func TestOldRelease(t *testing.T) {
	file, err := os.ReadFile("testdata/backup_v0.1.0.zip")
	if err != nil {
		t.Fatal(err)
	}
	m := oldStore(t, "0.1.0")
	upgraded, restored := openPage(t, m.Open()), openPage(t, new(Memory).Open())
	restored.get(new(wire.State), wire.OpRestore, wire.RestoreArg{Mode: "replace"}, item("rebound.zip", file))
	for name, p := range map[string]*page{"the store": upgraded, "the backup": restored} {
		if lines := p.files().Lines; len(lines) != 0 {
			t.Errorf("%s: %+v", name, lines)
		}
		if s := p.settings(); s.Units != "mi" {
			t.Errorf("%s: distances are in %s", name, s.Units)
		}
		k := p.b.own
		k.mu.Lock()
		now, old := k.built().Reported, k.built().Old
		k.mu.Unlock()
		for what, got := range map[string][2]int{
			"typed": {len(now.Typed), 3}, "tags": {len(now.Tags), 1}, "check-ins": {len(now.CheckIns), 1}, "check-ins before": {len(old.CheckIns), 1},
			"niggles": {len(now.Niggles), 1}, "efforts": {len(now.Efforts), 2}, "decisions": {len(now.Decisions), 1}, "cold": {len(now.Cold), 1},
			"ticks": {len(now.Ticks), 1}, "screens": {len(now.Screens), 1}, "reactions": {len(now.Reactions), 1}, "pains": {len(now.Pains), 1},
			"periods": {len(now.Periods), 1}, "ran": {len(now.Ran), 1},
		} {
			if got[0] != got[1] {
				t.Errorf("%s: %d %s, want %d", name, got[0], what, got[1])
			}
		}
		type change struct {
			code     string
			from, to diary.Date
		}
		var changes []change
		for _, v := range now.Plans {
			changes = append(changes, change{v.Change, v.From, v.To})
		}
		want := []change{{diary.PlanMade, 0, 0}, {diary.PlanMoved, oldDay, oldDay + 1}, {diary.PlanMoved, oldDay + 1, oldDay}, {diary.PlanBack, 0, 0}}
		if !reflect.DeepEqual(changes, want) {
			t.Errorf("%s: %+v, want %+v", name, changes, want)
		}
		var s wire.PlanScreen
		p.get(&s, wire.OpPlan, wire.DateArg{Date: oldDay})
		if s.Made == nil || len(s.Days) == 0 {
			t.Errorf("%s: no plan is followed: %+v", name, s)
		}
		p.after(new(wire.BodyScreen), wire.OpBody, oldDay, wire.OpCheckIn, wire.CheckIn{Date: oldDay, Stress: ptr(4)})
	}
	again := told(t, m).Reported
	if c := again.CheckIns; len(c) != 1 || c[0].Stress != 4 || len(again.Plans) != 4 {
		t.Errorf("written on, and then %+v", again)
	}
}

// A store of each later release holds what was measured, entered, planned and set, is
// written on, and is opened again. The four were made by those programs on one day, of
// the same entries, but for the kinds that a release did not have yet.
func TestStoresOfReleases(t *testing.T) {
	log, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`(?m)^## \[(\d+\.\d+\.\d+)\]`).FindAllSubmatch(log, -1) {
		release := string(found[1])
		if release == "0.1.0" { // TestOldRelease
			continue
		}
		m := oldStore(t, release)
		for range 2 {
			p := openPage(t, m.Open())
			k := p.b.own
			k.mu.Lock()
			r, files, lines := k.built().Reported, k.imported, k.lines
			k.mu.Unlock()
			if files != 24 || len(lines) != 0 || k.settings().Units != "mi" || k.settings().GateK != 0.75 {
				t.Errorf("%s: %d files, lines %+v, settings %+v", release, files, lines, k.settings())
			}
			for what, got := range map[string][2]int{
				"typed": {len(r.Typed), 2}, "check-ins": {len(r.CheckIns), 1}, "tags": {len(r.Tags), 1}, "niggles": {len(r.Niggles), 1}, "cold": {len(r.Cold), 1}, "ticks": {len(r.Ticks), 1},
				"reactions": {len(r.Reactions), 1}, "plans": {len(r.Plans), 1}, "walks": {len(r.Walks), 1},
				"runs": {len(r.Runs), map[bool]int{true: 1}[release > "0.2.0"]}, "illnesses": {len(r.Illnesses), map[bool]int{true: 1}[release > "0.2.0"]},
				"corrections": {len(r.Corrections), map[bool]int{true: 1}[release > "0.2.0"]},
			} {
				if got[0] != got[1] {
					t.Errorf("%s: %d %s, want %d", release, got[0], what, got[1])
				}
			}
			if s := p.planOn(oldDay); s.Made == nil || len(s.Made.Sessions) < 50 {
				t.Errorf("%s: there is no plan, or another one", release)
			}
			p.after(new(wire.BodyScreen), wire.OpBody, oldDay, wire.OpCheckIn, wire.CheckIn{Date: oldDay, Stress: ptr(4), Tags: []string{"heat"}})
		}
	}
}
