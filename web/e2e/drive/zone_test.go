package drive

import (
	"testing"
	"time"
)

// Whatever the zone and the hour that tests begin at, their day has hours to go, and is the
// one that it was.
func TestBeforeMidnight(t *testing.T) {
	for east := -12; east <= 14; east++ {
		here := time.FixedZone("", east*3600+1800*(east%2)) // half hours too
		for minute := 0; minute < 24*60; minute += 7 {
			now := time.Date(2026, time.November, 27, 0, minute, 0, 0, here)
			name := BeforeMidnight(now)
			then := now
			if name != "" {
				zone, err := time.LoadLocation(name)
				if err != nil {
					t.Fatal(err)
				}
				then = now.In(zone)
			}
			late := then.Hour() >= evening && east >= -4 // no zone is eight hours to the west of those
			if then.Day() != now.Day() || late || then.Hour() > now.Hour() {
				t.Errorf("at %v the tests run in %q, at %v", now, name, then)
			}
		}
	}
}
