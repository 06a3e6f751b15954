package fitfile

import (
	"slices"
	"strings"

	"github.com/muktihari/fit/profile/typedef"

	"rebound/engine/diary"
	"rebound/engine/watch/trace"
)

// saidSport is a sport named outside the sessions, and how many records came before.
type saidSport struct {
	after int
	sport diary.Sport
	sub   string
}

// said keeps a sport for a recording that ends before its session message.
func (r *reader) said(sport diary.Sport, sub string) {
	if sport != "" && len(r.sports) < 64 { // of more, what is new is noise
		r.sports = append(r.sports, saidSport{len(r.rows), sport, sub})
	}
}

// sportNames reads a sport and its sub-sport by FIT's names; "" is generic, or
// newer than the profile. A treadmill that records by itself is a run like any
// other on one.
func sportNames(m message, sport, sub byte) (diary.Sport, string) {
	name := func(num byte, of func(int64) string) string {
		v, ok := m.number(num)
		if s := of(v); ok && v > 0 && v < 255 && !strings.Contains(s, "Invalid") {
			return s
		}
		return ""
	}
	s := diary.Sport(name(sport, func(v int64) string { return typedef.Sport(v).String() }))
	kind := name(sub, func(v int64) string { return typedef.SubSport(v).String() })
	if s == fitnessEquipment && kind == typedef.SubSportTreadmill.String() {
		s = diary.Running
	}
	return s, kind
}

const fitnessEquipment = "fitness_equipment"

// unfinished is the session of the last records, which no session message claims:
// of the sport that the file named last before them, else first, else of what its
// device is for, else of what they look like.
func (r *reader) unfinished(rows []row, broken bool) session {
	s := session{start: rows[0].at}
	for i, v := range r.sports {
		if i == 0 || v.after <= len(r.rows)-len(rows) {
			s.Sport, s.Sub = v.sport, v.sub
		}
	}
	if s.Sport == "" && broken {
		s.Sport = cycling
		if !bikeComputer(r.id.Device) {
			s.Sport = looksLike(rows)
		}
		r.probably = map[diary.Sport]string{diary.Running: "a run", cycling: "a ride"}[s.Sport]
	}
	return s
}

// bikeComputer reports whether a device is of a class made for bicycles alone.
func bikeComputer(d diary.Device) bool {
	if d.Maker == typedef.ManufacturerGarmin.String() {
		return slices.Contains(edges, typedef.GarminProduct(d.Product))
	}
	return slices.Contains(bikeMakers, d.Maker)
}

// bikeMakers make computers for bicycles, and nothing that records a run.
var bikeMakers = []string{"bryton", "hammerhead", "igpsport", "lezyne", "magene", "sigmasport", "srm", "stages_cycling", "tacx"}

// edges are Garmin's bicycle computers (the regional ones, a few sold, left out).
var edges = []typedef.GarminProduct{
	typedef.GarminProductEdge20, typedef.GarminProductEdge25, typedef.GarminProductEdge130, typedef.GarminProductEdge130Plus,
	typedef.GarminProductEdge200, typedef.GarminProductEdge500, typedef.GarminProductEdge510, typedef.GarminProductEdge520,
	typedef.GarminProductEdge520Plus, typedef.GarminProductEdge530, typedef.GarminProductEdge540, typedef.GarminProductEdge550,
	typedef.GarminProductEdge800, typedef.GarminProductEdge810, typedef.GarminProductEdge820, typedef.GarminProductEdge830,
	typedef.GarminProductEdge840, typedef.GarminProductEdge850, typedef.GarminProductEdge1000, typedef.GarminProductEdge1030,
	typedef.GarminProductEdge1030Plus, typedef.GarminProductEdge1040, typedef.GarminProductEdge1050, typedef.GarminProductEdgeMtb,
	typedef.GarminProductEdgeExplore, typedef.GarminProductEdgeExplore2, typedef.GarminProductEdgeExplore820,
	typedef.GarminProductEdgeExplore1000, typedef.GarminProductEdgeTouring,
}

const cycling = diary.Sport("cycling")

// fewest is how many moving records it takes to tell a sport by their speeds.
const fewest = 60

// looksLike tells a run or a ride by what only one of them has, or by the speeds; ""
// when neither does.
func looksLike(rows []row) diary.Sport {
	var speeds []uint32
	steps := 0
	for i := range rows {
		v := &rows[i].v
		if v[colStanceTime] != missing && v[colStanceTime] > 0 || v[colStepLength] != missing && v[colStepLength] > 0 {
			steps++
		}
		if s := v[colSpeed]; s != missing && s > trace.Still {
			speeds = append(speeds, s)
		}
	}
	if len(speeds) >= fewest && steps > len(rows)/2 {
		return diary.Running
	}
	return trace.LooksLike(speeds, fewest)
}
