package words

import (
	"fmt"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// outFor says how long a signal has been out: "Resting heart rate has been above your
// normal range for 8 days".
func outFor(x verdict.Reason) string {
	return fmt.Sprintf("%s has been %s your normal range for %s", kindNames[x.Kind], side(x.Kind), Count(x.Days, "day"))
}

// staysOut is the reason of a signal that stays out; ok is false for any other.
func staysOut(r engine.Report, x verdict.Reason, rules rule.Settings) (text, number, limit string, ok bool) {
	switch x.Code {
	case verdict.SignalStays:
		text = outFor(x) + ". " + askWhy(r, x.Kind)
		if x.Value < rules.LoneHolds {
			text += fmt.Sprintf(" After %s, hard sessions wait.", span(rules.LoneHolds))
		}
	case verdict.SignalHolds:
		text = fmt.Sprintf("%s. One signal out for this long is enough to put off the next hard session, whatever you have run. %s", outFor(x), askWhy(r, x.Kind))
	case verdict.SignalRefers:
		text = fmt.Sprintf("%s. That is long enough to see a doctor: an app cannot tell you why. Hard sessions wait until it is back in range.", outFor(x))
	default:
		return "", "", "", false
	}
	return text, Count(int(x.Value), "day"), Count(int(x.Limit), "day"), true
}

// askWhy asks after what may be behind a signal that stays out; who is ill has said so.
func askWhy(r engine.Report, k diary.Kind) string {
	if r.Body.Illness.Lasts() {
		return "Your illness may be why."
	}
	if k == diary.Sleep {
		return "Could it be stress, alcohol, heat, or an illness coming on? Log it in your check-in."
	}
	return "Could it be illness, heat, alcohol or stress? Log it in your check-in."
}

// asksWhy is the signal that has been out for longest without holding anything yet,
// and is asked after.
func asksWhy(r engine.Report) (x verdict.Reason, ok bool) {
	for _, v := range r.Reasons {
		if v.Code == verdict.SignalStays && (!ok || v.Days > x.Days) {
			x, ok = v, true
		}
	}
	return x, ok
}
