package whoop

import (
	"bytes"
	"slices"
	"strings"

	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// kind is one of the export's tables.
type kind uint8

const (
	cycles kind = iota + 1
	sleeps
	workouts
	journal
)

// column is one that is read: its folded name in each language that is known (English,
// German, Spanish, French, Portuguese), and its place in each table, for any other.
type column struct {
	name  string
	words []string
	place map[kind]int
}

var columns = []column{
	{"start", []string{"cycle_start_time", "startzeit_des_zyklus", "hora_de_inicio_del_ciclo", "heure_de_debut_du_cycle", "hora_de_inicio_do_ciclo"}, map[kind]int{cycles: 0, sleeps: 0, workouts: 0, journal: 0}},
	{"zone", []string{"cycle_timezone", "zeitzone_des_zyklus", "zona_horaria_del_ciclo", "fuseau_horaire_du_cycle", "fuso_horario_do_ciclo"}, map[kind]int{cycles: 2, sleeps: 2, workouts: 2, journal: 2}},
	{"resting", []string{"resting_heart_rate_bpm", "ruheherzfrequenz_schlage_pro_minute", "frecuencia_cardiaca_en_reposo_lpm", "frequence_cardiaque_au_repos_bpm", "frequencia_cardiaca_em_repouso_bpm"}, map[kind]int{cycles: 4}},
	{"hrv", []string{"heart_rate_variability_ms", "herzfrequenzvariabilitat_ms", "variabilidad_de_la_frecuencia_cardiaca_ms", "variabilite_de_la_frequence_cardiaque_ms", "variabilidade_da_frequencia_cardiaca_ms"}, map[kind]int{cycles: 5}},
	{"onset", []string{"sleep_onset", "beginn_des_schlafs", "inicio_del_sueno", "premiers_signes_de_sommeil", "inicio_do_sono"}, map[kind]int{cycles: 12, sleeps: 3}},
	{"wake", []string{"wake_onset", "beginn_des_aufwachens", "inicio_de_la_vigilia", "premiers_signes_de_reveil", "inicio_da_vigilia"}, map[kind]int{cycles: 13, sleeps: 4}},
	{"asleep", []string{"asleep_duration_min", "schlafdauer_min", "duracion_del_sueno_min", "duree_du_sommeil_min", "duracao_do_sono_min"}, map[kind]int{cycles: 16, sleeps: 7}},
	{"light", []string{"light_sleep_duration_min", "dauer_des_leichtschlafs_min", "duracion_de_sueno_ligero_min", "duree_du_sommeil_leger_min", "duracao_do_sono_leve_min"}, map[kind]int{cycles: 18, sleeps: 9}},
	{"deep", []string{"deep_sws_duration_min", "dauer_des_tiefschlafs_min", "duracion_de_sueno_profundo_sws_min", "duree_du_sommeil_profond_min", "duracao_profundo_sono_min"}, map[kind]int{cycles: 19, sleeps: 10}},
	{"rem", []string{"rem_duration_min", "dauer_des_rem_schlafs_min", "duracion_de_sueno_rem_min", "duree_du_sommeil_paradoxal_min", "duracao_rem_min"}, map[kind]int{cycles: 20, sleeps: 11}},
	{"awake", []string{"awake_duration_min", "dauer_des_aufwachens_min", "tiempo_despierto_a_min", "tempo_despierto_a_min", "temps_d_eveil_min", "duracao_de_vigilia_min"}, map[kind]int{cycles: 21, sleeps: 12}},
	{"nap", []string{"nap", "nickerchen", "siesta", "sieste", "sesta"}, map[kind]int{sleeps: 17}},
	{"workout", []string{"workout_start_time", "startzeit_des_trainings", "hora_de_inicio_del_entrenamiento", "heure_de_debut_de_l_entrainement", "hora_de_inicio_do_treino"}, map[kind]int{workouts: 3}},
	{"workout end", []string{"workout_end_time", "endzeit_des_trainings", "hora_de_finalizacion_del_entrenamiento", "heure_de_fin_de_l_entrainement", "hora_de_fim_do_treino"}, map[kind]int{workouts: 4}},
	{"activity", []string{"activity_name", "name_der_aktivitat", "nombre_de_la_actividad", "nom_de_l_activite", "nome_da_atividade"}, map[kind]int{workouts: 6}},
	{"max", []string{"max_hr_bpm", "max_hf_schlage_pro_minute", "fc_max_lpm", "fc_max_bpm"}, map[kind]int{workouts: 9}},
	{"average", []string{"average_hr_bpm", "durchschnittliche_hf_schlage_pro_minute", "fc_promedio_lpm", "fc_moyenne_bpm", "fc_media_bpm"}, map[kind]int{workouts: 10}},
	{"meters", []string{"distance_meters", "distanz_meter", "distancia_metros", "distance_metres"}, map[kind]int{workouts: 17}},
	{"ascent", []string{"altitude_gain_meters", "hohengewinn_meter", "gain_d_altitude_metres"}, map[kind]int{workouts: 18}},
}

// widths are the columns of each table.
var widths = map[kind]int{cycles: 26, sleeps: 18, workouts: 20, journal: 6}

// places are the columns of a table by name; -1 for one that it does not have. What no
// language names is where it is in all of them, if the table is as wide as it should be.
func places(h table.Header, k kind) map[string]int {
	at := map[string]int{}
	taken := map[int]bool{}
	for _, c := range columns {
		if _, ok := c.place[k]; ok {
			at[c.name] = h.Index(c.words...)
			taken[at[c.name]] = true
		}
	}
	wide := len(h.Names)
	for wide > 0 && h.Names[wide-1] == "" {
		wide--
	}
	for _, c := range columns {
		if p, ok := c.place[k]; ok && at[c.name] < 0 && wide == widths[k] && !taken[p] {
			at[c.name] = p
		}
	}
	return at
}

func is(k kind) func(source.Head) bool {
	return func(h source.Head) bool {
		header := table.HeaderOf(h)
		if len(header.Names) < widths[journal] {
			return false
		}
		return kindOf(h, header) == k
	}
}

// kindOf is which table begins so; 0 for none of WHOOP's.
func kindOf(h source.Head, header table.Header) kind {
	has := func(name string) bool {
		i := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
		return header.Index(columns[i].words...) >= 0
	}
	if has("start") && has("zone") {
		switch {
		case has("workout"):
			return workouts
		case has("nap") && has("onset"):
			return sleeps
		case has("resting") || has("hrv"):
			return cycles
		case has("onset"):
			return sleeps
		}
		return journal
	}
	// Another language: by what is in the first rows.
	t, err := table.New(bytes.NewReader(h.Text))
	if err != nil {
		return 0
	}
	time := func(i int) bool {
		m, ok := t.Time(i)
		return ok && m.HasTime && !m.HasZone && len(t.Cell(i)) == len("2025-09-10 23:20:00")
	}
	for t.Next() {
		if !time(0) || !strings.HasPrefix(t.Cell(2), "UTC") || t.Cell(1) != "" && !time(1) {
			return 0
		}
		n := t.Len()
		for n > 0 && t.Cell(n-1) == "" {
			n--
		}
		switch {
		case len(header.Names) >= widths[cycles] && time(12) && time(13):
			return cycles
		case len(header.Names) >= widths[workouts] && time(3) && time(4):
			return workouts
		case time(3) && time(4):
			return sleeps
		case n > 3 && len(header.Names) == widths[journal]:
			return journal
		}
	}
	return 0
}

// yes reports whether a cell says so.
func yes(cell string) bool {
	return slices.Contains([]string{"true", "yes", "ja", "oui", "si", "sim", "1", "wahr", "vrai", "verdadero", "verdadeiro"}, table.Fold(cell))
}
