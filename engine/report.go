package engine

import (
	"rebound/engine/diary"
	"rebound/engine/load"
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
	Signals    [diary.Kinds]signal.State
	Reasons    []verdict.Reason
	Week       []verdict.DayPlan // the assessed day and the six after it; empty when nothing is known of the runner's week
	Load       load.Day
	Easy       load.EasyCheck
	Layoff     verdict.Layoff
	Cut        verdict.Cut // the cut in force, or the last one; Fired is 0 for none
	MaxHR      load.MaxHR

	LastReading [diary.Kinds]diary.Point // the newest reading of each kind on or before Date; Date 0 for none
	LastRun     diary.Date               // 0 for none
}
