package vendor

import (
	"fmt"
	"strings"
)

// whoop is the export in each language whose headers are known.
var whoop = []Vendor{
	{Name: "whoop", Via: "whoop", What: "WHOOP: a zip of CSV files", write: func(x *export, top folder) { x.whoop(top, whoopEnglish) }},
	{Name: "whoop_de", Via: "whoop", What: "WHOOP, German account: the same in German", write: func(x *export, top folder) { x.whoop(top, whoopGerman) }},
	{Name: "whoop_fr", Via: "whoop", What: "WHOOP, French account: the same in French", write: func(x *export, top folder) { x.whoop(top, whoopFrench) }},
}

// whoopWords are a language's names.
type whoopWords struct {
	cycles, sleeps, workouts, journal string // files
	cycle                             string // the three columns that every file begins with
	recovery, sleep, nap, workout     string // the columns after them
	answers                           string
	run                               string
}

var whoopEnglish = whoopWords{
	"physiological_cycles", "sleeps", "workouts", "journal_entries",
	"Cycle start time,Cycle end time,Cycle timezone",
	"Recovery score %,Resting heart rate (bpm),Heart rate variability (ms),Skin temp (celsius),Blood oxygen %,Day Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm)",
	"Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Sleep debt (min),Sleep efficiency %,Sleep consistency %",
	"Nap",
	"Workout start time,Workout end time,Duration (min),Activity name,Activity Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),HR Zone 1 %,HR Zone 2 %,HR Zone 3 %,HR Zone 4 %,HR Zone 5 %,GPS enabled,Distance (meters),Altitude gain (meters),Altitude change (meters)",
	"Question text,Answered yes,Notes", "Running",
}

var whoopGerman = whoopWords{
	"physiologische_zyklen", "Schlaf", "Trainings", "logbuch_eintraege",
	"Startzeit des Zyklus,Endzeit des Zyklus,Zeitzone des Zyklus",
	"Erholungswert %,Ruheherzfrequenz (Schläge pro Minute),Herzfrequenzvariabilität (ms),Hauttemperatur (Celsius),Blutsauerstoff %,Tagesbelastung,Verbrannte Energie (cal),Max. HF (Schläge pro Minute),Durchschnittliche HF (Schläge pro Minute)",
	"Beginn des Schlafs,Beginn des Aufwachens,Schlafleistung %,Atemfrequenz (Atemzüge/min),Schlafdauer (min),Dauer im Bett (min),Dauer des Leichtschlafs (min),Dauer des Tiefschlafs (min),Dauer des REM-Schlafs (min),Dauer des Aufwachens (min),Schlafbedarf (min),Schlafdefizit (min),Schlafeffizienz %,Schlafbeständigkeit %",
	"Nickerchen",
	"Startzeit des Trainings,Endzeit des Trainings,Dauer (min),Name der Aktivität,Aktivitätsbelastung,Verbrannte Energie (cal),Max. HF (Schläge pro Minute),Durchschnittliche HF (Schläge pro Minute),HF-Zone 1 %,HF-Zone 2 %,HF-Zone 3 %,HF-Zone 4 %,HF-Zone 5 %,GPS aktiviert,Distanz (Meter),Höhengewinn (Meter),Höhenänderung (Meter)",
	"Fragetext,Beantwortet mit Ja,Anmerkungen", "Laufen",
}

var whoopFrench = whoopWords{
	"physiological_cycles", "sommeil", "entrainements", "journal_entries",
	"Heure de début du cycle,Heure de fin du cycle,Fuseau horaire du cycle",
	"Score de récupération\u00a0%,Fréquence cardiaque au repos (bpm),Variabilité de la fréquence cardiaque (ms),Température cutanée (Celsius),Niveau d’oxygène %,Effort du jour,Dépense énergétique (cal),FC max. (bpm),FC moyenne (bpm)",
	"Premiers signes de sommeil,Premiers signes de réveil,Performance sommeil %,Fréquence respiratoire (tr/min),Durée du sommeil (min),Temps passé au lit (min),Durée du sommeil léger (min),Durée du sommeil profond (min),Durée du sommeil paradoxal (min),Durée d’éveil (min),Besoins en sommeil (min),Dette de sommeil (min),Efficacité du sommeil %,Régularité du sommeil %",
	"Sieste",
	"Heure de début de l’entraînement,Heure de fin de l’entraînement,Durée (min),Nom de l’activité,Effort activité,Dépense énergétique (cal),FC max. (bpm),FC moyenne (bpm),Zone FC 1 %,Zone FC 2 %,Zone FC 3 %,Zone FC 4 %,Zone FC 5 %,GPS activé,Distance (mètres),Gain d’altitude (mètres),Changement d’altitude (mètres)",
	"Question,Réponse oui,Notes", "Course à pied",
}

