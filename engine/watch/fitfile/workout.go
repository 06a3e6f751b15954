package fitfile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/tormoder/fit"

	"rebound/engine/plan"
)

// EncodeWorkout writes a workout as the FIT file that a watch takes: a workout
// message and its steps, by time, with a speed or heart-rate range where one is
// known. It is dated by the session's day. Two writings say the same, but not in
// the same bytes: the library writes a message's fields in no fixed order. A workout
// without a step is an error.
func EncodeWorkout(w plan.Workout) ([]byte, error) {
	if len(w.Steps) == 0 {
		return nil, fmt.Errorf("a workout needs a step")
	}
	file, err := fit.NewFile(fit.FileTypeWorkout, fit.NewHeader(fit.V10, true))
	if err != nil {
		return nil, fmt.Errorf("FIT encoder: %w", err)
	}
	file.FileId.Manufacturer = fit.ManufacturerDevelopment
	file.FileId.Product = 0
	file.FileId.SerialNumber = uint32(w.Date)
	file.FileId.TimeCreated = w.Date.Time()
	body, err := file.Workout()
	if err != nil {
		return nil, fmt.Errorf("FIT encoder: %w", err)
	}
	body.Workout = fit.NewWorkoutMsg()
	body.Workout.Sport = fit.SportRunning
	body.Workout.NumValidSteps = uint16(len(w.Steps))
	body.Workout.WktName = strings.ReplaceAll(string(w.Kind), "_", "-") + w.Date.Time().Format(" 01-02") // the library writes 15 letters
	for i, s := range w.Steps {
		body.WorkoutSteps = append(body.WorkoutSteps, workoutStep(i, s))
	}
	var b bytes.Buffer
	if err := fit.Encode(&b, file, binary.LittleEndian); err != nil {
		return nil, fmt.Errorf("FIT encoder: %w", err)
	}
	return b.Bytes(), nil
}

var intensities = map[plan.Effort]fit.Intensity{
	plan.WarmUp: fit.IntensityWarmup, plan.Work: fit.IntensityActive, plan.Jog: fit.IntensityActive,
	plan.Recovery: fit.IntensityRest, plan.Walk: fit.IntensityRest, plan.CoolDown: fit.IntensityCooldown,
}

func workoutStep(i int, s plan.Step) *fit.WorkoutStepMsg {
	m := fit.NewWorkoutStepMsg()
	m.MessageIndex = fit.MessageIndex(i)
	if s.Repeat > 0 {
		m.DurationType = fit.WktStepDurationRepeatUntilStepsCmplt
		m.DurationValue, m.TargetValue = uint32(s.From), uint32(s.Repeat)
		return m
	}
	m.DurationType, m.DurationValue = fit.WktStepDurationTime, uint32(s.Seconds)*1000
	m.Intensity = intensities[s.Effort]
	m.TargetType, m.TargetValue = fit.WktStepTargetOpen, 0
	switch {
	case s.Speed[1] > 0:
		m.TargetType = fit.WktStepTargetSpeed
		m.CustomTargetValueLow, m.CustomTargetValueHigh = uint32(math.Round(s.Speed[0]*1000)), uint32(math.Round(s.Speed[1]*1000))
	case s.HR[1] > 0:
		const offset = 100 // below it the value is a share of max HR
		m.TargetType = fit.WktStepTargetHeartRate
		m.CustomTargetValueLow, m.CustomTargetValueHigh = uint32(s.HR[0])+offset, uint32(s.HR[1])+offset
	}
	return m
}
