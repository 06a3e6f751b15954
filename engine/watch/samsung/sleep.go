package samsung

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// maxNights bounds what is kept of a file: a hundred years of four a day.
const maxNights = 150_000

// slept is a night and when it was.
type slept struct {
	span
	night diary.Night
}

func readNights(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	c := timesOf(t, "sleep")
	length, share := column(t, "sleep", "sleep_duration"), column(t, "sleep", "efficiency")
	var list []slept
	for t.Next() && len(list) < maxNights {
		s, ok := c.span(t)
		if !ok || s.end <= s.start || s.end-s.start > 24*3600 {
			continue
		}
		n := diary.Night{}
		minutes, said := t.Positive(length)
		if !said || minutes > float64(s.end-s.start)/60+1 {
			minutes = float64(s.end-s.start) / 60
		}
		if percent, ok := t.Positive(share); ok && percent <= 100 {
			n.Total = float32(minutes * percent / 100)
		}
		list = append(list, slept{s, n})
	}
	return nightsOf(f, list, t.Err())
}

// Stages as Samsung numbers them.
const (
	awake = 40001 + iota
	light
	deep
	rem
)

func readStages(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	c := timesOf(t, "sleep_stage")
	id, kind := column(t, "sleep_stage", "sleep_id"), column(t, "sleep_stage", "stage")
	of := map[string]int{} // the place of each sleep
	last := -1             // of the row before
	var list []slept
	var rows []row
	for t.Next() && len(rows) < maxStages {
		s, ok := c.span(t)
		stage, _ := t.Number(kind)
		if !ok || s.end <= s.start || s.end-s.start > 24*3600 || stage < awake || stage > rem {
			continue
		}
		i, known := of[t.Cell(id)]
		if !known {
			if i = len(list); i == maxNights {
				continue
			}
			of[t.Cell(id)] = i
			list = append(list, slept{s, diary.Night{}})
		}
		n := &list[i]
		n.start, n.end = min(n.start, s.start), max(n.end, s.end)
		rows = append(rows, row{i, int(stage), s.start, s.end})
		last = i
	}
	add(list, rows)
	cut := ""
	if t.Err() != nil || t.Cut() {
		cut = source.CutOff
		if last >= 0 { // nobody knows how much of this night is missing; sleep.csv has its length
			list[last].night = diary.Night{}
		}
	}
	list = slices.DeleteFunc(list, func(n slept) bool { // two nights in one, or none
		long, sum := n.end-n.start, n.night.Light+n.night.Deep+n.night.REM+n.night.Wake
		return long > 24*3600 || sum == 0 || sum > float32(long)/60+1
	})
	for i := range list {
		n := &list[i].night
		n.Staged = n.Light+n.Deep+n.REM > 0
	}
	files, err := nightsOf(f, list, t.Err())
	for i := range files {
		files[i].Partial = cut
	}
	return files, err
}

// maxStages bounds the rows that are kept: forty years of forty a night.
const maxStages = 600_000

// row is one stage of a sleep.
type row struct {
	sleep, stage int
	start, end   int64
}

// add sums the stages of each sleep. A stage that is said twice counts once.
func add(list []slept, rows []row) {
	diary.SortBy(rows, func(a, b row) int {
		return cmp.Or(a.sleep-b.sleep, cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), a.stage-b.stage)
	})
	for _, r := range slices.Compact(rows) {
		n, minutes := &list[r.sleep].night, float32(r.end-r.start)/60
		switch r.stage {
		case awake:
			n.Wake += minutes
		case light:
			n.Light += minutes
		case deep:
			n.Deep += minutes
		case rem:
			n.REM += minutes
		}
	}
}

// nightsOf is the diary.File of some nights, in order of time.
func nightsOf(f *source.File, list []slept, lost error) ([]diary.File, error) {
	if len(list) == 0 {
		return nil, lost
	}
	diary.SortBy(list, func(a, b slept) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	local, known := settled(f)
	if !known {
		local = byLocal(list)
	}
	var out diary.File
	for _, s := range list {
		if local {
			s.start, s.end = s.start-int64(s.offset), s.end-int64(s.offset)
		}
		s.night.Start, s.night.End = s.start, s.end
		out.Nights = append(out.Nights, s.night)
		out.Clocks = s.clocks(out.Clocks)
	}
	out.Clocks = source.Clocks(out.Clocks)
	return []diary.File{out}, nil
}

// Of the middle of most nights of a file, by the clock: between these hours lies that
// of people who sleep at night, with room for shifts and for the young (ours).
const midFrom, midTill = 22, 9

// byLocal reports whether the times of a file's nights are the clock's and no UTC: most
// nights then have their middle at night, and as UTC most do not.
func byLocal(list []slept) bool {
	asUTC, asLocal, n := 0, 0, 0
	for _, s := range list {
		if !s.zoned || s.end-s.start < 3*3600 {
			continue
		}
		mid := s.start + (s.end-s.start)/2
		n++
		if atNight(mid + int64(s.offset)) {
			asUTC++
		}
		if atNight(mid) {
			asLocal++
		}
	}
	return n > 0 && 2*asUTC < n && 3*asLocal > 2*n
}

func atNight(local int64) bool {
	hour := local % 86400 / 3600
	return hour >= midFrom || hour < midTill
}
