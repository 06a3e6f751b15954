package watch

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	data := fitBytes(7)
	f, p := Read("export.zip/a.fit", data)
	if p != nil {
		t.Fatal(p)
	}
	if again, _ := Read("elsewhere.fit", data); again.Hash != f.Hash {
		t.Error("the same bytes under another name are not known again")
	}
	if other, _ := Read("export.zip/a.fit", fitBytes(8)); other.Hash == f.Hash {
		t.Error("other bytes are taken for the same")
	}
	if f.Name != "export.zip/a.fit" || f.Kind != "device" || f.Device.Serial != 7 || f.Partial != "" {
		t.Errorf("%+v", f)
	}
}

// TestProblemsSayWhatToDo reads what is no good FIT file: each Problem is one
// line of what is wrong and one of what to do.
func TestProblemsSayWhatToDo(t *testing.T) {
	for _, c := range []struct{ name, data, code, what string }{
		{"a.fit", "", "empty", "empty"},
		{"a.gpx", "<?xml version='1.0'?><gpx>", "not_fit", "GPX"},
		{"a.tcx", "<?xml?>", "not_fit", "TCX"},
		{"noname", "<?xml version='1.0'?>\n<TrainingCenterDatabase>", "not_fit", "TCX"},
		{"sleep.JSON", "{}", "not_fit", "JSON"},
		{"steps.csv", "a,b", "not_fit", "CSV"},
		{"export.xml", "<HealthData>", "not_fit", "XML"},
		{"a.fit", "not what it says", "not_fit", "not a FIT file"},
		{"a.fit", string(fitBytes(1)[:14]), "cut_off", "only the first 35% of it"},
		{"big.fit", string(fitBytes(1)) + strings.Repeat("\x00", MaxFile), "too_big", "64 MB"},
	} {
		_, p := Read(c.name, []byte(c.data))
		if p == nil || p.Code != c.code || !strings.Contains(p.What, c.what) || p.Hint == "" || strings.ContainsAny(p.What+p.Hint, "\n\r") {
			t.Errorf("%s: %+v, want %s about %q", c.name, p, c.code, c.what)
		}
	}
	if _, p := Identify([]byte("<gpx>")); p == nil || p.Code != "not_fit" {
		t.Errorf("Identify: %+v", p)
	}
}

// TestPanicIsAProblem holds the boundary itself.
func TestPanicIsAProblem(t *testing.T) {
	broken := func() (p *Problem) {
		defer caught(&p)
		panic("index out of range")
	}
	if p := broken(); p == nil || p.Code != "damaged" || strings.Contains(p.What+p.Hint, "index") {
		t.Errorf("%+v", p)
	}
}
