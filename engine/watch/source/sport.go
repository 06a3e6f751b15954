package source

import (
	"strings"
	"unicode"

	"rebound/engine/diary"
)

// Sport is the sport that an export's word for it means, in FIT's names, and for a run
// what it was on, as diary.Activity has it: "trail_running", "TrailRun", "Treadmill
// Running" and "Laufband" are runs. Words are English and, for runs, walks and rides, of
// the languages that exports are seen in; any other is "generic", which is a session and
// no run.
func Sport(name string) (sport diary.Sport, sub string) {
	best := len(sports)
	for _, w := range words(name) {
		if w == "wheelchair" {
			return generic, ""
		}
		for i := range sports[:best] {
			if strings.Contains(sports[i].words, " "+w+" ") {
				best = i
			}
		}
		if s, ok := grounds[w]; ok && sub == "" {
			sub = s
		}
	}
	if best == len(sports) {
		return generic, ""
	}
	if sport = sports[best].sport; sport != diary.Running {
		sub = ""
	}
	return sport, sub
}

const generic = diary.Sport("generic")

// sports are known by any of their words, the first sport before a later one: a
// "treadmill walk" is a walk, a "bike to run" workout a run.
var sports = []struct {
	sport diary.Sport
	words string
}{
	{"golf", " golf "},
	{"walking", " walk walking walks gehen spaziergang caminar caminata caminhada marche camminata wandelen wandeling "},
	{"hiking", " hike hiking trek trekking wandern wanderung wandeltocht senderismo randonnée escursionismo trilha "},
	{"cross_country_skiing", " nordic langlauf skilanglauf "},
	{"alpine_skiing", " ski skiing snowboard snowboarding "},
	{diary.Running, " run running runs jog jogging lauf laufen läufe joggen traillauf bahnlauf laufband treadmill carrera correr course corrida corsa hardlopen löpning løb løping bieg bieganie juoksu бег běh koşu futás lari 跑步 慢跑 越野跑 户外跑步 室内跑步 ランニング トレイルラン 달리기 "},
	{"cycling", " cycling cycle bike biking ride ebike radfahren radfahrt rad ciclismo ciclisme vélo cyclisme pedalada fietsen cykling "},
	{"swimming", " swim swimming schwimmen natación natation natação nuoto zwemmen "},
	{"rowing", " row rowing rudern remo aviron "},
	{"training", " strength weight weights weightlifting core yoga pilates hiit cardio crossfit functional krafttraining kraft bootcamp "},
	{"fitness_equipment", " elliptical stair stairs stepper crosstrainer "},
}

// grounds is what a run was on.
var grounds = map[string]string{
	"treadmill": "treadmill", "laufband": "treadmill", "trail": "trail", "traillauf": "trail", "track": "track", "bahnlauf": "track",
	"indoor": "indoor_running", "virtual": "virtual_activity",
}

// words are those of a name, in lower case: "TrailRun" and "trail_running" have two.
func words(name string) []string {
	var out []string
	var w []rune
	end := func() {
		if len(w) > 0 {
			out, w = append(out, string(w)), nil
		}
	}
	small := false
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
			end()
			small = false
			continue
		case unicode.IsUpper(r) && small:
			end()
		}
		small = unicode.IsLower(r)
		if w = append(w, unicode.ToLower(r)); len(out) > 16 || len(w) > 64 {
			return out
		}
	}
	end()
	return out
}
