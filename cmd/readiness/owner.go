package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"rebound/app/brand"
	"rebound/app/unit"
	"rebound/app/words"
	"rebound/engine/diary"
)

// ownerFlag says whose data counts of an export that several people's came by: by its
// place among them, the one with the most files first. No name and no account is read
// out: "2" is of every such export, "polar:2" of one.
type ownerFlag map[string]int

func (f ownerFlag) String() string { return "" }

func (f ownerFlag) Set(s string) error {
	for _, one := range strings.Split(s, ",") {
		via, place, named := strings.Cut(one, ":")
		if !named {
			via, place = "", one
		}
		n, err := strconv.Atoi(place)
		if err != nil || n < 1 || named && !slices.Contains(diary.Exports(), via) {
			return badUsage("write it as 2, or as polar:2")
		}
		f[via] = n
	}
	return nil
}

// choose settles whose data counts, and says on w of each export that several people's came
// by how many they are, and whose counts.
func (f ownerFlag) choose(c diary.Choice, files []diary.File, w io.Writer) (diary.Choice, error) {
	each := func(yield func(*diary.File) bool) {
		for i := range files {
			if !yield(&files[i]) {
				return
			}
		}
	}
	all := diary.Accounts(each, c)
	if len(f) > 0 && !slices.ContainsFunc(all, func(a diary.Account) bool { return f[a.Via] > 0 || f[""] > 0 }) {
		fmt.Fprintln(w, "-owner: no such export here holds the data of several people.")
	}
	for len(all) > 0 {
		via, n := all[0].Via, 1
		for n < len(all) && all[n].Via == via {
			n++
		}
		people := all[:n]
		all = all[n:]
		place := f[via]
		if place == 0 {
			place = f[""]
		}
		if place > n {
			return c, badUsage("-owner %d: %s holds the data of %d people", place, brand.Name(via), n)
		}
		counts := max(0, slices.IndexFunc(people, func(a diary.Account) bool { return a.Counts }))
		if place > 0 {
			counts = place - 1
			c = c.WithOwner(via, people[counts].Owner)
		}
		fmt.Fprintf(w, "%s: %s\n", brand.Name(via), of(people, counts))
	}
	return c, nil
}

// of is what is said of people whose files came by one export: named by place alone, which
// of them counts.
func of(people []diary.Account, counts int) string {
	var files, flags []string
	for i, a := range people {
		files = append(files, unit.Thousands(a.Files))
		if i != counts {
			flags = append(flags, fmt.Sprintf("-owner %d", i+1))
		}
	}
	return fmt.Sprintf("these are the files of %d people (%s), and only those of person %d count. To count another's, give %s.",
		len(people), words.List(files), counts+1, strings.Join(flags, " or "))
}
