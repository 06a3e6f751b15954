package page

import (
	"rebound/app/wire"
	"rebound/engine/diary"
)

// view is all that the screens draw from: the worker's last answers, and what
// the runner has open. nil is not answered yet.
type view struct {
	route route
	today diary.Date // the browser's local date

	state    *wire.State
	now      *wire.Assessment // of today
	past     *wire.Assessment // of route.date
	trends   *trendsView
	days     int // of Trends; 0: all
	files    *wire.FileList
	lines    int            // of files.Lines drawn so far
	progress *wire.Progress // of the import that runs or ran last here
	settings *wire.Settings
	groups   int // of thresholds drawn so far
	typed    typedView
	restore  *wire.Preview
	planView
	bodyView

	install   string // "", "prompt" or "ios"
	installed bool   // runs from the home screen
	declined  bool   // the runner does not want to be offered it
	offline   bool
	update    bool // a new version waits

	fault string // one line: what went wrong and what to do
	said  string // one line: what was done, for role=status
}

// empty says whether nothing was ever imported or typed.
func (v *view) empty() bool { return v.state != nil && v.state.Empty }

// sample says whether the sample runner is shown.
func (v *view) sample() bool { return v.state != nil && v.state.Sample }

// importing says whether an import runs.
func (v *view) importing() bool { return v.progress != nil && !v.progress.Finished }

// miles says whether distances are in miles.
func (v *view) miles() bool { return v.state != nil && v.state.Units == "mi" }

// shown is the assessment that the screen stands for, nil before there is one.
func (v *view) shown() *wire.Assessment {
	switch {
	case v.state == nil || v.state.Empty:
		return nil
	case v.route.date != 0:
		return v.past
	}
	return v.now
}

// stands says whether the screen has what it waits for.
func (v *view) stands() bool {
	switch {
	case v.state == nil:
		return false
	case v.route.screen == screenPlan:
		return v.plan != nil
	case v.route.screen == screenBody:
		return v.body != nil
	case v.route.screen == screenToday:
		return v.state.Empty || v.shown() != nil
	}
	return true
}

// date is the day that the screen stands for.
func (v *view) date() diary.Date {
	if v.route.date != 0 {
		return v.route.date
	}
	return v.today
}

// level is how a verdict is drawn. A go that rests on no signal at all is not
// drawn as one.
func level(a *wire.Assessment) string {
	if a.Action == "progress" && blind(a) {
		return "unknown"
	}
	return a.Level
}

// blind says whether not one signal is known.
func blind(a *wire.Assessment) bool {
	for _, s := range a.Signals {
		if s.State != "unknown" {
			return false
		}
	}
	return true
}
