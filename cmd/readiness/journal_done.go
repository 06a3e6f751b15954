package main

import (
	"fmt"
	"strings"

	"rebound/app/words"
	"rebound/engine/body"
	"rebound/engine/diary"
)

// tick marks an item of a date's programme as done; done: false takes it back.
type tick struct {
	Date diary.Date `json:"date"`
	Code string     `json:"code"`
	Done *bool      `json:"done"`
}

func (v tick) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(v.Date, today); err != nil {
		return err
	}
	if v.Code == "" {
		return fmt.Errorf("it has no code: write the exercise's, as the programme names it")
	}
	if !words.Exercise(v.Code) {
		return fmt.Errorf("%q is not an exercise: write a code that the programme names", v.Code)
	}
	f.Ticks = append(f.Ticks, diary.Tick{Stamp: diary.Stamp{At: typedAt(v.Date, place), Date: v.Date}, Code: v.Code, Off: v.Done != nil && !*v.Done})
	return nil
}

// screen is one result of the movement screen, in the test's unit.
type screen struct {
	Date  diary.Date `json:"date"`
	Test  string     `json:"test"`
	Side  diary.Side `json:"side"`
	Value *float64   `json:"value"`
}

func (v screen) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(v.Date, today); err != nil {
		return err
	}
	x := body.FindTest(v.Test)
	switch {
	case x == nil:
		var codes []string
		for _, x := range body.Tests {
			codes = append(codes, x.Code)
		}
		return fmt.Errorf("%q is not a test: there are %s", v.Test, strings.Join(codes, ", "))
	case v.Value == nil:
		return fmt.Errorf("it has no value: write %g to %g %s", x.Min, x.Max, x.Unit)
	case !x.Valid(v.Side, *v.Value) && x.Valid(v.Side, x.Min):
		return fmt.Errorf("%s of %g cannot be: write %g to %g %s", v.Test, *v.Value, x.Min, x.Max, x.Unit)
	case !x.Valid(v.Side, *v.Value) && x.Sides:
		return fmt.Errorf("%q is not a side: write left or right", v.Side)
	case !x.Valid(v.Side, *v.Value):
		return fmt.Errorf("%s has no sides: leave the side out", v.Test)
	}
	f.Screens = append(f.Screens, diary.Screen{Stamp: diary.Stamp{At: typedAt(v.Date, place), Date: v.Date}, Test: v.Test, Side: v.Side, Value: float32(*v.Value)})
	return nil
}

// reaction is one reaction test: its trials in order, ms; 0 is a false start.
type reaction struct {
	Date   diary.Date `json:"date"`
	Trials []float32  `json:"trials"`
}

func (v reaction) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(v.Date, today); err != nil {
		return err
	}
	const most = 60000
	for _, ms := range v.Trials {
		if ms < 0 || ms > most {
			return fmt.Errorf("a trial of %g ms cannot be: write 0 to %d", ms, most)
		}
	}
	f.Reactions = append(f.Reactions, diary.Reaction{Stamp: diary.Stamp{At: typedAt(v.Date, place), Date: v.Date}, Trials: v.Trials})
	return nil
}

// period is the first day of one, for the optional cycle log.
type period struct {
	Date diary.Date `json:"date"`
}

func (v period) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(v.Date, today); err != nil {
		return err
	}
	f.Periods = append(f.Periods, diary.Period{Stamp: diary.Stamp{At: typedAt(v.Date, place), Date: v.Date}})
	return nil
}

// ran is a run of which there is no file: the last one before a pause.
type ran struct {
	Date diary.Date `json:"date"`
}

func (v ran) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(v.Date, today); err != nil {
		return err
	}
	f.Ran = append(f.Ran, diary.Ran{Stamp: diary.Stamp{At: typedAt(v.Date, place), Date: v.Date}})
	return nil
}
