package table_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
	"rebound/engine/watch/table/tabletest"
)

// dump is what a table says, a row a line.
func dump(r io.Reader) string {
	t, err := table.New(r)
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%c %v", t.Comma, t.Names)
	for t.Next() {
		b.WriteString("\n")
		for i := range t.Len() {
			b.WriteString(t.Cell(i) + "|")
		}
	}
	if t.Err() != nil {
		fmt.Fprintf(&b, "\n%v", t.Err())
	}
	return b.String()
}

func TestTable(t *testing.T) {
	for in, want := range map[string]string{
		"":                                     "EOF",
		"a,b":                                  ", [a b]",
		"Date;HRV\n2025-09-10;58,1\n":          "; [date hrv]\n2025-09-10|58,1|",
		"Date\tHRV\n1\t2":                      "\t [date hrv]\n1|2|",
		"a,b\n\"x\ny\",\"say \"\"z\"\"\"":      ", [a b]\nx\ny|say \"z\"|",
		"a,b\n\"12,3\n4,5\n":                   ", [a b]\n12|3|\n4|5|", // a quote that never closes
		"a,b\n1 \"x\" y,5":                     ", [a b]\n1 \"x\" y|5|",
		"a,a,b,a\n1,2,3,4":                     ", [a a_2 b a_3]\n1|2|3|4|",
		"Report\nfor,me\n\na,b,c,d\n1,2,3,4\n": ", [a b c d]\n1|2|3|4|",
		"com.samsung.shealth.sleep,7006011,1\nstart,end,x,\n1,2,3,\n": ", [start end x ]\n1|2|3||",
		"2025-09-10,58\n2025-09-11,60\n":                              ", [column_1 column_2]\n2025-09-10|58|\n2025-09-11|60|",
		"a,b,c\n1,2,3\n4,5":                                           ", [a b c]\n1|2|3|", // cut off
		"a,b,c\n1,2,3\n\"4\",\"5,6\",\"7":                             ", [a b c]\n1|2|3|", // within a cell: the comma parts nothing
		"a,b,c\n1,2":                                                  ", [a b c]",
		"a,b,c\n1,2\n4,5":                                             ", [a b c]\n1|2|\n4|5|",
		"date,v,w,x\n2025-09-10,58\n2025-09-11,60\n":                  ", [date v w x]\n2025-09-10|58|\n2025-09-11|60|", // fewer cells than names
		"Date,HRV\n\"=\"\"2025-09-10\"\"\",58\n":                      ", [date hrv]\n2025-09-10|58|",
		"Sch\xF6n,Stra\xDFe\nK\xE4se \x80,2\n":                        ", [schon strasse]\nKäse €|2|",
		"<th>Bedtime&nbsp;Start</th>,Erholungswert\u00A0%,% d’oxygène\n1,2,3\n": ", [bedtime_start erholungswert_pct pct_d_oxygene]\n1|2|3|",
	} {
		if got := dump(strings.NewReader(in)); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", in, got, want)
		}
		if got := dump(iotest.OneByteReader(strings.NewReader(in))); got != want {
			t.Errorf("%q, byte by byte:\n%s", in, got)
		}
	}
}

func TestMutations(t *testing.T) {
	const csv = "Date,Schläft,HRV,Köpfe\n2025-09-10,7:00,58.1,ü\n2025-09-11,--,,\n"
	tabletest.Same(t, csv, ',', func(content string) string {
		tab, err := table.New(strings.NewReader(content))
		if err != nil {
			return err.Error()
		}
		out := ""
		for tab.Next() {
			out += fmt.Sprintf("\n%s|%s|%s|%s", tab.Cell(tab.Index("date")), tab.Cell(tab.Index("schlaft")), tab.Cell(tab.Index("hrv")), tab.Cell(tab.Index("kopfe")))
		}
		return out
	})
}

// A record longer than any is cut, quotes that never close cost no more than a few
// reads, and the rest of the file is still read.
func TestLong(t *testing.T) {
	in := "a,b\n" + strings.Repeat("\"x,1\n", 200_000) + "last,2\n"
	n, last := 0, ""
	tab, err := table.New(strings.NewReader(in))
	for err == nil && tab.Next() {
		n, last = n+1, tab.Cell(0)
	}
	if n < 100_000 || last != "last" {
		t.Errorf("%d rows, the last is %q", n, last)
	}
	in = "a,b\n" + strings.Repeat("x", 3<<20) + "\nlast,2\n"
	tab, err = table.New(strings.NewReader(in))
	for err == nil && tab.Next() {
		last = tab.Cell(0)
	}
	if last != "last" {
		t.Errorf("after a long line: %q", last)
	}
	cut := io.MultiReader(strings.NewReader("a,b\n1,2\n3,4"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if tab, err = table.New(cut); err != nil || !tab.Next() || tab.Next() || !errors.Is(tab.Err(), io.ErrUnexpectedEOF) {
		t.Errorf("a stream that breaks off: %v, %v", err, tab.Err())
	}
}

func TestHeaderOf(t *testing.T) {
	head := func(s string) table.Header { return table.HeaderOf(source.HeadOf("x", []byte(s))) }
	long := "Date,Resting\n" + strings.Repeat("2025-09-10,50\n", 400)
	if h := head(long[:source.HeadSize]); !h.Has("date", "resting") || h.Index("no", "resting") != 1 || h.Index("no") != -1 || h.Has("no") {
		t.Errorf("%+v", h)
	}
	if a, b := head("Date;HRV\n2025-09-10;1"), head("\uFEFFdate ; hrv\r\n"); a.Key() != b.Key() || a.Key() == head("hrv;date").Key() {
		t.Error("keys of headers")
	}
	for _, none := range []string{"", "{\"a\":1,\"b\":2}", "<a,b>", "\x00\x01,\x02", "words alone\nand more", `<gpx version="1,1">`, "<a>\n<b,c>"} {
		if h := head(none); len(h.Names) != 0 {
			t.Errorf("%q is a table: %q", none, h.Names)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("a,b\n\"x\ny\",\"say \"\"z\"\"\""))
	f.Add([]byte("\xFF\xFEa\x00,\x00\xD8\x00"))
	f.Add([]byte("Date;HRV\r2025-09-10;58,1\r\r"))
	f.Fuzz(func(t *testing.T, b []byte) {
		out := dump(strings.NewReader(string(b)))
		if len(out) > 8*len(b)+4096 {
			t.Errorf("%d bytes of %d", len(out), len(b))
		}
		if slow := dump(iotest.OneByteReader(strings.NewReader(string(b)))); len(b) < 8<<10 && slow != out {
			t.Errorf("byte by byte %q, at once %q", slow, out)
		}
	})
}
