package brand

import (
	"testing"

	"rebound/engine/gives"
)

func TestName(t *testing.T) {
	for source, want := range map[string]string{
		"": "FIT files", "garmin": "Garmin", "garmin 4315": "Garmin 4315", "garmin 4315 (2)": "Garmin 4315 (2)", "apple": "Apple Health",
		"apple Watch6,2": "Apple Watch 6,2", "apple iPhone14,5": "Apple iPhone14,5", "whoop": "WHOOP", "someone 7": "Someone 7", "coros": "COROS",
		"garmin connect™ health kit": "Garmin Connect™ Health Kit", "stages_cycling 3": "Stages Cycling 3", "health_connect Sleep as Android": "Health Connect Sleep as Android",
		"health_connect com.example.watch": "Health Connect app com.example.watch", "health_connect com.fitbit.FitbitMobile": "Fitbit in Health Connect", "health_connect": "Health Connect",
	} {
		if got := Name(source); got != want {
			t.Errorf("%q is %q, want %q", source, got, want)
		}
	}
}

// Whatever is read has a name.
func TestEverySourceHasAName(t *testing.T) {
	for _, r := range gives.Sheet {
		if r.Via != "" && names[r.Via] == "" {
			t.Errorf("%q has no name", r.Via)
		}
	}
}
