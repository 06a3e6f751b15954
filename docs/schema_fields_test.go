package docs_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// Every field that is printed or read is described and is of the kind that it is
// described as; nothing else is. What is printed is asked for exactly where it is
// always there, and what is read takes nothing that is not described.
func TestFields(t *testing.T) {
	fields(t, reflect.TypeFor[wire.Assessment](), load(t, "assessment.json"), "assessment")
	fields(t, reflect.TypeFor[wire.Plan](), load(t, "plan.json"), "plan")
	fields(t, reflect.TypeFor[wire.Effects](), load(t, "effects.json"), "effects")
	fields(t, reflect.TypeFor[entry.Journal](), load(t, "journal.json"), "journal")
}

// node is a part of a schema and the file that it stands in, against which its
// references are read.
type node struct {
	part map[string]any
	file string
}

func load(t *testing.T, file string) node {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("schema", file))
	if err != nil {
		t.Fatal(err)
	}
	n := node{file: file}
	if err := json.Unmarshal(b, &n.part); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return n
}

// follow goes where a node's reference leads, if it has one.
func (n node) follow(t *testing.T) node {
	t.Helper()
	ref, ok := n.part["$ref"].(string)
	if !ok {
		return n
	}
	file, path, _ := strings.Cut(ref, "#")
	to := load(t, n.file)
	if file != "" {
		to = load(t, file)
	}
	for step := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if step != "" {
			to = to.child(t, step)
		}
	}
	return to.follow(t)
}

func (n node) child(t *testing.T, key string) node {
	t.Helper()
	part, ok := n.part[key].(map[string]any)
	if !ok {
		t.Fatalf("%s: there is no %q", n.file, key)
	}
	return node{part, n.file}
}

// fields holds a type against its description.
func fields(t *testing.T, typ reflect.Type, n node, at string) {
	t.Helper()
	n = n.follow(t)
	switch typ {
	case reflect.TypeFor[diary.Date]():
		if n.part["format"] != "date" {
			t.Errorf("%s is a date", at)
		}
		return
	case reflect.TypeFor[entry.Moment](), reflect.TypeFor[map[string]*float64](), reflect.TypeFor[map[string]float64]():
		return // a moment in either form; scores and doses by name, which TestWords has
	}
	switch typ.Kind() {
	case reflect.Pointer:
		fields(t, typ.Elem(), n, at)
	case reflect.Slice, reflect.Array:
		is(t, n, "array", at)
		fields(t, typ.Elem(), n.child(t, "items"), at+"[]")
	case reflect.Map:
		is(t, n, "object", at)
		for name := range n.child(t, "properties").part {
			fields(t, typ.Elem(), n.child(t, "properties").child(t, name), at+"."+name)
		}
	case reflect.String:
		is(t, n, "string", at)
	case reflect.Bool:
		is(t, n, "boolean", at)
	case reflect.Int, reflect.Int64:
		is(t, n, "integer", at)
	case reflect.Float64:
		is(t, n, "number", at)
	case reflect.Struct:
		is(t, n, "object", at)
		properties := n.child(t, "properties")
		printed, always := map[string]bool{}, map[string]bool{}
		for _, f := range reflect.VisibleFields(typ) {
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" || name == "-" {
				continue
			}
			printed[name] = true
			if !strings.Contains(options, "omit") {
				always[name] = true
			}
			if _, ok := properties.part[name]; !ok {
				t.Errorf("%s.%s (%s.%s) is not described in docs/schema/%s", at, name, typ, f.Name, n.file)
				continue
			}
			field := properties.child(t, name)
			if text, _ := field.part["description"].(string); text == "" {
				t.Errorf("%s.%s has no description", at, name)
			}
			fields(t, f.Type, field, at+"."+name)
		}
		described(t, n.file, printed, properties)
		if strings.HasPrefix(at, "journal") {
			if n.part["additionalProperties"] != false {
				t.Errorf("%s takes what is not described", at)
			}
			return
		}
		var required []string
		for _, name := range n.list("required") {
			required = append(required, name.(string))
		}
		if want := slices.Sorted(maps.Keys(always)); !slices.Equal(slices.Sorted(slices.Values(required)), want) {
			t.Errorf("%s: %v are always there, the schema requires %v", at, want, required)
		}
	default:
		t.Fatalf("%s is a %s, which no schema here knows", at, typ)
	}
}

func (n node) list(key string) []any {
	list, _ := n.part[key].([]any)
	return list
}

// is fails unless a node is of a JSON type; a choice of words is a string.
func is(t *testing.T, n node, kind, at string) {
	t.Helper()
	words := n.list("enum")
	for _, w := range words {
		if _, ok := w.(string); !ok {
			t.Errorf("%s: %v is no word", at, w)
		}
	}
	types := append(n.list("type"), n.part["type"])
	for _, either := range n.list("anyOf") {
		if part, ok := either.(map[string]any); ok {
			types = append(types, part["type"])
		}
	}
	whole := kind == "number" && slices.Contains(types, any("integer"))
	if !slices.Contains(types, any(kind)) && !whole && !(kind == "string" && len(words) > 0) {
		t.Errorf("%s is described as %v and is a %s", at, n.part["type"], kind)
	}
}

// described fails for every property of an object that is in no printed key, and
// the other way round. Without of, the object is the whole file.
func described[V any](t *testing.T, file string, printed map[string]V, of ...node) {
	t.Helper()
	if len(of) == 0 {
		of = []node{load(t, file).child(t, "properties")}
	}
	for name := range of[0].part {
		if _, ok := printed[name]; !ok {
			t.Errorf("%s describes %q, which nothing prints", file, name)
		}
	}
	for name := range printed {
		if _, ok := of[0].part[name]; !ok {
			t.Errorf("%s does not describe %q", file, name)
		}
	}
}
