package reader

import (
	"rebound/app/intake"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/watch"
)

// read turns tickets into rows.
func (r *Reader) read(tickets []string) {
	var b intake.Batch
	var files []diary.File
	for i, t := range tickets {
		r.host.At(i)
		r.reading.all = 0
		list, known, p := r.one(t)
		switch {
		case p != nil:
			b.Refused = append(b.Refused, intake.Refused{Ticket: i, Problem: problem(p), Table: r.table(t, p)})
		case known:
			b.Known = append(b.Known, i)
		default:
			for range list {
				b.Read = append(b.Read, i)
			}
			files = append(files, list...)
		}
	}
	if len(files) == 0 {
		r.answer(b)
		return
	}
	r.answer(b, rows(files)...)
}

// rows are what the backend keeps of files, whose series are gone afterwards.
func rows(files []diary.File) [][]byte {
	row := diary.Pack(files)
	load.SummariseAll(files) // in the place of the series
	return [][]byte{intake.Row: row, intake.Light: diary.PackLight(files)}
}

// one reads one file, which is several of the diary's where more than one device
// measured what is in it. known: its bytes are in the diary, or were read before.
func (r *Reader) one(ticket string) (list []diary.File, known bool, p *watch.Problem) {
	place, path, ok := r.place(ticket)
	if !ok {
		panic("a ticket that is none")
	}
	list, known, p = r.files.Read(place, path, func(hash [16]byte) bool { return r.known[hash] })
	if len(list) > 0 {
		r.known[list[0].Hash] = true
	}
	return list, known, p
}
