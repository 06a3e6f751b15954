package diary

import (
	"encoding/binary"
	"hash/crc64"
	"slices"
)

// SummaryVersion names what package load's Summarise computes. Raise it with
// every change of that: kept summaries of another version are made anew from the
// series, so a summary is a cache and never truth.
const SummaryVersion = 5

// Summary is what every later question needs of an activity's series and laps,
// whatever the runner's settings are: a diary of ten years is held as summaries,
// and its series stay in the store. Its numbers are whole counts and sums, so that
// they come out the same however often they are packed.
type Summary struct {
	Print uint64 // of heart rate and speed: tells two accounts of one session apart
	Steps int    // of the series, TrackStep seconds each
	Laps  int
	Turns int     // how often work laps gave way to rest
	Work  float64 // mean heart rate of the work laps, bpm; 0 when not known

	Lowest uint8    // the heart rate of Beats[0], bpm
	Beats  []uint32 // seconds at each heart rate from Lowest on
	Best30 uint16   // sum of the steps of the highest 30 s, bpm; 0 when not known

	// Of runs only, and of what may be one.
	Paired  int      // steps for which both heart rate and speed were recorded
	Minutes []Minute // of them, from the start
	Watts   []Watt   // of the same minutes; nil where power was not recorded
	Rise    int      // climbed by altitude, 0.5 m
	Risen   bool     // altitude is known
	Stride  [StrideColumns]Total
	Stretch int  // steps of the longest stretch without a walk
	Ran     int  // steps that were running, between whatever walks
	Paced   bool // speed is known
}

// Minute is one minute of a run, the last one may be shorter.
type Minute struct {
	Speed  uint32 // sum over the steps in which the runner moved, mm/s
	HR     uint16 // sum over those of them with heart rate, bpm
	Moving uint8  // how many moved
	Beats  uint8  // how many of these have heart rate
}

// Watt is the power of one minute: the sum over the steps in which the runner moved
// and power was recorded, W, and how many they are.
type Watt struct {
	Sum uint16
	N   uint8
}

// Total is a sum over the steps in which a runner moved, in the unit of the
// series, and how many they are.
type Total struct{ Sum, N uint32 }

// The columns of a series whose means are kept, as they stand in Summary.Stride.
const (
	StrideSpeed = iota
	StrideCadence
	StrideLength
	StrideStance
	StrideBalance
	StrideRatio
	StrideColumns
)

// Print tells two series apart by their heart rate and speed.
func (t *Track) Print() uint64 {
	sum := crc64.Update(0, ecma, t.HR)
	var some [512]byte
	for speed := range slices.Chunk(t.Speed, len(some)/2) {
		for i, v := range speed {
			binary.LittleEndian.PutUint16(some[2*i:], v)
		}
		sum = crc64.Update(sum, ecma, some[:2*len(speed)])
	}
	return sum
}

// steps is the length of an activity's series.
func (a *Activity) steps() int {
	if a.Summary != nil {
		return a.Summary.Steps
	}
	return a.Track.Len()
}

func (a *Activity) hasHR() bool {
	if a.Summary != nil {
		return len(a.Summary.Beats) > 0
	}
	for _, v := range a.Track.HR {
		if v > 0 {
			return true
		}
	}
	return false
}

func (a *Activity) laps() int {
	if a.Summary != nil {
		return a.Summary.Laps
	}
	return len(a.Laps)
}

func (a *Activity) print() uint64 {
	if a.Summary != nil {
		return a.Summary.Print
	}
	return a.Track.Print()
}
