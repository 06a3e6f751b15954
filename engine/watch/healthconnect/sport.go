package healthconnect

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

// kindOf is a type of exercise in FIT's names.
type kindOf struct {
	sport diary.Sport
	sub   string
}

// platform are the types as Android's ExerciseSessionType numbers them; library those
// of the library that apps are written with (androidx.health.connect).
var (
	platform = map[int64]kindOf{
		33: {diary.Running, ""}, 34: {diary.Running, "treadmill"}, 53: {"walking", ""}, 21: {"hiking", ""},
		4: {"cycling", ""}, 5: {"cycling", "indoor_cycling"}, 48: {"swimming", "open_water"}, 49: {"swimming", "lap_swimming"},
		31: {"rowing", ""}, 59: {"rowing", "indoor_rowing"}, 45: {"training", "strength_training"}, 55: {"training", "strength_training"},
		46: {"training", "flexibility_training"}, 58: {"training", "yoga"}, 27: {"training", "pilates"}, 61: {"fitness_equipment", "elliptical"},
		20: {"training", "cardio_training"},
	}
	library = map[int64]kindOf{
		56: {diary.Running, ""}, 57: {diary.Running, "treadmill"}, 79: {"walking", ""}, 37: {"hiking", ""},
		8: {"cycling", ""}, 9: {"cycling", "indoor_cycling"}, 73: {"swimming", "open_water"}, 74: {"swimming", "lap_swimming"},
		53: {"rowing", ""}, 54: {"rowing", "indoor_rowing"}, 70: {"training", "strength_training"}, 81: {"training", "strength_training"},
		71: {"training", "flexibility_training"}, 83: {"training", "yoga"}, 48: {"training", "pilates"}, 25: {"fitness_equipment", "elliptical"},
		36: {"training", "cardio_training"},
	}
)

// library reports whether a database numbers its types as the library does: it has
// that one's running or walking and none of the platform's.
func (x *export) library() bool {
	has := func(kinds ...int64) bool {
		return slices.ContainsFunc(x.sessions, func(s session) bool { return slices.Contains(kinds, s.kind) })
	}
	return has(56, 79) && !has(33, 34, 53)
}

// sport is a type of exercise; "generic" for one that is none of these.
func sport(kind int64, byLibrary bool) (diary.Sport, string) {
	table := platform
	if byLibrary {
		table = library
	}
	k, ok := table[kind]
	if !ok {
		return "generic", ""
	}
	return k.sport, k.sub
}

// parents are the rows of a table by the app that wrote them, as runs of one app's:
// its samples lie in another table, and name the row.
type parents struct{ list []parent }

type parent struct{ first, last, app int64 }

// add keeps a row's app; it reports false where there are too many.
func (p *parents) add(row, app int64) bool {
	if n := len(p.list); n > 0 && p.list[n-1].app == app && p.list[n-1].last+1 == row {
		p.list[n-1].last = row
		return true
	}
	if len(p.list) >= maxReadings {
		return false
	}
	p.list = append(p.list, parent{row, row, app})
	return true
}

func (p *parents) sort() {
	diary.SortBy(p.list, func(a, b parent) int { return cmp.Compare(a.first, b.first) })
}

// app is the app that wrote a row; 0 where that is not known.
func (p *parents) app(row int64) int64 {
	i, found := slices.BinarySearchFunc(p.list, row, func(p parent, row int64) int { return cmp.Compare(p.first, row) })
	if !found {
		i--
	}
	if i >= 0 && row <= p.list[i].last {
		return p.list[i].app
	}
	return 0
}
