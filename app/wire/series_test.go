package wire

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"
)

// A chart is read back as it was written, to a hundredth.
func TestChartsTravelWhole(t *testing.T) {
	for name, c := range map[string]Chart{
		"nothing": {Lines: []Line{}},
		"a chart": {
			Key: "hrv", Lines: []Line{{Name: "7-day mean", Points: Series{{20000, 48.5}, {20003, 50}}, Out: Flags{false, true}}, {Name: "empty", Points: Series{}}},
			Band: Ranges{{20000, 44.1, 52}, {-400, -0.25, 0.01}}, Dots: Series{{0, 0}, {-1, 1e9}}, Hollow: Series{{20001, 0.33}},
			Marks: []Mark{{Date: 20002, Text: "week cut", Kind: "cut"}},
		},
	} {
		text, err := json.Marshal(c)
		if err != nil {
			t.Fatal(name, err)
		}
		var got Chart
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(name, err)
		}
		if !reflect.DeepEqual(got, c) {
			t.Errorf("%s: %+v became %+v by %s", name, c, got, text)
		}
	}
}

func TestSeriesOnTheWire(t *testing.T) {
	text, err := json.Marshal(Line{Name: "x", Points: Series{{20000, 48.5}, {20001, 50}}, Out: Flags{true, false}})
	if want := `{"name":"x","points":[20000,4850,1,150],"out":"10"}`; err != nil || string(text) != want {
		t.Errorf("%s, %v, want %s", text, err, want)
	}
	for _, bad := range []string{`["2026-01-01",1]`, `[20000,null]`, `[{"d":"2026-01-01","v":1}]`, `[20000]`, `[1,2.5]`, `[1,1e3]`, `[1,-]`, `7`, `"1"`, `null`, `{}`,
		`[1,99999999999999999999]`, `[1, 2]`} {
		var s Series
		if json.Unmarshal([]byte(bad), &s) == nil {
			t.Errorf("%s was read as %v", bad, s)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), 1e300} {
		if _, err := json.Marshal(Series{{20000, v}}); err == nil {
			t.Errorf("%v was written", v)
		}
	}
}
