package gpx

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

// pieces is how many seconds may lie between two tracks of one session (ours).
const pieces = 600

// join decides, at a track's first moment, whether it goes on with the session of the
// tracks before it; else that one is finished.
func (r *reader) join() {
	if r.maker.Len() == 0 {
		r.session.start = r.first
		return
	}
	gap := r.first.At - r.maker.Last().At
	if gap >= 0 && gap < pieces && r.first.Local == r.session.start.Local && (r.kind == "" || r.kind == r.session.kind) {
		return
	}
	r.finish()
	r.from, r.point.Paused = 0, false
	r.session.start = r.first
}

// ended closes a track: what it said of itself is the session's.
func (r *reader) ended() {
	if r.inTrack && r.maker.Len() > r.from {
		if r.session.kind == "" {
			r.session.kind = r.kind
		}
		if r.session.name == "" {
			r.session.name = r.name
		}
	}
	r.inTrack, r.inPoint = false, false
}

// finish makes the session's activity.
func (r *reader) finish() {
	var a diary.Activity
	a.Sport, a.Sub = sportOf(r.session.kind)
	if r.maker.Make(&a) {
		if a.Sport == "" {
			a.Sport, a.Sub = r.guess(&a)
		}
		if a.Sport == "" || a.Sport == generic || r.session.kind == "" {
			a.Key = r.key
		}
		r.out.Add(a, r.session.start)
	}
	r.session.name, r.session.kind = "", ""
}

const generic = diary.Sport("generic")

// sportOf is the sport of a type; "" for none.
func sportOf(kind string) (diary.Sport, string) {
	switch kind {
	case "":
		return "", ""
	case "9":
		return diary.Running, ""
	}
	return source.Sport(kind)
}

// guess is the sport of a session without a type: the one that its name or its speeds
// are of, and none where those are two. Apple's routes are of the workout that names
// them.
func (r *reader) guess(a *diary.Activity) (diary.Sport, string) {
	moves := trace.Guess(a)
	sport, sub := source.Sport(strings.ToLower(r.session.name))
	switch {
	case sport == generic || r.apple:
		return moves, ""
	case moves != "" && moves != sport:
		return "", ""
	}
	return sport, sub
}
