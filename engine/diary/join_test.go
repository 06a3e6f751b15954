package diary

import (
	"fmt"
	"slices"
	"testing"
)

// A maker's export without a device is of the watch that was worn: one series, one
// normal, whose own file counts where it is in. Another maker's stays apart.
func TestAccountJoinsTheWatch(t *testing.T) {
	old, now := Device{Maker: "garmin", Product: 1, Serial: 1}, Device{Maker: "garmin", Product: 2, Serial: 2}
	utc := func(Date) int64 { return 0 }
	var files []File
	files = append(files, life{utc, 20000, 3}.files("", old, 0)...)  // 20000 to 20002
	files = append(files, life{utc, 20010, 10}.files("", now, 0)...) // 20010 to 20019
	account := life{utc, 20000, 20}.files("garmin_account", Device{Maker: "garmin"}, 0)
	for i := range account {
		account[i].Resting[0].Value, account[i].HRV[0].Value = 51, 61
		account[i].Nights[0].Light += 5
	}
	files = append(files, account...)
	files = append(files, life{utc, 20000, 20}.local("garmin_web", Device{Maker: "garmin"})...)
	files = append(files, life{utc, 20000, 20}.files("polar", Device{}, 30)...)
	d := Build(files, nil)
	var got []string
	for _, s := range d.Series {
		line := fmt.Sprintf("%v %s %s %d:", s.Kind, s.Source, s.Metric, len(s.Points))
		for _, p := range s.Points {
			if p.Date == 20002 || p.Date == 20005 || p.Date == 20006 || p.Date == 20007 || p.Date == 20012 {
				line += fmt.Sprintf(" %d=%g", p.Date-20000, p.Value)
			}
		}
		got = append(got, line)
	}
	want := []string{
		"hrv garmin 1 overnight_rmssd 7: 2=55 5=61 6=61", "hrv garmin 2 overnight_rmssd 13: 7=61 12=55", "hrv polar overnight_rmssd 20: 2=55 5=55 6=55 7=55 12=55",
		"resting_hr garmin 1 daily_resting_hr 7: 2=48 5=51 6=51", "resting_hr garmin 2 daily_resting_hr 13: 7=51 12=48", "resting_hr polar daily_resting_hr 20: 2=48 5=48 6=48 7=48 12=48",
		"sleep garmin 1 staged_sleep 7: 2=430 5=435 6=435", "sleep garmin 2 staged_sleep 13: 7=435 12=430", "sleep polar staged_sleep 20: 2=430 5=430 6=430 7=430 12=430",
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// A maker's table of totals is of the nights that its account has in stages; totals and
// stages of one and the same export are two measurements.
func TestTotalsAndStages(t *testing.T) {
	l := life{func(Date) int64 { return 0 }, 20000, 10}
	account := l.files("garmin_account", Device{Maker: "garmin"}, 0)[:8]
	web := l.local("garmin_web", Device{Maker: "garmin"})
	sleep := func(files []File) (out []string) {
		for _, s := range Build(files, nil).Series {
			if s.Kind == Sleep {
				out = append(out, fmt.Sprintf("%s %s %d", s.Source, s.Metric, len(s.Points)))
			}
		}
		return out
	}
	if got := sleep(append(slices.Clone(account), web...)); !slices.Equal(got, []string{"garmin staged_sleep 10"}) {
		t.Errorf("account and website: %q", got)
	}
	classic := l.local("fitbit", Device{})[8:]
	if got := sleep(append(l.files("fitbit", Device{}, 0)[:8], classic...)); !slices.Equal(got, []string{"fitbit staged_sleep 8", "fitbit total_sleep 2"}) {
		t.Errorf("stages and classic: %q", got)
	}
	if got := sleep(web); !slices.Equal(got, []string{"garmin total_sleep 10"}) {
		t.Errorf("the website alone: %q", got)
	}
}

// An export that names devices speaks of none of them where it names none: an app on the
// phone is not the watch. Another export of that maker's data speaks of the watch.
func TestWhatAnExportSaysOfNoDevice(t *testing.T) {
	wrist, none := Device{Maker: "apple", Model: "Watch6,2"}, Device{Maker: "apple"}
	night := func(via string, device Device, t Date, minutes float32) File {
		return File{Via: via, Device: device, Nights: []Night{{Start: int64(t)*dayLong - 3600, End: int64(t)*dayLong + 7*3600, Light: minutes, Staged: true}}}
	}
	files := []File{
		night("apple", wrist, 20000, 420), night("apple", wrist, 20001, 430),
		night("apple", none, 20002, 500), // the watch was charged, and the phone guessed
		night("health_auto_export", none, 20003, 440), night("health_auto_export", none, 20001, 433), night("health_auto_export", none, 20002, 499),
	}
	var got []string
	for _, s := range Build(files, nil).Series {
		for _, p := range s.Points {
			got = append(got, fmt.Sprintf("%s %d=%g", s.Source, p.Date-20000, p.Value))
		}
	}
	want := []string{"apple 2=500", "apple Watch6,2 0=420", "apple Watch6,2 1=430", "apple Watch6,2 3=440"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
