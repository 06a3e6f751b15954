package whoop

import (
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const sleepHead = "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Sleep debt (min),Sleep efficiency %,Sleep consistency %,Nap\n"

const cycleHead = "Cycle start time,Cycle end time,Cycle timezone,Recovery score %,Resting heart rate (bpm),Heart rate variability (ms),Skin temp (celsius),Blood oxygen %,Day Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Sleep debt (min),Sleep efficiency %,Sleep consistency %\n"

const workoutHead = "Cycle start time,Cycle end time,Cycle timezone,Workout start time,Workout end time,Duration (min),Activity name,Activity Strain,Energy burned (cal),Max HR (bpm),Average HR (bpm),HR Zone 1 %,HR Zone 2 %,HR Zone 3 %,HR Zone 4 %,HR Zone 5 %,GPS enabled,Distance (meters),Altitude gain (meters),Altitude change (meters)\n"

const (
	nap   = "2025-06-02 23:14:00,2025-06-03 22:58:00,UTC+02:00,2025-06-03 13:30:00,2025-06-03 14:10:00,,14.6,36,40,36,0,0,4,,,,,true\n"
	night = "2025-06-02 23:14:00,2025-06-03 22:58:00,UTC+02:00,2025-06-02 23:14:00,2025-06-03 06:58:00,88,14.6,434,464,250,80,104,30,470,36,94,81,false\n"
	cycle = "2025-06-02 23:14:00,2025-06-03 22:58:00,UTC+02:00,67,46,58,33.4,96.2,12.4,2540,168,71,2025-06-02 23:14:00,2025-06-03 06:58:00,88,14.6,434,464,250,80,104,30,470,36,94,81\n"
	run   = "2025-06-02 23:14:00,2025-06-03 22:58:00,UTC+02:00,2025-06-03 07:30:00,2025-06-03 08:15:02,45,Running,10.1,560,168,146,10,30,40,15,5,true,8523.4,61,0\n"
)

const nightSays = "night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03\n"

func TestSleeps(t *testing.T) {
	sourcetest.Want(t, Formats, "sleeps.csv", sleepHead+nap+night, `file
		clock 2025-06-03T04:58:00 +120
		clock 2025-06-03T12:10:00 +120
		night 2025-06-03T11:30:00 2025-06-03T12:10:00 light 36 deep 0 rem 0 wake 4 day 2025-06-03 nap
		`+nightSays)
	// A night in UTC, one over the change to winter time, one without stages, one that was not worn.
	sourcetest.Want(t, Formats, "sleeps.csv", sleepHead+
		"2025-06-02 23:14:00,,UTCZ,2025-06-02 23:14:00,2025-06-03 06:58:00,,,434,464,0,0,0,0,,,,,false\n"+
		"2025-10-25 23:00:00,,UTC-04:00,2025-10-25 23:00:00,2025-10-26 07:00:00,,,420,480,300,60,60,60,,,,,false\n"+
		"2025-10-26 23:00:00,,UTC-04:00,,,,,,,,,,,,,,,false\n"+
		"2025-10-27 23:00:00,,,2025-10-27 23:00:00,2025-10-28 06:00:00,,,420,420,420,0,0,0,,,,,false\n", `file
		clock 2025-06-03T06:58:00 +0
		clock 2025-10-26T11:00:00 -240
		night 2025-06-02T23:14:00 2025-06-03T06:58:00 total 434 day 2025-06-03
		night 2025-10-26T03:00:00 2025-10-26T11:00:00 light 300 deep 60 rem 60 wake 60 day 2025-10-26`)
}

// Recovery and strain are scores; the cycle that still runs gives nothing; where the
// sleep columns hold the nap, that is no night, and the readings are of the date of
// waking all the same.
func TestCycles(t *testing.T) {
	running := "2025-06-03 22:58:00,,UTC+02:00" + strings.Repeat(",", 23) + "\n"
	sourcetest.Want(t, Formats, "physiological_cycles.csv", cycleHead+running+cycle, `file
		clock 2025-06-03T04:58:00 +120
		`+nightSays+`
		resting 46 at 2025-06-03T04:58:00 day 2025-06-03
		hrv overnight_rmssd 58 at 2025-06-03T04:58:00 day 2025-06-03`)
	napped := strings.Replace(cycle, "2025-06-02 23:14:00,2025-06-03 06:58:00,88,14.6,434,464,250,80,104,30,470", "2025-06-03 13:30:00,2025-06-03 14:10:00,,14.6,36,40,36,0,0,4,", 1)
	sourcetest.Want(t, Formats, "physiological_cycles.csv", cycleHead+running+napped, `file
		clock 2025-06-03T05:14:00 +120
		clock 2025-06-03T12:10:00 +120
		resting 46 at 2025-06-03T05:14:00 day 2025-06-03
		hrv overnight_rmssd 58 at 2025-06-03T05:14:00 day 2025-06-03`)
}

func TestWorkouts(t *testing.T) {
	sourcetest.Want(t, Formats, "workouts.csv", workoutHead+run+strings.Replace(run, "Running", "Weightlifting", 1), `file
		clock 2025-06-03T05:30:00 +120
		running at 2025-06-03T05:30:00 2702s of 2702s 8523.4m up 61 hr 146 max 168
		training at 2025-06-03T05:30:00 2702s of 2702s 8523.4m up 61 hr 146 max 168`)
}

// In every language that is known, and in one that is not, a table reads the same.
func TestLanguages(t *testing.T) {
	heads := map[string]string{
		"de": "Startzeit des Zyklus,Endzeit des Zyklus,Zeitzone des Zyklus,Beginn des Schlafs,Beginn des Aufwachens,Schlafleistung %,Atemfrequenz (Atemzüge/min),Schlafdauer (min),Dauer im Bett (min),Dauer des Leichtschlafs (min),Dauer des Tiefschlafs (min),Dauer des REM-Schlafs (min),Dauer des Aufwachens (min),Schlafbedarf (min),Schlafdefizit (min),Schlafeffizienz %,Schlafbeständigkeit %,Nickerchen\n",
		"es": "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Inicio del sueño,Inicio de la vigilia,Calificación del sueño %,Frecuencia respiratoria (rpm),Duración del sueño (min),Tiempo en la cama (min),Duración de sueño ligero (min),Duración de sueño profundo (SWS) (min),Duración de sueño REM (min),Tempo despierto/a (min),Sueño necesario (min),Deuda de sueño (min),Eficiencia del sueño %,Regularidad del sueño %,Siesta\n",
		"fr": "Heure de début du cycle,Heure de fin du cycle,Fuseau horaire du cycle,Premiers signes de sommeil,Premiers signes de réveil,Performance sommeil %,Fréquence respiratoire (tr/min),Durée du sommeil (min),Temps passé au lit (min),Durée du sommeil léger (min),Durée du sommeil profond (min),Durée du sommeil paradoxal (min),Temps d’éveil (min),Besoins en sommeil (min),Dette de sommeil (min),Efficacité du sommeil\u00a0%,Régularité du sommeil\u00a0%,Sieste\n",
		"pt": "Hora de início do ciclo,Hora de fim do ciclo,Fuso horário do ciclo,Início do sono,Início da vigília,Desempenho do sono %,Frequência respiratória (rpm),Duração do sono (min),Duração na cama (min),Duração do sono leve (min),Duração profundo sono (min),Duração REM (min),Duração de vigília (min),Necessidade de sono (min),Débito de sono (min),Eficácia do sono %,Consistência do sono %,Sesta\n",
		"pl": "Początek,Koniec,Strefa,Sen,Pobudka,a,b,c,d,e,f,g,h,i,j,k,l,Drzemka\n",
	}
	want, _, _ := sourcetest.Read(Formats, "a.csv", []byte(sleepHead+nap+night))
	for lang, head := range heads {
		sourcetest.Want(t, Formats, lang, head+nap+night, sourcetest.Show(want))
	}
	for _, c := range []struct{ head, row string }{{cycleHead, cycle}, {workoutHead, run}} {
		names := strings.Split(strings.TrimSpace(c.head), ",")
		for i := range names {
			names[i] = "kolumna " + string(rune('a'+i))
		}
		want, _, _ := sourcetest.Read(Formats, "a.csv", []byte(c.head+c.row))
		sourcetest.Want(t, Formats, "by place", strings.Join(names, ",")+"\n"+c.row, sourcetest.Show(want))
	}
	sourcetest.Want(t, Formats, "journal_entries.csv", "Cycle start time,Cycle end time,Cycle timezone,Question text,Answered yes,Notes\n2025-06-02 23:14:00,,UTCZ,\"Any \"\"late\"\" coffee?\",true,\n", "other")
	// An API dump by a tool is not the export.
	sourcetest.Want(t, Formats, "sleeps.csv", "id,during,score.hrv_rmssd_milli,a,b,c\n1,\"['2025-06-02','2025-06-03')\",58,,,\n", "unknown")
}

func TestBroken(t *testing.T) {
	for name, c := range map[string]string{"sleeps": sleepHead + nap + night, "cycles": cycleHead + cycle, "workouts": workoutHead + run} {
		tabletest.Broken(t, Formats, name, c, ',')
	}
}

func FuzzWhoop(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"sleeps": sleepHead + nap + night, "cycles": cycleHead + cycle, "workouts": workoutHead + run})
}

// Saved again by a spreadsheet, the dates are those of its country.
func TestSpreadsheet(t *testing.T) {
	row := strings.NewReplacer("2025-06-02 23:14:00", "02.06.2025 23:14", "2025-06-03 22:58:00", "03.06.2025 22:58", "2025-06-03 06:58:00", "03.06.2025 06:58", ",", ";").Replace(night)
	sourcetest.Want(t, Formats, "x.csv", strings.ReplaceAll(sleepHead, ",", ";")+row, "file\nclock 2025-06-03T04:58:00 +120\n"+nightSays)
	american := strings.NewReplacer("2025-06-02 23:14:00", "6/22/2025 11:14 PM", "2025-06-03 22:58:00", "6/23/2025 10:58 PM", "2025-06-03 06:58:00", "6/23/2025 6:58 AM").Replace(night)
	sourcetest.Want(t, Formats, "x.csv", sleepHead+american, "file\nclock 2025-06-23T04:58:00 +120\n"+strings.ReplaceAll(strings.ReplaceAll(nightSays, "06-02", "06-22"), "06-03", "06-23"))
}
