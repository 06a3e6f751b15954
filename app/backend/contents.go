package backend

import (
	"iter"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/entry"
)

// contents is the rows of a book and what is known of them.
type contents struct {
	keys     []int64
	damaged  []int64        // of keys: what could not be read
	light    [][]byte       // of each row
	fresh    []*diary.Light // the same as they were read by open, until the diary is built
	have     map[[16]byte]struct{}
	twice    bool              // a file is in two rows: two tabs added it
	imported int               // files that came from a watch
	entered  []*diary.Reported // of the others
	lines    []wire.FileLine   // refused and partial ones, not dismissed
	said     map[wire.FileLine]bool
	bytes    int64 // of all rows in the store
	firsts   firsts
}

func newContents() contents {
	return contents{have: map[[16]byte]struct{}{}, said: map[wire.FileLine]bool{}, firsts: firsts{}}
}

// take has one more row, and reports whether it holds something measured.
func (c *contents) take(key int64, b brief, l *diary.Light) (measured bool) {
	c.keys, c.light = append(c.keys, key), append(c.light, b.light)
	c.bytes += int64(b.size)
	c.firsts.take(l.Files())
	for f := range l.Files() {
		if _, ok := c.have[f.Hash]; ok {
			c.twice = true
			continue
		}
		c.have[f.Hash] = struct{}{}
		if f.Kind != entry.Kind {
			c.imported++
		}
		if f.Reported != nil {
			c.entered = append(c.entered, f.Reported)
		}
		measured = measured || f.Measured
	}
	for _, line := range b.lines {
		if !c.said[line] { // a broken file dropped twice is said once
			c.said[line] = true
			c.lines = append(c.lines, line)
		}
	}
	return measured
}

// files yields every file once, without its series.
func (c *contents) files() (iter.Seq[*diary.File], error) {
	lights := c.fresh
	if c.fresh = nil; len(lights) != len(c.light) {
		lights = make([]*diary.Light, len(c.light))
		for i := range c.light {
			var err error
			if lights[i], err = diary.UnpackLight(c.light[i]); err != nil {
				return nil, err
			}
		}
	}
	return func(yield func(*diary.File) bool) {
		var seen map[[16]byte]bool
		if c.twice {
			seen = map[[16]byte]bool{}
		}
		for _, l := range lights {
			for f := range l.All() {
				if seen[f.Hash] {
					continue
				}
				if c.twice {
					seen[f.Hash] = true
				}
				if !yield(f) {
					return
				}
			}
		}
	}, nil
}
