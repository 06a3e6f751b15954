package docs_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schema is one of docs/schema; formats are held, not only named.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// valid is nil if text is JSON that the schema takes.
func valid(s *jsonschema.Schema, text []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// readiness is the command line over the sample runner's export up to 15 March
// 2026, which lies in its folder as sample.
type readiness struct{ program, dir string }

func build(t *testing.T) readiness {
	t.Helper()
	r := readiness{dir: t.TempDir()}
	r.program = filepath.Join(r.dir, "readiness")
	if out, err := exec.Command("go", "build", "-o", r.program, "../cmd/readiness").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	r.run(t, 0, "sample", "-date", "2026-03-15", "sample")
	return r
}

// run runs a command that has to end with a status, and returns what it printed.
func (r readiness) run(t *testing.T, status int, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(r.program, args...)
	cmd.Dir, cmd.Env = r.dir, append(os.Environ(), "TZ=UTC")
	out, err := cmd.Output()
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		t.Fatal(err)
	}
	if got != status {
		t.Fatalf("readiness %s: status %d, want %d\n%s", strings.Join(args, " "), got, status, exit.Stderr)
	}
	return out
}

func (r readiness) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const reported = `{
	"checkins": [{"date": "2026-03-14", "signs": {"drained": 3, "lost_spring": 2, "harder_than_it_should": 3}, "fatigue": 3, "soreness": 2, "tags": ["travel"]},
		{"date": "2026-03-15", "signs": {"drained": 3, "lost_spring": 2, "harder_than_it_should": 3}, "fatigue": 3, "fever": false}],
	"niggles": [{"date": "2026-03-12", "site": "calf", "side": "left", "severity": 3}],
	"morning": [{"date": "2026-03-15", "resting_hr": 51, "hrv_ms": 58, "sleep_min": 440}],
	"sessions": [{"date": "2026-03-13", "rpe": 7, "pain": 1}],
	"decisions": [{"date": "2026-03-13", "action": "cut_week", "accepted": false, "why": "race rehearsal"}],
	"cold": [{"date": "2026-03-13", "minutes": 12, "celsius": 12}],
	"ran": [{"date": "2025-05-17"}]}`

// What the commands print of the sample runner, on every day of half a year and
// with everything that can be given to them, is what the schemas say.
func TestPrinted(t *testing.T) {
	assessment, plan := schema(t, "assessment.json"), schema(t, "plan.json")
	r := build(t)
	lines := bytes.Split(bytes.TrimSpace(r.run(t, 0, "replay", "-json", "sample")), []byte("\n"))
	if len(lines) < 150 {
		t.Errorf("only %d days", len(lines))
	}
	for _, made := range [][]string{
		{"-race", "2026-06-14", "-distance", "42.195", "-tune", "2026-05-10:10", "-days", "mon,tue,thu,sat,sun", "-long", "sun"},
		{"-days", "3"},
		{"-recover", "2026-03-15:21.1"},
	} {
		p := r.run(t, 0, append(append([]string{"plan", "-json"}, made...), "sample")...)
		if err := valid(plan, p); err != nil {
			t.Errorf("plan %v: %v", made, err)
		}
		r.write(t, "plan.json", string(p))
		r.write(t, "journal.json", reported)
		r.write(t, "settings.json", `{"gate_k": 0.6, "age": 41}`)
		for _, more := range [][]string{{}, {"-journal", "journal.json"}, {"-journal", "journal.json", "-settings", "settings.json"}} {
			args := append([]string{"assess", "-json", "-date", "2026-03-15", "-plan", "plan.json"}, more...)
			lines = append(lines, bytes.TrimSpace(r.run(t, 0, append(args, "sample")...)))
		}
	}
	p := r.run(t, 0, "plan", "-json", "-weekly", "0", "-from", "2026-03-16")
	if err := valid(plan, p); err != nil {
		t.Errorf("a beginner's plan: %v", err)
	}
	e := r.run(t, 0, "effects", "-json", "-journal", "journal.json", "sample")
	if err := valid(schema(t, "effects.json"), e); err != nil || !bytes.Contains(e, []byte(`"with":`)) {
		t.Errorf("effects: %v\n%s", err, e)
	}
	for _, more := range [][]string{{}, {"-journal", "journal.json"}, {"-date", "2020-01-01"}} {
		p := r.run(t, 0, append(append([]string{"summary", "-json"}, more...), "sample")...)
		if err := valid(schema(t, "summary.json"), p); err != nil {
			t.Errorf("summary %v: %v\n%s", more, err, p)
		}
	}
	for _, line := range lines {
		if err := valid(assessment, line); err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
	}
}

