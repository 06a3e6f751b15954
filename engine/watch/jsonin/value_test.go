package jsonin

import (
	"math"
	"strconv"
	"testing"
)

func TestFloat(t *testing.T) {
	for text, want := range map[string]float64{
		`58`: 58, `58.0`: 58, `-0.5`: -0.5, `"58.5"`: 58.5, `" 7 "`: 7, `1.778847209E12`: 1778847209000, `1e-3`: 0.001, `0`: 0, `+3`: 3,
		`12345678901234567890`: 12345678901234567890, `0.1234567890123456789`: 0.1234567890123456789, `0.000000000000000000000000012`: 1.2e-26,
	} {
		v := Of([]byte(text))
		if got, ok := v.Float(); !ok || got != want {
			t.Errorf("%s: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{`NaN`, `"NaN"`, `null`, `None`, `"--"`, `"-"`, `-`, `""`, `"`, ``, `Infinity`, `-Infinity`, `1e999`, `"0x1p4"`, `1_000`, `true`, `[1]`, `1.2.3`, `"7h"`, `"5,5"`, `5.`} {
		v := Of([]byte(text))
		if got, ok := v.Float(); ok {
			t.Errorf("%q is %v", text, got)
		}
	}
	for _, f := range []float64{0.1, 3.154, 46.912, 1e15, 123456.789012345, math.Pi} {
		v := Of(strconv.AppendFloat(nil, f, 'g', -1, 64))
		if got, ok := v.Float(); !ok || got != f {
			t.Errorf("%v is read as %v", f, got)
		}
	}
	if v := Of([]byte(`{"a":0,"b":-3,"c":4}`)); v.Positive("a") != 0 || v.Positive("b") != 0 || v.Positive("c") != 4 || v.Positive("d") != 0 {
		t.Error("what is never zero is")
	}
}

func TestGet(t *testing.T) {
	v := Of([]byte(` {"a":{"b":{"c":[1,"x",{"d":true}]}},"e":"\"q\"\n\u00e5\ud834\udd1e\/","e":2, "k\u00e9y":3,"f":null,"g":NaN, "h":17.50} `))
	var kinds []Kind
	for e := range v.Elements("a", "b", "c") {
		kinds = append(kinds, e.Kind())
		if is, ok := e.Bool("d"); e.Kind() == Object && (!is || !ok) {
			t.Error("what is true is not")
		}
	}
	if len(kinds) != 3 || kinds[0] != Number || kinds[1] != String || kinds[2] != Object {
		t.Errorf("kinds %v", kinds)
	}
	if s := v.Text("e"); s != "\"q\"\nå𝄞/" {
		t.Errorf("text %q", s)
	}
	if f, _ := v.Float("kéy"); f != 3 {
		t.Errorf("an escaped key: %v", f)
	}
	if v.Kind("f") != Null || v.Kind("g") != Null || v.Kind("z") != None || v.Kind("a", "z") != None || v.Text("h") != "17.50" || v.Text("f") != "" {
		t.Error("kinds are not told apart")
	}
}

func TestTimes(t *testing.T) {
	v := Of([]byte(`{"iso":"2025-06-02T23:14:00.000+02:00","ms":1.7489322E12,"s":"1748932200","none":0,"old":"1970-01-01","number":20250603,
		"d1":"PT7H13M30.5S","d2":"P1DT1H","d3":"PT0S","d4":"7:13","d5":"P","d6":"PT5","d7":"P3M"}`))
	if m, ok := v.When("iso"); !ok || !m.Zoned || m.Offset != 7200 || m.Unix != 1748898840 || m.Day().String() != "2025-06-02" {
		t.Errorf("%+v, %v", m, ok)
	}
	if d, ok := v.Day("iso"); !ok || d.String() != "2025-06-02" {
		t.Errorf("%v, %v", d, ok)
	}
	if s, ok := v.Unix("ms"); !ok || s != 1748932200 {
		t.Errorf("milliseconds: %d, %v", s, ok)
	}
	if s, ok := v.Unix("s"); !ok || s != 1748932200 {
		t.Errorf("seconds: %d, %v", s, ok)
	}
	for _, key := range []string{"none", "old", "missing", "number"} {
		_, a := v.Unix(key)
		_, b := v.When(key)
		_, c := v.Day(key)
		if a || b || c {
			t.Errorf("%s is a time", key)
		}
	}
	for key, want := range map[string]float64{"d1": 26010.5, "d2": 90000, "d3": 0} {
		if s, ok := v.Seconds(key); !ok || s != want {
			t.Errorf("%s: %v, %v", key, s, ok)
		}
	}
	for _, key := range []string{"d4", "d5", "d6", "d7", "iso", "ms"} {
		if s, ok := v.Seconds(key); ok {
			t.Errorf("%s: %v", key, s)
		}
	}
}
