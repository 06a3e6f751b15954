package jsonin

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"rebound/engine/watch/source"
)

// wide is a text in UTF-16 with its mark.
func wide(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune("\uFEFF" + s)) {
		if big {
			u = u<<8 | u>>8
		}
		b.Write([]byte{byte(u), byte(u >> 8)})
	}
	return b.String()
}

// names lists the "n" of every element at a path, read whole and read a byte at a
// time, which must be the same.
func names(t *testing.T, text string, path ...string) (list []string, partial string) {
	t.Helper()
	for i, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
		d := New(r)
		var got []string
		for v := range d.Each(path...) {
			got = append(got, v.Text("n"))
		}
		if i > 0 && (!slices.Equal(got, list) || d.Partial() != partial) {
			t.Errorf("%.60q: a byte at a time: %q, %q; whole: %q, %q", text, got, d.Partial(), list, partial)
		}
		list, partial = got, d.Partial()
	}
	return list, partial
}

func TestEach(t *testing.T) {
	for name, c := range map[string]struct{ in, path, want, partial string }{
		"array":           {`[{"n":"a"},{"n":"b"}]`, "", "a b", ""},
		"one object":      {`{"n":"a"}`, "", "a", ""},
		"under a key":     {`{"x":[1,{"data":[{"n":"no"}]}],"data":[{"n":"a"},{"n":"b"}]}`, "data", "a b", ""},
		"under two":       {`{"sleep":{"data":[{"n":"a"}],"next":null}}`, "sleep data", "a", ""},
		"array of one":    {`[{"rows":[{"n":"a"},{"n":"b"}]}]`, "rows", "a b", ""},
		"object at a key": {`{"a":{"n":"x"}}`, "a", "x", ""},
		"nested arrays":   {`[[{"n":"a"}],[{"n":"b"}]]`, "", "a b", ""},
		"one after other": {"{\"n\":\"a\"}\n{\"n\":\"b\"}\n", "", "a b", ""},
		"mark and blanks": {"\uFEFF \r\n [ {\"n\" : \"a\"} , {\"n\":\"b\"} ]", "", "a b", ""},
		"utf-16":          {wide(`[{"n":"å𝄞"}]`, false), "", "å𝄞", ""},
		"utf-16, big":     {wide(`[{"n":"å𝄞"}]`, true), "", "å𝄞", ""},
		"not a number":    {`[{"x":NaN,"n":"a"},{"y":[1,NaN,-Infinity],"n":"b"}]`, "", "a b", ""},
		"bare keys":       {`[{n:"a",m:{k:1}},{m:2,n:"b"}]`, "", "a b", ""},
		"commas":          {`[,{"n":"a",},,{"x":1,,"n":"b"}{"n":"c"},]`, "", "a b c", ""},
		"zero bytes":      {`[{"n":"a"}]` + "\x00\x00\x00", "", "a", ""},
		"brackets in":     {`[{"x":"}]{[\"\\","n":"a"},{"n":"b"}]`, "", "a b", ""},
		"empty array":     {`[]`, "", "", ""},
		"empty":           {``, "", "", ""},
		"no array":        {`12 "a" null`, "", "", ""},
		"not at the path": {`{"other":[{"n":"a"}]}`, "data", "", ""},
		"cut":             {`[{"n":"a"},{"n":"b"},{"n":"c`, "", "a b", source.CutOff},
		"cut between":     {`[{"n":"a"},`, "", "a", source.CutOff},
		"cut deep":        {`{"data":[{"n":"a"},{"n":"b","x":[[{`, "data", "a", source.CutOff},
		"a quote lost":    {`[{"n":"a"},{"n":"b,"x":[1,"{2"]},{"n":"c"},{"n":"d"}]`, "", "a c d", "1 entry could not be read and was left out"},
		"a bracket lost":  {`[{"n":"a"},{"n":"b","x":[1,2},{"n":"c"}, { "n":"d"}]`, "", "a c d", "1 entry could not be read and was left out"},
		"the last broken": {`[{"n":"a"},{"n":"b"x"}]`, "", "a", "1 entry could not be read and was left out"},
		"two broken":      {`[{"n":"a"y"},{"n":"b"},{"n":"c"x"},{"n":"d"}]`, "", "b d", "2 entries could not be read and were left out"},
		"a broken value":  {`[{"n":oops},{"n":"b"}]`, "", " b", ""},
		"closed too soon": {`{"data":[{"n":"a"}},"x":1}`, "data", "a", "1 entry could not be read and was left out"},
		"too deep":        {strings.Repeat(`[`, 30) + `{"n":"a"}` + strings.Repeat(`]`, 30), "", "", ""},
	} {
		got, partial := names(t, c.in, strings.Fields(c.path)...)
		if strings.Join(got, " ") != c.want || partial != c.partial {
			t.Errorf("%s: %q, %q", name, got, partial)
		}
	}
}

