package backup

import (
	"math"
	"reflect"
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/entry"
)

// What a file of the diary can say, whoever wrote the backup: the engine works through
// every day from the first on, and a stray date would make that a thousand years.
var (
	firstDay = diary.DateOf(1980, time.January, 1)
	afterDay = diary.DateOf(2100, time.January, 1)
)

const (
	maxValue = 1e7 // seconds, metres and the like: four months, a quarter of the way round the world
	maxText  = 4 << 10
	maxPlan  = 1 << 20
)

// within reports whether what a file says can be: its dates, its numbers, its texts.
// Whether a value is a measurement the diary judges, as of every file.
func within(f *diary.File) bool {
	if f.Kind == "" || len(f.Name) > maxText {
		return false
	}
	for i := range f.Activities {
		if a := &f.Activities[i]; min(a.Seconds, a.Elapsed, a.Meters, a.Ascent) < 0 {
			return false
		}
		t := reflect.ValueOf(&f.Activities[i].Track).Elem()
		n := f.Activities[i].Track.Len()
		for c := range t.NumField() {
			if in := t.Field(c).Len(); in != 0 && in != n {
				return false
			}
		}
	}
	return sound(reflect.ValueOf(f).Elem())
}

func sound(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()) {
			in := v.FieldByIndex(f.index)
			if f.name == planName && in.Len() <= maxPlan {
				continue
			}
			if !sound(in) {
				return false
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			for i := range v.Len() {
				if !sound(v.Index(i)) {
					return false
				}
			}
		} else if trials, ok := v.Interface().([]float32); ok {
			return !slices.ContainsFunc(trials, func(t float32) bool { return !finite(float64(t)) })
		}
	case reflect.Int64: // a moment
		day := v.Int() / 86400
		return v.Int() == 0 || day >= int64(firstDay) && day < int64(afterDay)
	case reflect.Int32:
		if day, ok := v.Interface().(diary.Date); ok {
			return day == 0 || day >= firstDay && day < afterDay
		}
		return v.Int() >= -86400 && v.Int() <= 86400 // of a clock
	case reflect.Float32, reflect.Float64:
		return finite(v.Float())
	case reflect.String:
		return v.Len() <= maxText
	}
	return true
}

func finite(v float64) bool { return math.Abs(v) <= maxValue }

// possible takes out of what was entered what could not have been, and reports whether
// there was any.
func possible(r *diary.Reported) (less bool) {
	all := reflect.ValueOf(r).Elem()
	for i := range all.NumField() {
		list := all.Field(i)
		n := 0
		for j := range list.Len() {
			in := list.Index(j)
			if stamp := in.FieldByName("Stamp").Interface().(diary.Stamp); entry.Possible(stamp, in.Addr().Interface()) {
				list.Index(n).Set(in)
				n++
			} else {
				less = true
			}
		}
		list.SetLen(n)
	}
	return less
}