// What the diary holds is as its schema says, of watches, exports and the runner's word,
// of one source and of several.
func TestDiaryPrinted(t *testing.T) {
	s := schema(t, "diary.json")
	r := build(t)
	r.write(t, "journal.json", `{"morning": [{"date": "2026-03-20", "resting_hr": 51, "as": "own"}], "runs": [{"date": "2026-03-21", "km": 8}],
		"corrections": [{"date": "2026-03-12", "signal": "sleep", "value": 430}]}`)
	r.run(t, 0, "sample", "-date", "2026-03-15", "-vendor", "health_connect", "hc")
	for _, args := range [][]string{{"sample"}, {"-journal", "journal.json", "sample"}, {"hc"}, {"-journal", "journal.json", "sample", "hc"}} {
		lines := bytes.Split(bytes.TrimSpace(r.run(t, 0, append([]string{"diary", "-json"}, args...)...)), []byte("\n"))
		if len(lines) < 150 {
			t.Errorf("%v: only %d days", args, len(lines))
		}
		for _, line := range lines {
			if err := valid(s, line); err != nil {
				t.Fatalf("%v: %v\n%s", args, err, line)
			}
		}
	}
}

// What an assessment and a plan never are is not let through.
func TestPrintedRefuses(t *testing.T) {
	r := build(t)
	for _, c := range []struct {
		schema string
		text   []byte
		change map[string]string // a part of the text and what it becomes
	}{
		{"assessment.json", r.run(t, 0, "assess", "-json", "-date", "2026-03-15", "sample"), map[string]string{
			`"action":"`:          `"action":"rest_`,
			`"level":"`:           `"level":"go_`,
			`"date":"2026-03-15"`: `"date":"15.3.2026"`,
			`"kind":"resting_hr"`: `"kind":"pulse"`,
			`"days_out":`:         `"days_out":-1e3,"x":`,
			`"reasons":[`:         `"reasons":null,"x":[`,
			`"headline":"`:        `"head":"`,
			`"code":"`:            `"code":"Not a code`,
		}},
		{"plan.json", r.run(t, 0, "plan", "-json", "-race", "2026-06-14", "-distance", "10", "sample"), map[string]string{
			`"kind":"easy"`: `"kind":"jog"`,
			`"hard":false`:  `"hard":0`,
			`"km":10}`:      `"km":0}`,
			`"weeks":[`:     `"week":[`,
			`"minutes":`:    `"minutes":-`,
		}},
		{"diary.json", bytes.Split(r.run(t, 0, "diary", "-json", "sample"), []byte("\n"))[2], map[string]string{
			`"date":"2`:        `"date":"the 2`,
			`"rmssd"`:          `"overnight_rmssd"`,
			`"moment":"night"`: `"moment":""`,
			`"bpm":`:           `"bpm":0,"x":`,
			`"min":`:           `"minutes":`,
		}},
		{"summary.json", r.run(t, 0, "summary", "-json", "sample"), map[string]string{
			`"from":"`:      `"from":"the `,
			`"panels":[`:    `"panels":[{}],"x":[`,
			`"key":"sleep"`: `"key":"mood"`,
			`"kind":"cut"`:  `"kind":"cut_week"`,
			`"km":`:         `"km":-`,
			`"limits":"`:    `"end":"`,
		}},
	} {
		s := schema(t, c.schema)
		if err := valid(s, c.text); err != nil {
			t.Fatal(err)
		}
		for was, is := range c.change {
			changed := bytes.Replace(c.text, []byte(was), []byte(is), 1)
			if bytes.Equal(changed, c.text) {
				t.Errorf("%s has no %s to change", c.schema, was)
			} else if valid(s, changed) == nil {
				t.Errorf("%s takes %s for %s", c.schema, is, was)
			}
		}
	}
}
