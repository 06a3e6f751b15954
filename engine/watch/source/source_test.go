package source

import "testing"

func TestHead(t *testing.T) {
	for name, c := range map[string]struct{ in, text, root string }{
		"json":            {"\xEF\xBB\xBF \n[{\"a\":1}]", "[{\"a\":1}]", ""},
		"xml":             {`<?xml version="1.0"?><!-- <gpx> --><x:TrainingCenterDatabase xmlns:x="a">`, "", "TrainingCenterDatabase"},
		"document type":   {`<?xml version="1.0"?> <!DOCTYPE HealthData [ <!-- Version: 11 --> <!ELEMENT HealthData (ExportDate`, "", "HealthData"},
		"ten spaces":      {`          <?xml version="1.0"?><gpx>`, `<?xml version="1.0"?><gpx>`, "gpx"},
		"utf-16":          {"\xFF\xFE<\x00g\x00p\x00x\x00>\x00", "<gpx>", "gpx"},
		"big endian":      {"\xFE\xFF\x00a\x00,\x00\xE9", "a,\u00e9", ""},
		"no text":         {"\x00\x01\x02", "", ""},
		"empty":           {"", "", ""},
		"a lone sign":     {"<", "<", ""},
		"an open comment": {"<!-- ", "<!-- ", ""},
	} {
		h := HeadOf("a", []byte(c.in))
		if c.text != "" && string(h.Text) != c.text || h.Root != c.root {
			t.Errorf("%s: %q, root %q", name, h.Text, h.Root)
		}
	}
	if h := HeadOf("a", []byte(`{"data":{"metrics":[]}}`)); !h.HasKeys("data", "metrics") || h.HasKeys("data", "workouts") {
		t.Error("keys are not told apart")
	}
	if Owner("polar", "7") == Owner("oura", "7") || Owner("polar", "") != 0 {
		t.Error("owners of two vendors are one, or nobody is somebody")
	}
}
