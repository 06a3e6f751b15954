package page

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

var update = flag.Bool("update", false, "rewrite testdata/*.txt")

// node is an element of a drawn screen.
type node struct {
	name  string
	attrs map[string]string
	text  string // its own, without its children's
	kids  []*node
	up    *node
}

// quoted is an attribute. go-app leaves < as it is in them, which HTML allows and
// XML does not.
var quoted = regexp.MustCompile(`="[^"]*"`)

// parse reads what go-app draws. Pictures are leaves: package chart tests them.
func parse(t *testing.T, ui app.UI) *node {
	t.Helper()
	text := quoted.ReplaceAllStringFunc(app.HTMLString(ui), func(s string) string { return strings.ReplaceAll(s, "<", "&lt;") })
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	root := &node{}
	at := root
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			n := &node{name: e.Name.Local, attrs: map[string]string{}, up: at}
			for _, a := range e.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			at.kids = append(at.kids, n)
			at = n
			if n.name == "svg" {
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
				at = n.up
			}
		case xml.EndElement:
			at = at.up
		case xml.CharData:
			if s := strings.Join(strings.Fields(string(e)), " "); s != "" {
				at.text = strings.TrimSpace(at.text + " " + s)
			}
		}
	}
}

// all is the element and everything in it.
func (n *node) all() []*node {
	list := []*node{n}
	for _, k := range n.kids {
		list = append(list, k.all()...)
	}
	return list
}

// find lists the elements of a name.
func (n *node) find(name string) (list []*node) {
	for _, k := range n.all() {
		if k.name == name {
			list = append(list, k)
		}
	}
	return list
}

// says is all the text of an element.
func (n *node) says() string {
	text := n.text
	for _, k := range n.kids {
		text += " " + k.says()
	}
	return strings.Join(strings.Fields(text), " ")
}

// outline writes the tree one element a line.
func (n *node) outline(b *strings.Builder, depth int) {
	if n.name != "" {
		b.WriteString(strings.Repeat("  ", depth) + n.name)
		var names []string
		for name := range n.attrs {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			b.WriteString(" " + name + "=" + n.attrs[name])
		}
		if n.text != "" {
			b.WriteString(": " + n.text)
		}
		b.WriteString("\n")
		depth++
	}
	for _, k := range n.kids {
		k.outline(b, depth)
	}
}

// golden compares a drawn screen with testdata/name.txt.
func golden(t *testing.T, name string, root *node) {
	t.Helper()
	var b strings.Builder
	root.outline(&b, 0)
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(old)) {
		a, b := "(end)", "(end)"
		if i < len(got) {
			a = got[i]
		}
		if i < len(old) {
			b = old[i]
		}
		if a != b {
			t.Fatalf("%s:%d: drawn is\n%s\nnot\n%s\n(go test ./app -update accepts it)", path, i+1, a, b)
		}
	}
}
