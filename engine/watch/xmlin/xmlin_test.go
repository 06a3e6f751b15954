package xmlin_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"rebound/engine/watch/xmlin"
	"rebound/engine/watch/xmlin/illform"
)

// told is a stream as one line: elements with their attributes and the text that
// follows their beginning.
func told(in io.Reader) (string, error) {
	r := xmlin.New(in)
	var out strings.Builder
	for r.Next() {
		if !r.Starts() {
			fmt.Fprintf(&out, "/%s ", r.Name())
			continue
		}
		fmt.Fprintf(&out, "%s", r.Name())
		for k, v := range r.Attrs() {
			fmt.Fprintf(&out, " %s=%q", k, xmlin.Decode(v))
		}
		fmt.Fprintf(&out, "{%s} ", r.Text())
	}
	return strings.TrimSpace(out.String()), r.Err()
}

func TestTags(t *testing.T) {
	long := strings.Repeat("x", 300<<10)
	for name, c := range map[string]struct {
		in, want string
		cut      bool
	}{
		"plain":           {`<a b="1" c='2'><d/>t</a>`, `a b="1" c="2"{} d{} /d /a`, false},
		"prefixes":        {`<x:a y:b="1" xmlns:y="u">t</x:a>`, `a b="1" y="u"{t} /a`, false},
		"spaces":          {"<a\n b = \"1\"\t/ ><c >t</c >", `a b="1"{} c{t} /c`, true},
		"entities":        {`<a b="&lt;&amp;&#233;&#x20AC;&bogus;&">&quot;&apos;</a>`, `a b="<&é€&bogus;&"{"'} /a`, false},
		"raw < and >":     {`<a b="1<2>3" c='x">'>t</a>`, `a b="1<2>3" c="x\">"{t} /a`, false},
		"a lone <":        {`<a>1 < 2</a>`, `a{1} /a`, false},
		"CDATA":           {`<a> <![CDATA[x <b> & ]]></a><c><![CDATA[]]>2</c>`, `a{x <b> &} /a c{} /c`, false},
		"comments":        {`<!-- <z> --><a><!-- > -->t</a>`, `a{} /a`, false},
		"instruction":     {`<?x <z ?><a/>`, `a{} /a`, false},
		"Latin-1":         {"<a b=\"Gr\xFCn\">L\xE4uft</a>", `a b="Grün"{Läuft} /a`, false},
		"ill-formed head": {"<!DOCTYPE H [ <!ELEMENT H (a)> <!ATTLIST R\n t CDATA <!ELEMENT M> ]>\n<H><a/></H>", `H{} a{} /a /H`, false},
		"head by name":    {`<!DOCTYPE H SYSTEM "h.dtd"><H/>`, `H{} /H`, false},
		"a quote missing": {`<a b="1/><c d="2"/><e f="3"/>`, `a b="1/><c d="{} /a e f="3"{} /e`, false},
		"words no value":  {`<a odd name b="1" c=2 d="3"/>`, `a b="1" d="3"{} /a`, false},
		"cut in a tag":    {`<a><b c="1`, `a{}`, true},
		"cut in an end":   {`<a><b c="1"/></a`, `a{} b c="1"{} /b`, true},
		"cut in text":     {`<a>te`, `a{te}`, true},
		"cut in comment":  {`<a><!-- `, `a{}`, true},
		"nothing":         {``, ``, false},
		"no XML":          {`date,hr` + "\n1,2", ``, false},
		"long text":       {`<a>` + long + `</a><b/>`, `a{` + long[:0], false},
		"long comment":    {`<a><!--` + long + `--><b/></a>`, `a{} b{} /b /a`, false},
	} {
		got, err := told(strings.NewReader(c.in))
		if name == "long text" {
			if !strings.HasSuffix(got, "/a b{} /b") || len(got) > 270<<10 {
				t.Errorf("%s: %d bytes, %.20q", name, len(got), got[max(0, len(got)-20):])
			}
			continue
		}
		if got != c.want || (err == io.ErrUnexpectedEOF) != c.cut {
			t.Errorf("%s: %s, %v\nwant %s", name, got, err, c.want)
		}
		if slow, _ := told(iotest.OneByteReader(strings.NewReader(c.in))); slow != got {
			t.Errorf("%s, byte by byte: %s\nwant %s", name, slow, got)
		}
	}
}

const ride = `<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="Zoë’s 👟"><trk><name>Läuft</name>
<trkpt lat="1" lon="2"><time>2025-06-03T05:30:00Z</time></trkpt></trk></gpx>
`

func TestWaysToWriteIt(t *testing.T) {
	_, body, _ := strings.Cut(ride, "?>")
	want, err := told(strings.NewReader(body))
	if err != nil || !strings.Contains(want, "👟") {
		t.Fatal(want, err)
	}
	for name, b := range illform.Same([]byte(ride)) {
		if got, err := told(bytes.NewReader(b)); got != want || err != nil {
			t.Errorf("%s: %s, %v", name, got, err)
		}
		if got, _ := told(iotest.OneByteReader(bytes.NewReader(b))); got != want {
			t.Errorf("%s, byte by byte: %s", name, got)
		}
	}
	for b := range illform.Cuts([]byte(ride), 1) {
		got, err := told(bytes.NewReader(b))
		if !strings.HasPrefix(want, strings.TrimRight(got, "{} ")) && !strings.Contains(got, "{") {
			t.Fatalf("after %d bytes: %s", len(b), got)
		}
		if err == nil && len(got) > 0 && len(b) < len(ride)-1 {
			t.Fatalf("%d bytes pass for a whole", len(b))
		}
	}
}

