package drive

import (
	"fmt"
	"os"
	"time"
)

// From eight in the evening on, tests of an hour or more might see the day change, and what
// was built for today would be yesterday's.
const (
	evening = 20
	earlier = 8 // hours to the west
)

// BeforeMidnight is the name of the zone in which tests that begin now are far from
// midnight, on the same date: "" for the one of this machine, unless it is evening there.
func BeforeMidnight(now time.Time) string {
	if now.Hour() < evening {
		return ""
	}
	_, east := now.Zone()
	west := earlier - east/3600
	return fmt.Sprintf("Etc/GMT%+d", min(west, 12)) // which counts to the west, and no further
}

// KeepDay has this process, and what it starts, live in such a zone: the browser and its
// workers, the command line, and whatever is made for today.
func KeepDay() error {
	name := BeforeMidnight(time.Now())
	if name == "" {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return err
	}
	time.Local = zone
	return os.Setenv("TZ", name)
}
