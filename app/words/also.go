package words

import (
	"slices"

	"rebound/engine/diary"
)

// also says by which other sources the sessions of a date came besides: they count once.
// Of one session alone where its start is given.
func also(d *diary.Diary, t diary.Date, start int64) string {
	from, _ := slices.BinarySearchFunc(d.Activities, int64(t-2)*86400, func(a diary.Activity, at int64) int { return int(a.Start - at) })
	var names []string
	for _, a := range d.Activities[from:] {
		if a.Start > int64(t+2)*86400 {
			break
		}
		for _, source := range a.Also {
			if name := within(source); a.Date == t && (start == 0 || a.Start == start) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Also in " + List(names) + ", but counted once."
}
