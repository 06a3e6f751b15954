package today

import (
	"fmt"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// better is where a signal stands that is past its normal range on the good side.
const better = "better"

// brief is where a signal stands, in a word or two.
func brief(s wire.Signal) string {
	switch s.State {
	case "in_range":
		switch {
		case s.Past == better && s.Owed:
			return "more, but still short"
		case s.Past != "":
			return s.Note
		case s.Owed:
			return "usual, but short"
		}
		return "usual"
	case "unusual":
		return "unusually high"
	case "adverse":
		word := "low"
		switch s.Kind {
		case "resting_hr":
			word = "high"
		case "sleep":
			word = "short"
		}
		if s.DaysOut <= 1 {
			return word + " today"
		}
		return fmt.Sprintf("%s, %d days", word, s.DaysOut)
	}
	if s.Needed > 0 {
		return s.Learned
	}
	return s.Note
}

// seen is how old the newest reading is on the day that is shown.
func seen(a *wire.Assessment) string {
	switch a.Date - a.Newest {
	case a.Date:
		return ""
	case 0:
		return "last night"
	case 1:
		return "latest: yesterday"
	}
	return "latest: " + recently(a.Newest, a.Date)
}

// recently names a day of the last week by its weekday alone.
func recently(d, from diary.Date) string {
	if from-d < 7 {
		return d.Weekday().String()
	}
	return unit.PastDay(d, from)
}
