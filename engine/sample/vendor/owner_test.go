package vendor_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
	"rebound/engine/watch"
)

// person is a runner whose watch uploads to two places.
type person struct {
	sample.Runner
	number int
}

func (p person) export(t *testing.T, name string) []watch.Item {
	t.Helper()
	x := write(t, name, p.Runner, vendor.Options{Account: p.number})
	var items []watch.Item
	for _, name := range x.names {
		items = append(items, watch.Item{Path: name, Blob: bytes.NewReader(x.files[name].Bytes())})
	}
	return items
}

// two are two people who run at the same hours, the first for longer.
func two() (hers, his person) {
	hers, his = person{lived(), 501}, person{lived(), 502}
	hers.Days, his.Days = 24, 17
	his.Seed, his.Device.Serial = 7, 99
	return hers, his
}

// shuffled is a zip with its files in another order.
func shuffled(t *testing.T, of watch.Item, r *rand.Rand) watch.Item {
	t.Helper()
	in, err := zip.NewReader(of.Blob, of.Blob.Size())
	if err != nil {
		t.Fatal(err)
	}
	r.Shuffle(len(in.File), func(i, j int) { in.File[i], in.File[j] = in.File[j], in.File[i] })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	of.Blob = bytes.NewReader(out.Bytes())
	return of
}

// dropped is what there is to be read in items, read in any order, each file once.
func dropped(t *testing.T, items []watch.Item, r *rand.Rand) (files []diary.File) {
	t.Helper()
	in := watch.NewFiles(items, watch.Limits{})
	var found []watch.Entry
	for i := range items {
		in.Walk(i, func(e watch.Entry) bool {
			if e.Problem != nil {
				t.Errorf("%s: %s", e.Path, e.Problem.What)
			} else if !e.Other {
				found = append(found, e)
			}
			return true
		})
	}
	r.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
	known := map[[16]byte]bool{}
	for _, e := range found {
		list, _, problem := in.Read(e.Place, e.Path, func(hash [16]byte) bool { return known[hash] })
		if problem != nil {
			t.Errorf("%s: %s", e.Path, problem.What)
		}
		for _, f := range list {
			known[f.Hash] = true
		}
		files = append(files, list...)
	}
	return files
}

// Two people's exports of two vendors, with the files of their watches in them, and her
// watch's own folder beside: dropped and read in any order, also where her zip is called
// otherwise, they come to the diary of whoever it is that counts, and to nothing of the
// other's. Of one person's two exports nothing is asked.
func TestTwoPeopleInAnyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	hers, his := two()
	folder := hers.export(t, "garmin")
	own := map[string][]watch.Item{}
	for _, p := range []person{hers, his} {
		who := map[int]string{hers.number: "hers", his.number: "his"}[p.number]
		own[who] = append(p.export(t, "strava"), p.export(t, "garmin_account")...)
	}
	own["hers"][0].Path = "mine.zip" // its profile.csv says whose it is
	alone := map[string]*diary.Diary{}
	choices := map[string]diary.Choice{}
	for who, items := range own {
		if who == "hers" {
			items = slices.Concat(items, folder)
		}
		files := dropped(t, items, r)
		if n := len(diary.Accounts(slices.Values(pointers(files)), diary.Choice{})); n > 0 {
			t.Errorf("%s alone are %d people's", who, n)
		}
		alone[who] = diary.Build(files, herZone)
		for _, f := range files {
			if strings.Contains(f.Name, "@") {
				t.Errorf("an address is kept: %s", f.Name)
			}
			if f.Owner != 0 {
				choices[who] = choices[who].WithOwner(f.Account().Via, f.Owner)
			}
		}
		if !diary.ValidOwners(choices[who].Owners) || len(alone[who].Activities) < 8 {
			t.Errorf("%s: %q, %d runs", who, choices[who].Owners, len(alone[who].Activities))
		}
	}
	for round := range 12 {
		who, items := "hers", slices.Concat(own["hers"], own["his"])
		switch {
		case round%3 == 0:
			who = "his"
		case round%3 == 1:
			items = append(items, folder...)
		}
		for i := range items {
			if i < 4 {
				items[i] = shuffled(t, items[i], r)
			}
		}
		r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		files := dropped(t, items, r)
		if n := len(diary.Accounts(slices.Values(pointers(files)), diary.Choice{})); n != 4 {
			t.Errorf("%d accounts, not two of each export", n)
		}
		choice := choices[who]
		if round%3 == 2 {
			choice = diary.Choice{} // she has more
		}
		if got := diary.BuildBy(files, herZone, choice); !same(got, alone[who]) {
			t.Fatalf("round %d: %s: %d runs and %d nights; alone %d and %d", round, who, len(got.Activities), len(got.Nights), len(alone[who].Activities), len(alone[who].Nights))
		}
	}
}

// same reports whether two diaries measured the same.
func same(a, b *diary.Diary) bool {
	return reflect.DeepEqual(a.Series, b.Series) && reflect.DeepEqual(a.Nights, b.Nights) && reflect.DeepEqual(a.Activities, b.Activities) &&
		reflect.DeepEqual(a.Persons, b.Persons) && reflect.DeepEqual(a.Daily, b.Daily)
}

func pointers(files []diary.File) (list []*diary.File) {
	for i := range files {
		list = append(list, &files[i])
	}
	return list
}

// Both exports in one zip, one after the other or each in a folder, are two people's still.
func TestTwoPeopleInOneZip(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 13))
	hers, his := two()
	for _, vendor := range []string{"strava", "garmin_account"} {
		var zips, folders bytes.Buffer
		z, f := zip.NewWriter(&zips), zip.NewWriter(&folders)
		for _, p := range []person{hers, his} {
			one := p.export(t, vendor)[0]
			name := map[int]string{hers.number: "lea", his.number: "jo"}[p.number]
			w, err := z.Create(name + ".zip")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(w, io.NewSectionReader(one.Blob, 0, one.Blob.Size())); err != nil {
				t.Fatal(err)
			}
			in, err := zip.NewReader(one.Blob, one.Blob.Size())
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range in.File {
				file.Name = name + "/" + file.Name
				if err := f.Copy(file); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, w := range []*zip.Writer{z, f} {
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}
		for where, b := range map[string]*bytes.Buffer{"zips": &zips, "folders": &folders} {
			files := dropped(t, []watch.Item{{Path: "both.zip", Blob: bytes.NewReader(b.Bytes())}}, r)
			owners := map[uint64]int{}
			for _, f := range files {
				owners[f.Owner]++
			}
			if len(owners) != 2 || owners[0] > 0 {
				t.Errorf("%s in %s: files of %v", vendor, where, owners)
			}
		}
	}
}
