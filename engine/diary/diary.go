// Package diary is what was measured and reported, by civil date.
//
// Export files say things in UTC, each in its own words; a runner lives by
// local dates. A [File] holds what one file said, unresolved; [Build] takes all
// of them, in any order, finds each one's local date, settles which of two
// accounts of the same day or run counts, and returns a [Diary]: series of
// daily readings by source and metric, nights, activities in order of time, and
// what the runner entered ([Reported]). Every entry bears a [Stamp]; of two for one
// thing the later counts, and the earlier is kept ([Diary].Old). [Pack] and
// [Unpack] turn files into bytes and back, for the store.
//
// Rules (docs/MODEL.md, "Signals"): a night belongs to the date of waking;
// resting HR of a day is the last one stamped that local day; a whole file
// beats a damaged copy; what the runner read off the watch is in its series until
// the file is in, and what they corrected is in it for good; sources and metrics are
// never mixed in one series; what is missing is missing.
package diary

// Zone is the runner's own time zone, used where no file of the device says
// what its clock showed: seconds east of UTC at a UTC instant. nil is UTC.
type Zone func(unix int64) int

// Point is one day's reading in a series.
type Point struct {
	Date  Date
	Value float64
	At    int64 // when it was stamped, Unix seconds
	By    Origin
}

// Series is the daily readings of one kind from one source by one metric, in
// order of date, at most one a date, all of them valid.
type Series struct {
	Kind   Kind
	Source string
	Metric Metric
	Points []Point
	Tier   Tier // of whoever gave it
}

// NightOf is a sleep window with its local date of waking and its source.
type NightOf struct {
	Night  // Nap: by its source or by its hour and length
	Date   Date
	Source string
}

// Diary is everything known, resolved to local dates. It is never changed
// after Build.
type Diary struct {
	Series     []Series
	Nights     []NightOf
	Activities []Activity // in order of start; each session once
	Persons    []Person   // in order of time
	Daily      []DailyOf
	Reported   Reported
	Old        Reported          // what a later entry replaced or took back: of niggles Off marks which
	Tags       map[Date][]string // of Reported.Tags, by date: late_night, alcohol, ...
	Amended    []Amended         // in whose place the runner's word stands, by date
	Doubted    []Doubted         // what was typed as the watch's and is not what its file says, by date
	First      Date              // the first and last date with anything; First > Last when empty
	Last       Date

	measured *half
}

// DailyOf is a day's mean of a background value (see DailyStamp).
type DailyOf struct {
	Date  Date
	Name  string
	Value float64
}
