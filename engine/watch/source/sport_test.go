package source

import (
	"strings"
	"testing"
)

func TestSport(t *testing.T) {
	for name, want := range map[string]string{
		"running": "running", "street_running": "running", "Run": "running", "RUNNING": "running", "TrailRun": "running trail", "trail_running": "running trail",
		"treadmill_running": "running treadmill", "Treadmill": "running treadmill", "Laufband": "running treadmill", "track_running": "running track",
		"indoor_running": "running indoor_running", "virtual_run": "running virtual_activity", "Laufen": "running", "Course à pied": "running", "Corrida": "running", "跑步": "running", "Бег": "running", "Golf course": "golf", "Běh": "running", "Koşu": "running", "越野跑": "running",
		"walking": "walking", "Walk": "walking", "Treadmill walk": "walking", "Outdoor Walk": "walking", "hiking": "hiking", "Trail hike": "hiking", "Spaziergang": "walking",
		"cycling": "cycling", "mountain_biking": "cycling", "Ride": "cycling", "Skilanglauf": "cross_country_skiing", "resort_skiing": "alpine_skiing", "lap_swimming": "swimming",
		"wheelchair_push_run": "generic", "strength_training": "training", "Weight Training": "training", "Prune": "generic", "Runen": "generic", "": "generic", "other": "generic", "1": "generic",
		strings.Repeat("x y", 1000) + " run": "generic",
	} {
		sport, sub := Sport(name)
		if got := strings.TrimSpace(string(sport) + " " + sub); got != want {
			t.Errorf("%.40q is %s, not %s", name, got, want)
		}
	}
}
