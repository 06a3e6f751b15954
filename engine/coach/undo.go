package coach

import (
	"rebound/engine"
	"rebound/engine/diary"
)

// undoDays is how many days after its own a change can be taken back: what was
// moved last week has been run since.
const undoDays = 1

// changes is the versions that taking changes back goes through, the one in
// force last. One that came back takes away those that were made after it, so that
// taking back twice goes two changes back, and a change made after that starts from
// there.
func changes(all []diary.PlanOf) []diary.PlanOf {
	var stack []diary.PlanOf
	for _, v := range all {
		if v.Change != diary.PlanBack {
			stack = append(stack, v)
			continue
		}
		for n := len(stack) - 1; n >= 0; n-- { // the one taken back, and all down to what came back
			stack = stack[:n]
			if n > 0 && stack[n-1].Text == v.Text {
				break
			}
		}
	}
	return stack
}

// Undoable is the change that can be taken back on a date, and the text of the
// version before it.
func Undoable(all []diary.PlanOf, today diary.Date) (last diary.PlanOf, before string, ok bool) {
	stack := changes(all)
	if len(stack) == 0 {
		return last, "", false
	}
	last = stack[len(stack)-1]
	if len(stack) > 1 {
		before = stack[len(stack)-2].Text
	}
	return last, before, today-last.Date <= undoDays
}

// LastRun is what a diary should keep of the runner's word, given at a stamp, that
// they last ran on its date: it, unless the diary knows it, that they did not run on a
// later day after all, where they had said so, and that they have not run since.
func LastRun(e *engine.Engine, said diary.Stamp, today diary.Date) (out diary.Reported) {
	for _, r := range e.Diary().Reported.Ran {
		if r.Date > said.Date {
			later := said
			later.Date = r.Date
			out.Ran = append(out.Ran, diary.Ran{Stamp: later, Off: true})
		}
	}
	last, known := e.History().LastRun(today)
	if !known || last != said.Date {
		out.Ran = append(out.Ran, diary.Ran{Stamp: said})
	}
	if since := said; said.Date < today {
		since.Date++
		out.NotRan = append(out.NotRan, diary.NotRan{Stamp: since, To: today})
	}
	return out
}
