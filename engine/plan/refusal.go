package plan

import (
	"fmt"

	"rebound/engine/diary"
)

// RefusalCode names why something cannot be planned.
type RefusalCode string

// What is wrong with a wish. The fields of [Refusal] that are set are named.
const (
	NoDistance    RefusalCode = "race_without_distance"
	NoDate        RefusalCode = "race_without_date"
	NoDays        RefusalCode = "no_days"
	NotWeekday    RefusalCode = "not_a_weekday"      // Name
	DaysAWeek     RefusalCode = "days_a_week"        // Value
	WeeklyKm      RefusalCode = "weekly_km"          // Value, High
	LongElsewhere RefusalCode = "long_run_elsewhere" // Name: the long run's day, not one of those to run
	LastRunAhead  RefusalCode = "last_run_ahead"
	StartFar      RefusalCode = "start_far" // Date

	RaceKm       RefusalCode = "race_km"              // Value, Low, High
	RacePast     RefusalCode = "race_past"            // Date; Other: the plan's first day
	RaceFar      RefusalCode = "race_far"             // Date
	TunePast     RefusalCode = "race_on_the_way_past" // Date; Other: the plan's first day
	TuneLate     RefusalCode = "race_on_the_way_late" // Date; Other: the plan's last day
	RacesNear    RefusalCode = "races_near"           // Date, Other; Low: days to leave between them
	RecoverOther RefusalCode = "recover_with_race"
	RecoverKm    RefusalCode = "recover_km"    // Value, Low, High
	RecoverAhead RefusalCode = "recover_ahead" // Date
	RecoverOver  RefusalCode = "recover_over"  // Date; Other: the last easy day

	OffEnds   RefusalCode = "off_ends"     // Date, Other: the last day before the first
	OffLong   RefusalCode = "off_long"     // Date, Value: days, High
	OffMany   RefusalCode = "off_many"     // High: spans
	OffWhy    RefusalCode = "off_why"      // Name
	DayTime   RefusalCode = "day_minutes"  // Name: the weekday; Value, Low, High
	LongName  RefusalCode = "race_name"    // High: characters
	RaceTime  RefusalCode = "race_minutes" // Value, Low, High
	TimeAlone RefusalCode = "race_minutes_without_race"
)

// What is wrong with a move.
const (
	SameDay      RefusalCode = "same_day"    // Date
	DayPast      RefusalCode = "day_past"    // Date; Other: the first day that can be chosen
	OutOfPlan    RefusalCode = "out_of_plan" // Date, Other: the plan's first and last day
	RaceMoves    RefusalCode = "race_moves"
	NothingThere RefusalCode = "nothing_there" // Date
	DayOff       RefusalCode = "day_off"       // Date: the runner cannot run then
	DayEasy      RefusalCode = "day_easy"      // Date: the runner can only run easily then
)

// What is wrong with a plan that came from outside.
const (
	Undated        RefusalCode = "session_without_date"
	LongAgo        RefusalCode = "long_ago"        // Date
	Endless        RefusalCode = "endless"         // Date, Other: its first and last day
	TwoSessions    RefusalCode = "two_sessions"    // Date
	UnknownKind    RefusalCode = "unknown_kind"    // Name, Date
	Impossible     RefusalCode = "impossible"      // Date, Value: minutes, Low: km
	NotMonday      RefusalCode = "week_not_monday" // Date
	RaceIncomplete RefusalCode = "race_incomplete"
)

// Refusal is why something cannot be planned: a code with its dates and numbers,
// without a sentence. It is the error of everything here that can be asked for.
type Refusal struct {
	Code        RefusalCode
	Date, Other diary.Date
	Value       float64 // what was asked for
	Low, High   float64 // what could be
	Name        string  // as it was written: text, never markup
}

// Error is for a log; the runner reads a sentence of package words.
func (r *Refusal) Error() string { return fmt.Sprintf("plan refused: %+v", *r) }
