package inbox

import (
	"testing"

	"rebound/app/wire"
)

func TestLeft(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "", 3: "a few seconds left", 12: "about 20 seconds left", 59: "about a minute left", 130: "about 3 minutes left",
	} {
		if got := left(seconds); got != want {
			t.Errorf("%g s: %q, want %q", seconds, got, want)
		}
	}
}

func TestOutcome(t *testing.T) {
	for _, c := range []struct {
		p    wire.Progress
		want string
	}{
		{wire.Progress{Added: 3}, ""},
		{wire.Progress{Finished: true}, "Done: nothing was read."},
		{wire.Progress{Finished: true, Added: 1, Rejected: 3, Asked: 2}, "Done: 1 added, 1 unreadable, 2 to ask you about."},
		{wire.Progress{Finished: true, Rejected: 1, Asked: 1}, "Done: 0 added, 1 to ask you about."},
		{wire.Progress{Finished: true, Other: 3}, "There is nothing in it that Rebound can use: no nights, no readings and no runs."},
		{wire.Progress{Finished: true, Added: 3, Partial: 1, Dup: 2, Rejected: 4}, "Done: 3 added, 1 in part, 2 already here, 4 unreadable."},
		{wire.Progress{Finished: true, Failed: true, Added: 513, Done: 513, Total: 2593}, "Stopped before the end: 513 added, 2,080 not read."},
		{wire.Progress{Finished: true, Failed: true, Other: 1}, "Stopped before the end: nothing was read."},
		{wire.Progress{Finished: true, Canceled: true, Added: 3}, "Cancelled. So far: 3 added."},
	} {
		if got := Outcome(c.p); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}
