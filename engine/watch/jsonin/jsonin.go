// Package jsonin reads the JSON of vendors' exports: as a stream, since some of it is
// a gigabyte, and leniently, since some of it is no JSON.
//
// [Reader.Each] gives the elements of an array, one whole [Value] at a time, wherever
// the array lies:
//
//	d := jsonin.New(r)
//	for v := range d.Each("deviceDays") { // {"deviceDays":[{...},{...}]}
//		day, ok := v.Day("date")
//		...
//	}
//	file.Partial = d.Partial()
//
// [Reader.Elements], [Reader.Fields] and [Reader.Value] walk a text whose large parts
// lie deeper. Whatever of a container is not taken is passed over.
//
// What is tolerated, because exports have it:
//
//   - NaN and Infinity outside of strings (Polar), keys without quotes (Huawei), commas
//     too many or too few, several texts one after the other;
//   - a byte order mark, UTF-16, bytes that are no UTF-8;
//   - a text that ends anywhere: what came before is given, and Partial says so;
//   - an element that is broken costs that element: where a string or a bracket does not
//     match, the next one is sought by the key that elements of this array begin with.
//
// A number may be a string, in exponent form, or one of the many ways to write that
// nothing was measured; only the first two are numbers. An element larger than
// [MaxValue] is passed over. Memory is a buffer that grows to the largest element.
//
// It is our own because no library could do both, see docs/adr/0026.
package jsonin

import (
	"fmt"
	"io"
	"iter"

	"rebound/engine/watch/source"
)

// MaxValue is the size of the largest value that is given whole, in bytes: several
// times what a day's recording at one second takes, route and all.
const MaxValue = 16 << 20

// MaxElements is how many elements Each gives: many times the nights and sessions of a
// life, so that what is made of them is bounded too.
const MaxElements = 100_000

// Kind of a value.
type Kind uint8

const (
	None   Kind = iota // there is no value
	Null               // null, NaN and what else is none of the others
	Bool               // true or false
	Number             // but not NaN
	String
	Array
	Object
)

func kindOf(c byte) Kind {
	switch {
	case c == '{':
		return Object
	case c == '[':
		return Array
	case c == '"':
		return String
	case c == 't' || c == 'f':
		return Bool
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return Number
	}
	return Null
}

// Reader reads a text from its start to its end.
type Reader struct {
	src      io.Reader
	buf      []byte // buf[pos:end] is yet to be read
	pos, end int
	base     int64 // bytes before buf[0]
	err      error // of src

	element bool // the next value is an element of an array
	done    bool // nothing more is wanted, or can be found
	cut     bool // it ended within a value
	bad     int  // values that could not be read
	full    bool // there were more than MaxElements
	stack   []byte
	value   Value
}

// New is a Reader of the text that r gives, in UTF-8 or, after a mark, UTF-16.
func New(r io.Reader) *Reader {
	return &Reader{src: utf8Of(r), buf: make([]byte, 32<<10)}
}

// Err is the error of the source, if it had one; the end of it is none.
func (d *Reader) Err() error {
	if d.err == io.EOF {
		return nil
	}
	return d.err
}

// Partial says in one line what is missing of what was read, as diary.File has it; ""
// for nothing.
func (d *Reader) Partial() string {
	switch {
	case d.cut:
		return source.CutOff
	case d.full:
		return fmt.Sprintf("only the first %d entries are read", MaxElements)
	case d.bad == 1:
		return "1 entry could not be read and was left out"
	case d.bad > 1:
		return fmt.Sprintf("%d entries could not be read and were left out", d.bad)
	}
	return ""
}

// Each gives the elements of the array at a path of keys, passing through every array
// on the way; an object in its place is the only one. What is no element of it is
// passed over. The Value is good until the next.
func (d *Reader) Each(path ...string) iter.Seq[*Value] {
	return func(each func(*Value) bool) {
		n := 0
		yield := func(v *Value) bool {
			if n++; n > MaxElements {
				d.full = true
				return false
			}
			return each(v)
		}
		for _, more := d.peek(); more; _, more = d.peek() {
			if at := d.offset(); !d.each(path, deepest, yield) {
				d.done = true
			} else if d.offset() == at { // a bracket that closes nothing
				d.pos++
			}
		}
	}
}

// deepest is how many arrays within arrays Each passes through.
const deepest = 16

func (d *Reader) each(path []string, deep int, yield func(*Value) bool) bool {
	switch kind := d.Kind(); {
	case deep == 0:
		d.Skip()
	case kind == Array:
		for range d.Elements() {
			if len(path) > 0 || d.Kind() == Array {
				if !d.each(path, deep-1, yield) {
					return false
				}
			} else if v := d.Value(); v != nil && !yield(v) {
				return false
			}
		}
	case kind == Object:
		if len(path) == 0 {
			v := d.Value()
			return v == nil || yield(v)
		}
		for key := range d.Fields() {
			if key == path[0] && !d.each(path[1:], deep-1, yield) {
				return false
			}
		}
	default:
		d.Skip()
	}
	return true
}

// Kind is that of the next value.
func (d *Reader) Kind() Kind {
	c, ok := d.peek()
	if !ok || c == ']' || c == '}' || c == ',' || c == ':' {
		return None
	}
	return kindOf(c)
}

// Elements gives the place of each element of the array that comes next, whose value
// is then the next; of what is no array, none.
func (d *Reader) Elements() iter.Seq[int] {
	return func(yield func(int) bool) {
		if c, _ := d.peek(); c != '[' {
			d.Skip()
			return
		}
		d.pos++
		for i, want := 0, true; ; {
			c, ok := d.peek()
			switch {
			case !ok:
				d.torn()
				return
			case c == ']':
				d.pos++
				return
			case c == '}': // of the object around it
				d.bad++
				return
			case c == ',' || c == ':':
				d.pos++
				continue
			}
			at := d.offset()
			if d.element = true; want {
				want = yield(i)
			}
			if i++; d.offset() == at {
				d.Skip()
			}
		}
	}
}

// Fields gives the key of each field of the object that comes next, whose value is
// then the next; of what is no object, none.
func (d *Reader) Fields() iter.Seq[string] {
	return func(yield func(string) bool) {
		if c, _ := d.peek(); c != '{' {
			d.Skip()
			return
		}
		d.pos++
		for want := true; ; {
			c, ok := d.peek()
			switch {
			case !ok:
				d.torn()
				return
			case c == '}':
				d.pos++
				return
			case c == ']': // of the array around it
				d.bad++
				return
			case c == ',' || c == ':':
				d.pos++
				continue
			case c == '{' || c == '[':
				d.bad++
				d.Skip()
				continue
			}
			raw, ok := d.take(true)
			if !ok {
				continue
			}
			key := Value{raw: raw}.text()
			if c, ok = d.peek(); c != ':' {
				if ok {
					d.bad++
				}
				continue
			}
			d.pos++
			d.peek()
			at := d.offset()
			if d.element = false; want {
				want = yield(key)
			}
			if d.offset() == at {
				d.Skip()
			}
		}
	}
}

// Value takes the next value whole; it is good until the next. nil where there is
// none, and for one that is broken, too large or cut off.
func (d *Reader) Value() *Value {
	raw, ok := d.take(true)
	if !ok {
		return nil
	}
	d.value = Value{raw: raw, fields: d.value.fields[:0]}
	return &d.value
}

// Skip passes over the next value.
func (d *Reader) Skip() { d.take(false) }