// whoop writes the newest first. On every ninth day a nap stands in the cycle where the
// night should, as in exports of 2026.
func (x *export) whoop(top folder, v whoopWords) {
	days := x.days()
	cycle := func(i int) string {
		end := ""
		if i+1 < len(days) {
			end = x.on(days[i+1].night.Start, plainTime)
		}
		zone := "UTC" + x.east(":")
		if x.offset == 0 {
			zone = "UTCZ"
		}
		return x.on(days[i].night.Start, plainTime) + "," + end + "," + zone
	}
	newest := func(write func(i int, d *day)) {
		for i := len(days) - 1; i >= 0; i-- {
			write(i, &days[i])
		}
	}
	top.zip("my_whoop_data_2026_03_15.zip", func(in folder) {
		in.file(v.cycles+".csv", func(w *text) {
			w.f("%s\n", strings.Join([]string{v.cycle, v.recovery, v.sleep}, ","))
			last := len(days) - 1
			w.f("%s,,%s%s\n", x.on(days[last].night.End+15*3600, plainTime), strings.Split(cycle(last), ",")[2], strings.Repeat(",", 23))
			newest(func(i int, d *day) {
				sleep := x.whoopNight(d)
				if napped(i) {
					sleep = x.whoopNap(d)
				}
				w.f("%s,67,%d,%.0f,33.4,96.2,12.4,2540,168,71,%s\n", cycle(i), d.resting, d.rmssd, sleep)
			})
		})
		in.file(v.sleeps+".csv", func(w *text) {
			w.f("%s\n", strings.Join([]string{v.cycle, v.sleep, v.nap}, ","))
			newest(func(i int, d *day) {
				if napped(i) {
					w.f("%s,%s,true\n", cycle(i), x.whoopNap(d))
				}
				w.f("%s,%s,false\n", cycle(i), x.whoopNight(d))
			})
		})
		in.file(v.workouts+".csv", func(w *text) {
			w.f("%s\n", strings.Join([]string{v.cycle, v.workout}, ","))
			newest(func(i int, d *day) {
				if a := d.run; a != nil {
					w.f("%s,%s,%s,%d,%s,10.1,560,%d,%d,10,30,40,15,5,true,%.1f,%.0f,0\n", cycle(i), x.on(a.Start, plainTime), x.on(a.Start+int64(a.Elapsed), plainTime),
						int(a.Elapsed)/60, v.run, a.MaxHR, a.AvgHR, a.Meters, a.Ascent)
				}
			})
		})
		in.file(v.journal+".csv", func(w *text) {
			w.f("%s\n", strings.Join([]string{v.cycle, v.answers}, ","))
			w.f("%s,\"Had any \"\"late\"\" caffeine?\",true,\n", cycle(0))
		})
	})
}

func napped(i int) bool { return i%9 == 4 }

func (x *export) whoopNight(d *day) string {
	n := &d.night
	return fmt.Sprintf("%s,%s,88,%.1f,%d,%d,%.0f,%.0f,%.0f,%.0f,470,36,%d,81", x.on(n.Start, plainTime), x.on(n.End, plainTime), d.breaths,
		d.asleep(), d.inBed(), n.Light, n.Deep, n.REM, n.Wake, d.efficiency())
}

// whoopNap is forty minutes after lunch, without scores.
func (x *export) whoopNap(d *day) string {
	from := x.midnight(d.date) + 13*3600 + 1800
	return fmt.Sprintf("%s,%s,,%.1f,36,40,36,0,0,4,,,,", x.on(from, plainTime), x.on(from+2400, plainTime), d.breaths)
}
