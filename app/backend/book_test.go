package backend

import (
	"bytes"
	"reflect"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

// whole is every file of a book as it was added.
func whole(t *testing.T, k *book) (files []diary.File) {
	t.Helper()
	_, packs, err := k.packs()
	if err != nil {
		t.Fatal(err)
	}
	for _, packed := range packs {
		some, err := diary.Unpack(packed)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, some...)
	}
	return files
}

// counted is a store that counts the rows that are read whole.
type counted struct {
	Store
	rows int
}

func (c *counted) Rows(keys []int64) ([][]byte, error) {
	c.rows += len(keys)
	return c.Store.Rows(keys)
}

func opened(t *testing.T, m *Memory) (k *book, rows int) {
	t.Helper()
	c := &counted{Store: m.Open()}
	k, err := openBook(c, nil)
	if err != nil {
		t.Fatal(err)
	}
	return k, c.rows
}

// A start reads no row that has a brief of this version, and makes the briefs that
// are missing, damaged or of another version: silently, and once.
func TestBriefs(t *testing.T) {
	var m Memory
	k, _ := opened(t, &m)
	files := sample.Files(today)
	entered := sample.Reported(today, files)
	entered.Hash = [16]byte{1}
	for i := 0; i < len(files); i += 100 {
		if err := k.add(batchOf(files[i:min(i+100, len(files))], damagedRow)); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.add(batchOf([]diary.File{entered})); err != nil {
		t.Fatal(err)
	}
	want := diary.Build(append(files, entered), nil)
	same := func(k *book) {
		t.Helper()
		got := k.built()
		if !reflect.DeepEqual(got.Reported, want.Reported) || !reflect.DeepEqual(got.Series, want.Series) || len(got.Activities) != len(want.Activities) {
			t.Error("the book has another diary")
		}
		if k.imported != len(files) || len(k.lines) != 1 || k.lastAt != want.Reported.LastAt() {
			t.Errorf("%d files of a watch, lines %+v, told at %d", k.imported, k.lines, k.lastAt)
		}
		for i := range got.Activities {
			if tr := &got.Activities[i].Track; tr.Len() > 0 {
				t.Fatal("the book holds a series")
			}
		}
	}
	same(k)
	k, rows := opened(t, &m)
	if rows != 0 {
		t.Errorf("%d rows were read whole", rows)
	}
	same(k)

	spoil := []func(*memoryRow){
		func(r *memoryRow) { r.brief = nil },
		func(r *memoryRow) { r.brief = r.brief[:len(r.brief)/2] },
		func(r *memoryRow) { r.brief[len(r.brief)-20] ^= 1 },
		func(r *memoryRow) { r.brief[0] ^= 1 },
		func(r *memoryRow) { // of another version
			i := bytes.LastIndex(r.brief, []byte{'L', 2, diary.SummaryVersion})
			r.brief[i+2]++
		},
	}
	for i, f := range spoil {
		f(&m.rows[i])
	}
	k, rows = opened(t, &m)
	if rows != len(spoil) {
		t.Errorf("%d rows were read whole, want the %d without a good brief", rows, len(spoil))
	}
	same(k)
	if k, rows = opened(t, &m); rows != 0 {
		t.Errorf("%d rows were read whole again", rows)
	}
	same(k)
	if got := whole(t, k); !bytes.Equal(diary.Pack(got), diary.Pack(append(files, entered))) {
		t.Error("the files in the rows are others")
	}
}

// A file that two tabs have added is there once.
func TestTwice(t *testing.T) {
	var m Memory
	k, _ := opened(t, &m)
	files := sample.Files(today)[:60]
	for _, some := range [][]diary.File{files[:40], files[20:]} {
		if err := k.add(batchOf(some)); err != nil {
			t.Fatal(err)
		}
	}
	k, _ = opened(t, &m)
	if k.imported != len(files) {
		t.Errorf("%d files, want %d", k.imported, len(files))
	}
	if got, want := k.built(), diary.Build(files, nil); !reflect.DeepEqual(got.Daily, want.Daily) || !reflect.DeepEqual(got.Persons, want.Persons) {
		t.Error("a file that is in two rows counts twice")
	}
}