// A walk by hand passes over what is not taken, and stays in step when it is left.
func TestWalk(t *testing.T) {
	d := New(strings.NewReader(`{"data":{"metrics":[{"name":"a","x":[1,[2,{"y":"]"}]],"data":[{"q":1},{"q":2}]},{"name":"b","data":[{"q":3}]}],"workouts":[{"q":4}]},"z":5}`))
	var got []string
	for key := range d.Fields() {
		if key != "data" {
			got = append(got, key)
			continue
		}
		for part := range d.Fields() {
			for i := range d.Elements() {
				for key := range d.Fields() {
					if key == "data" {
						for range d.Elements() {
							v := d.Value()
							got = append(got, fmt.Sprint(part, i, v.Text("q")))
							break
						}
					}
				}
			}
		}
	}
	if s := strings.Join(got, " "); s != "metrics01 metrics13 z" || d.Partial() != "" {
		t.Errorf("%s; %s", s, d.Partial())
	}
}

// An element that nobody could mean costs itself; memory stays that of the largest
// that is read, and the deepest nesting no stack.
func TestBounds(t *testing.T) {
	large := io.MultiReader(strings.NewReader(`[{"n":"a"},{"n":"`), io.LimitReader(endless('x'), 3*MaxValue),
		strings.NewReader(`"},{"n":"b","x":[`), io.LimitReader(endless('['), 9000), io.LimitReader(endless(']'), 9000),
		strings.NewReader(`]},{"n":"c"},{"x":[`), io.LimitReader(endless('1'), 3*MaxValue), strings.NewReader(`],"n":"e"},{"n":"d"}]`))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d := New(large)
	var got []string
	for v := range d.Each() {
		got = append(got, v.Text("n"))
	}
	runtime.ReadMemStats(&after)
	if s := strings.Join(got, " "); s != "a b c d" || d.Partial() != "2 entries could not be read and were left out" {
		t.Errorf("%s; %s", s, d.Partial())
	}
	if len(d.buf) > 2*MaxValue+64<<10 || after.TotalAlloc-before.TotalAlloc > 6*MaxValue {
		t.Errorf("%d MB of buffer, %d in all", len(d.buf)>>20, (after.TotalAlloc-before.TotalAlloc)>>20)
	}
	d, got = New(strings.NewReader("["+strings.Repeat("{},", MaxElements+1)+"]")), nil
	for v := range d.Each() {
		got = append(got, v.Text())
	}
	if len(got) != MaxElements || d.Partial() == "" {
		t.Errorf("%d elements; %s", len(got), d.Partial())
	}
	d = New(io.LimitReader(endless('['), 64<<20))
	for range d.Each() {
		t.Error("something was found in brackets")
	}
	if len(d.buf) > 1<<20 || cap(d.stack) > 64<<10 {
		t.Error("brackets are held")
	}
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// The source's own error is kept apart from the text's end.
func TestErr(t *testing.T) {
	d := New(io.MultiReader(strings.NewReader(`[{"n":"a"},{"n`), iotest.ErrReader(io.ErrUnexpectedEOF)))
	n := 0
	for range d.Each() {
		n++
	}
	if n != 1 || d.Err() != io.ErrUnexpectedEOF || d.Partial() == "" {
		t.Errorf("%d, %v, %q", n, d.Err(), d.Partial())
	}
}

// Whatever is left at a break, an element that is given is one that was there.
func FuzzEach(f *testing.F) {
	for _, s := range []string{`[{"n":"a"},{"n":"b"}]`, `{"a":[{"n":NaN,"t":"2025-06-03T07:30:00.000+02:00","p":"PT7H3M"}]}`, `[{n:1.5E12},{"n":"b"x"},{"n":"c"}]`,
		"\xFF\xFE[\x00]\x00", `{"a":[[[{"n":"\u00e5\ud834\udd1e"}]]]}`} {
		f.Add([]byte(s), byte(len(s)))
	}
	f.Fuzz(func(t *testing.T, b []byte, cut byte) {
		for _, r := range []io.Reader{bytes.NewReader(b), iotest.HalfReader(bytes.NewReader(b)), bytes.NewReader(b[:int(cut)*len(b)/256])} {
			for _, path := range [][]string{nil, {"a"}} {
				d, taken := New(r), 0
				for v := range d.Each(path...) {
					if taken += len(v.raw); v.Kind() == None {
						t.Error("an element that is nothing")
					}
					v.Float("n")
					v.When("t")
					v.Seconds("p")
					for _, key := range []string{"n", "t", "p"} {
						_, _ = v.Get(key), v.Text(key)
					}
					for e := range v.Elements() {
						e.Unix()
					}
				}
				if taken > 2*len(b)+16 || strings.Contains(d.Partial(), "\n") {
					t.Errorf("%d bytes of %d; %q", taken, len(b), d.Partial())
				}
			}
		}
	})
}
