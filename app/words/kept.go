package words

import (
	"encoding/json"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// Kept is the plan that a version in the diary holds, as it was put into words
// and as the engine follows it: nil for none. A text that cannot be read, which
// only a later version of the app writes, is followed as none.
func Kept(v diary.PlanOf) (*wire.Plan, *plan.Plan) {
	var w wire.Plan
	if v.Text == "" || json.Unmarshal([]byte(v.Text), &w) != nil {
		return nil, nil
	}
	p, err := ReadPlan(w)
	if err != nil {
		return nil, nil
	}
	return &w, &p
}
