package engine

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// Report is the assessment of one date: what to do, and every number it rests
// on. It holds no sentence; package app/words turns it into what a runner reads.
type Report struct {
	Date       diary.Date
	Action     verdict.Action
	Level      verdict.Level
	Confidence verdict.Confidence
	Declinable verdict.Action // the action, where the runner may decline it; "" otherwise
	Declined   verdict.Action // what would be in force, had the runner not declined it; "" for nothing
	Signals    signal.Day
	Reasons    []verdict.Reason
	Week       []verdict.DayPlan // Date and the six days after it; empty when nothing is known of the runner's week
	Plan       *plan.Plan        // the whole plan as it now stands; nil on a day without one
	Load       load.Day
	Measured   float64      // share of six weeks' training minutes with heart rate, behind Load
	Aerobic    load.Aerobic // in the pause that Layoff or Back is of
	Easy       load.EasyCheck
	Layoff     verdict.Layoff
	Race       plan.Race     // planned for the date; zero for none
	Raced      verdict.Raced // the race whose easy days these are; zero for none
	Back       verdict.Pause // the pause whose first weeks back these are; zero for none
	Cuts       verdict.Cuts
	Pace       verdict.Pace // how fast to run on the way back; zero where nothing holds it
	MaxHR      load.MaxHR
	Learning   [diary.Kinds]signal.Learning // of signals that are not known yet; zero where nothing is in sight
	Newest     [diary.Kinds]diary.Point     // the newest reading of each kind up to Date; zero for none
	First      [diary.Kinds]diary.Date      // the date of the first reading of each kind, whenever; 0 for none
	LastRun    diary.Date
	RunSeen    bool
	Seen       diary.Date // the newest date up to Date that holds a record of the runner

	Body      body.State // what was reported, and what follows from it
	Under     body.UnderRecovered
	Done      *Done // what was run on Date; nil where no run of it is known
	Programme []body.Item
}
