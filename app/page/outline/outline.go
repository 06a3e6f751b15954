// Package outline reads what a screen draws, for tests: as a tree to look into, and
// as one line an element, for golden files.
package outline

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Node is an element of a drawn screen.
type Node struct {
	Name  string
	Attrs map[string]string
	Text  string // its own, without its children's
	Kids  []*Node
	Up    *Node
}

// quoted is an attribute. go-app leaves < as it is in them, which HTML allows and
// XML does not.
var quoted = regexp.MustCompile(`="[^"]*"`)

// Parse reads what go-app draws. Pictures are leaves: package chart tests them.
func Parse(t *testing.T, ui app.UI) *Node {
	t.Helper()
	text := quoted.ReplaceAllStringFunc(app.HTMLString(ui), func(s string) string { return strings.ReplaceAll(s, "<", "&lt;") })
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	root := &Node{}
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
			n := &Node{Name: e.Name.Local, Attrs: map[string]string{}, Up: at}
			for _, a := range e.Attr {
				n.Attrs[a.Name.Local] = a.Value
			}
			at.Kids = append(at.Kids, n)
			at = n
			if n.Name == "svg" {
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
				at = n.Up
			}
		case xml.EndElement:
			at = at.Up
		case xml.CharData:
			if s := strings.Join(strings.Fields(string(e)), " "); s != "" {
				at.Text = strings.TrimSpace(at.Text + " " + s)
			}
		}
	}
}

// All is the element and everything in it.
func (n *Node) All() []*Node {
	list := []*Node{n}
	for _, k := range n.Kids {
		list = append(list, k.All()...)
	}
	return list
}

// Find lists the elements of a name.
func (n *Node) Find(name string) (list []*Node) {
	for _, k := range n.All() {
		if k.Name == name {
			list = append(list, k)
		}
	}
	return list
}

// Says is all the text of an element.
func (n *Node) Says() string {
	text := n.Text
	for _, k := range n.Kids {
		text += " " + k.Says()
	}
	return strings.Join(strings.Fields(text), " ")
}

// String writes the tree one element a line.
func (n *Node) String() string {
	var b strings.Builder
	n.outline(&b, 0)
	return b.String()
}

func (n *Node) outline(b *strings.Builder, depth int) {
	if n.Name != "" {
		b.WriteString(strings.Repeat("  ", depth) + n.Name)
		var names []string
		for name := range n.Attrs {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			b.WriteString(" " + name + "=" + n.Attrs[name])
		}
		if n.Text != "" {
			b.WriteString(": " + n.Text)
		}
		b.WriteString("\n")
		depth++
	}
	for _, k := range n.Kids {
		k.outline(b, depth)
	}
}
