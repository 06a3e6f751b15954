package main

import "testing"

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		v    float64
		unit string
		want string
	}{
		{0, "ms", "0 ms"}, {1.754, "MB", "1.75 MB"}, {8.996, "x", "9x"}, {9.21, "x", "9.21x"},
		{52.34, "MB/s", "52.3 MB/s"}, {64, "MiB", "64 MiB"}, {120.4, "ms", "120 ms"}, {2504.6, "ms", "2505 ms"},
	} {
		if got := quantity(c.v, c.unit); got != c.want {
			t.Errorf("%v %s is written %q, want %q", c.v, c.unit, got, c.want)
		}
	}
}

func TestMedian(t *testing.T) {
	for want, values := range map[float64][]float64{3: {3}, 2.5: {4, 1}, 5: {9, 5, 1}, 4: {1, 100, 3, 5}} {
		if got := median(values); got != want {
			t.Errorf("median of %v is %v, want %v", values, got, want)
		}
	}
}

// The bound itself is met; figures stand on the right, and no line ends in space.
func TestRender(t *testing.T) {
	got := render([]section{
		{title: "One", rows: []row{atMost("size", 5, 5, "MB", ""), plain("é", 12, "ms", "aside")}, notes: []string{"note"}},
		{title: "Two", rows: []row{atLeast("ratio", 4.9, 5, "x", "")}},
	})
	want := `One
  size    5 MB         at most 5 MB  met
  é      12 ms  aside
  (note)

Two
  ratio   4.9x         at least 5x   MISSED
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBenchmarkLines(t *testing.T) {
	for line, want := range map[string][2]string{
		"BenchmarkReplay/10years-2   \t 20\t  79012345 ns/op":        {"Replay/10years", "79012345"},
		"BenchmarkAssess10Years  \t 20\t 9160000.5 ns/op\t  12 B/op": {"Assess10Years", "9160000.5"},
	} {
		m := benchmark.FindStringSubmatch(line)
		if m == nil || [2]string{m[1], m[2]} != want {
			t.Errorf("%q gave %q, want %q", line, m, want)
		}
	}
}
