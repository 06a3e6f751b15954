package main

import (
	"strconv"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/plan"
)

// offFlag is days that cannot be run, each as DATE or FROM..TO, with :WHY and +easy
// after it; the flag may be given again.
type offFlag []plan.Off

func (f *offFlag) String() string { return "" }

func (f *offFlag) Set(s string) error {
	for _, one := range strings.Split(s, ",") {
		var o plan.Off
		one, o.Easy = strings.CutSuffix(one, "+easy")
		one, o.Why, _ = strings.Cut(one, ":")
		from, to, span := strings.Cut(one, "..")
		if !span {
			to = from
		}
		var err error
		if o.From, err = diary.ParseDate(from); err != nil {
			return err
		}
		if o.To, err = diary.ParseDate(to); err != nil {
			return err
		}
		*f = append(*f, o)
	}
	return nil
}

// minutesFlag is the minutes that there are, by weekday.
type minutesFlag map[string]float64

func (f *minutesFlag) String() string { return "" }

func (f *minutesFlag) Set(s string) error {
	if *f == nil {
		*f = minutesFlag{}
	}
	for _, one := range strings.Split(s, ",") {
		name, text, _ := strings.Cut(one, "=")
		days, err := weekdays(name)
		minutes, bad := strconv.ParseFloat(text, 64)
		if err != nil || len(days) != 1 || bad != nil {
			return badUsage("write the minutes of a weekday as mon=40,tue=60")
		}
		(*f)[days[0]] = minutes
	}
	return nil
}

// clockFlag is minutes, as H:MM:SS or MM:SS.
type clockFlag float64

func (f *clockFlag) String() string { return "" }

func (f *clockFlag) Set(s string) error {
	parts, seconds := strings.Split(s, ":"), 0
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || i > 0 && n > 59 || len(parts) < 2 || len(parts) > 3 {
			return badUsage("write a time as 3:45:00 or 44:30")
		}
		seconds = 60*seconds + n
	}
	if seconds == 0 {
		return badUsage("write a time as 3:45:00 or 44:30")
	}
	*f = clockFlag(float64(seconds) / 60)
	return nil
}
