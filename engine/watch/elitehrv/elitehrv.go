// Package elitehrv reads the CSV that Elite HRV exports: a row a reading.
//
// Seen in a real file: a byte order mark, Member, Date, Datetime (of the phone's clock,
// without a zone), Type, HRV, lnRmssd, Rmssd and more. HRV is a score from 0 to 100 and
// is never a reading; Rmssd is, of Type "readiness" alone: others are taken at any hour
// and for any purpose. HR is the pulse during the reading, not a resting HR. A table of
// several members has a diary.File each, known by a number that says nothing of the
// name. Of several readings of a date the first counts.
//
// The app's text files of beats hold no date, and are not read.
package elitehrv

import (
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

const via = "elite_hrv"

// Formats is the app's one table.
var Formats = []source.Format{{Via: via, Name: "readings", Is: is, Read: read}}

func is(h source.Head) bool { return table.HeaderOf(h).Has("type", "rmssd", "lnrmssd") }

// of is whose reading of which date.
type of struct {
	member uint64
	day    diary.Date
}

func read(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, table.Named("date"))
	if err != nil {
		return nil, err
	}
	date, both := t.Index("date"), t.Index("datetime", "date_time")
	first := map[of]diary.HRVStamp{}
	for t.Next() {
		v, ok := t.Positive(t.Index("rmssd"))
		if !ok || !strings.EqualFold(t.Cell(t.Index("type")), "readiness") {
			continue
		}
		m, ok := t.Time(both)
		if !ok || !m.HasYear {
			if m, ok = t.Time(date); !ok || !m.HasYear {
				continue
			}
		}
		if !m.HasTime {
			m.Seconds = 12 * 3600
		}
		at := diary.HRVStamp{At: int64(m.Date)*86400 + int64(m.Seconds), Value: float32(v), Metric: diary.MetricMorningRMSSD, Day: m.Date}
		who := of{source.Owner(via, t.Cell(t.Index("member"))), m.Date}
		if was, again := first[who]; !again || at.At < was.At {
			first[who] = at
		}
	}
	var out []diary.File
	for who, at := range first {
		i := slices.IndexFunc(out, func(f diary.File) bool { return f.Owner == who.member })
		if i < 0 {
			i = len(out)
			out = append(out, diary.File{Owner: who.member, Clocks: []diary.Clock{{}}})
		}
		out[i].HRV = append(out[i].HRV, at)
	}
	for i := range out {
		diary.SortBy(out[i].HRV, func(a, b diary.HRVStamp) int { return int(a.Day - b.Day) })
	}
	diary.SortBy(out, func(a, b diary.File) int {
		if d := int(a.HRV[0].Day - b.HRV[0].Day); d != 0 {
			return d
		}
		return slices.Compare([]uint64{a.Owner}, []uint64{b.Owner})
	})
	return out, nil
}