func TestSkip(t *testing.T) {
	r := xmlin.New(strings.NewReader(`<a><b><c/><b>t</b></b><d e="1"/></a>`))
	for r.Next() {
		if r.Is("b") {
			r.Skip()
			if !r.Ends("b") {
				t.Errorf("after b: %s", r.Tag())
			}
		}
		if r.Is("d") && string(r.Attr("e")) != "1" {
			t.Error("d is lost")
		}
	}
	if r.Err() != nil || r.Attr("none") != nil {
		t.Error(r.Err())
	}
}

// What is left is gone past to its end, and no further.
func TestLeave(t *testing.T) {
	for in, want := range map[string]string{
		`<a><b><c x="</d>"/>t</b><d/></a>`: "a b d d a", `<a><b/><d/></a>`: "a b d d a", `<a><x:b><b2/></x:b ><d/></a>`: "a b d d a",
		`<a><b>`: "a b", `<a><b><c/></b`: "a b", `<a><b></a><d/>`: "a b",
	} {
		for _, src := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
			r, got := xmlin.New(src), ""
			for r.Next() {
				got += " " + string(r.Name())
				if r.Is("b") {
					r.Leave()
				}
			}
			if got != " "+want || (r.Err() != nil) != !strings.HasSuffix(in, "</a>") {
				t.Errorf("%s: %s, %v", in, got, r.Err())
			}
		}
	}
}

func TestFloat(t *testing.T) {
	for in, want := range map[string]float64{" 1.5 ": 1.5, "-3": -3, "1e3": 1000} {
		if got := xmlin.Float([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
	for _, in := range []string{"", "--", "NaN", "Inf", "1,5", "0x"} {
		if got := xmlin.Float([]byte(in)); !math.IsNaN(got) {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// What is damaged costs no memory: a quote that is never closed, and a text without
// end, are gone past.
func TestBounded(t *testing.T) {
	endless := io.MultiReader(strings.NewReader(`<a b="`), io.LimitReader(iotest.DataErrReader(xs{}), 64<<20), strings.NewReader(`"/><c/>`))
	allocated := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			r := xmlin.New(io.MultiReader(strings.NewReader("<a>"), io.LimitReader(xs{}, 8<<20)))
			for r.Next() {
			}
		}
	}).AllocedBytesPerOp()
	if allocated > 1<<20 {
		t.Errorf("%d bytes for a text without end", allocated)
	}
	r, last := xmlin.New(endless), ""
	for r.Next() {
		last = string(r.Name())
	}
	if last != "c" {
		t.Errorf("after an endless quote: %q", last)
	}
}

// xs is x without end.
type xs struct{}

func (xs) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

// FuzzTags holds what is well-formed against encoding/xml, and anything else to
// ending.
func FuzzTags(f *testing.F) {
	for _, s := range []string{ride, `<a b="1"><c/>t</a>`, `<a b="1<2>3">&amp;</a>`, `<a><![CDATA[x]]></a>`, "\xFF\xFE<\x00a\x00/\x00>\x00", `<!DOCTYPE a [ <!ELEMENT b> ]><a/>`,
		`<a b='x">  <c d="1"/>'/><e f='1' g="2">  <h/></e>`, `000000000000<A><A "000000>`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, _ := told(bytes.NewReader(in))
		if len(got) > 8*len(in)+64 {
			t.Fatalf("%d bytes made of %d", len(got), len(in))
		}
		if slow, _ := told(iotest.OneByteReader(bytes.NewReader(in))); slow != got {
			t.Fatalf("byte by byte %q, else %q", slow, got)
		}
		if bytes.ContainsAny(in, "!:\r\x00") || bytes.HasPrefix(in, []byte("\xFE\xFF")) || bytes.HasPrefix(in, []byte("\xFF\xFE")) {
			return
		}
		if want, ok := reference(in); ok && want != got {
			t.Fatalf("%q\nwant %q", got, want)
		}
	})
}

// reference is told by encoding/xml; ok is false where it refuses.
func reference(in []byte) (out string, ok bool) {
	d := xml.NewDecoder(bytes.NewReader(in))
	var b strings.Builder
	open := false // the text of the last beginning is still to come
	text := func(s string) {
		if open {
			fmt.Fprintf(&b, "{%s} ", strings.TrimSpace(s))
		}
		open = false
	}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return strings.TrimSpace(b.String()), true
		} else if err != nil {
			return "", false
		}
		switch v := tok.(type) {
		case xml.StartElement:
			text("")
			b.WriteString(v.Name.Local)
			for _, a := range v.Attr {
				fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
			}
			open = true
		case xml.EndElement:
			text("")
			fmt.Fprintf(&b, "/%s ", v.Name.Local)
		case xml.CharData:
			text(string(v))
		case xml.ProcInst:
			text("")
		}
	}
}
