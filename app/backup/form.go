package backup

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rebound/engine/diary"
)

// The JSON of a record is its fields in their order, without those that say nothing.
// A field is named by its own name in snake case, or in named. What is not said is left
// out; numbers, texts, true and false are themselves; and
//
//	moments (int64)     "2026-03-15T06:30:00Z"
//	dates               "2026-03-15"
//	hashes, keys        hexadecimal digits
//	scores              0 to 10
//	yes or no           true, false
//	columns of a track  an array of numbers, null where nothing was measured
//	a plan              its own JSON
//
// A field that is embedded is no object of its own. What is written here is read by
// scan.go.

// field is one of a struct that is written.
type field struct {
	name  string
	index []int
}

// named is what fields are called otherwise: as a journal calls them; "" for what Build
// sets, or can be made again. It is no tag of the field: all three programs would carry it.
var named = map[string]string{
	"Reported.CheckIns": "checkins",
	"CheckIn.Chest":     "chest_symptoms",
	"Niggle.Worse":      "worse_next_day",
	"Niggle.BonePoint":  "bone_point_pain",
	"Typed.Kind":        "signal",
	"Correction.Kind":   "signal",
	"PlanOf.Text":       planName,
	"Activity.Summary":  "",
	"Activity.Date":     "",
	"Activity.Offset":   "",
	"Activity.Source":   "",
	"Activity.Also":     "",
	"Activity.Partial":  "",
}

var shapes = map[reflect.Type][]field{}

// fieldsOf lists the fields of a struct.
func fieldsOf(t reflect.Type) []field {
	list, ok := shapes[t]
	if ok {
		return list
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			for _, in := range fieldsOf(f.Type) {
				list = append(list, field{in.name, append([]int{i}, in.index...)})
			}
			continue
		}
		name, ok := named[t.Name()+"."+f.Name]
		if !ok {
			name = snake(f.Name)
		}
		if name != "" {
			list = append(list, field{name, []int{i}})
		}
	}
	shapes[t] = list
	return list
}

// snake writes AvgHR as avg_hr.
func snake(name string) string {
	var b strings.Builder
	for i, c := range name {
		upper := unicode.IsUpper(c)
		if upper && i > 0 && (!unicode.IsUpper(rune(name[i-1])) || i+1 < len(name) && unicode.IsLower(rune(name[i+1]))) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}

// appendObject appends a struct, as an object.
func appendObject(b []byte, v reflect.Value) []byte {
	b = append(b, '{')
	start := len(b)
	for _, f := range fieldsOf(v.Type()) {
		was := len(b)
		if was > start {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), f.name...), '"', ':')
		n := len(b)
		if in := v.FieldByIndex(f.index); f.name == planName {
			b = appendPlan(b, in.String())
		} else {
			b = appendValue(b, in)
		}
		if len(b) == n {
			b = b[:was]
		}
	}
	return append(b, '}')
}

// appendValue appends what a field says, and nothing where it says nothing.
func appendValue(b []byte, v reflect.Value) []byte {
	switch x := v.Addr().Interface().(type) {
	case *diary.Score:
		if x.Said() {
			b = strconv.AppendUint(b, uint64(*x), 10)
		}
		return b
	case *diary.Answer:
		if *x != diary.NotSaid {
			b = strconv.AppendBool(b, *x == diary.Yes)
		}
		return b
	case *diary.Kind:
		return appendText(b, x.String())
	case *diary.Reading:
		return appendText(b, diary.ReadingNames[*x])
	case *diary.Date:
		if *x != 0 {
			b = appendText(b, x.String())
		}
		return b
	case *[diary.Signs]diary.Score:
		return appendSigns(b, x)
	case *[16]byte:
		return appendText(b, hex.EncodeToString(x[:]))
	case *[]uint8:
		return appendColumn(b, *x, 0)
	case *[]uint16:
		return appendColumn(b, *x, 0)
	case *[]int16:
		return appendColumn(b, *x, diary.NoAltitude)
	case *[]float32: // the trials of a reaction test
		if len(*x) == 0 {
			return b
		}
		b = append(b, '[')
		for i, v := range *x {
			if i > 0 {
				b = append(b, ',')
			}
			if v != v {
				v = 0
			}
			b = appendFloat(b, float64(min(max(v, -math.MaxFloat32), math.MaxFloat32)), 32)
		}
		return append(b, ']')
	}
	switch v.Kind() {
	case reflect.Struct:
		if v.IsZero() {
			return b
		}
		n := len(b)
		if b = appendObject(b, v); len(b) == n+2 {
			b = b[:n]
		}
	case reflect.Slice:
		for i := range v.Len() {
			b = append(b, ",["[btoi(i == 0)])
			b = appendObject(b, v.Index(i))
		}
		if v.Len() > 0 {
			b = append(b, ']')
		}
	case reflect.String:
		b = appendText(b, v.String())
	case reflect.Bool:
		if v.Bool() {
			b = append(b, "true"...)
		}
	case reflect.Int64:
		if v.Int() != 0 {
			b = appendMoment(b, v.Int())
		}
	case reflect.Int32:
		if v.Int() != 0 {
			b = strconv.AppendInt(b, v.Int(), 10)
		}
	case reflect.Uint64:
		if v.Uint() != 0 {
			b = appendText(b, strconv.FormatUint(v.Uint(), 16))
		}
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		if v.Uint() != 0 {
			b = strconv.AppendUint(b, v.Uint(), 10)
		}
	case reflect.Float32, reflect.Float64:
		if v.Float() != 0 {
			b = appendFloat(b, v.Float(), v.Type().Bits())
		}
	default:
		panic("no JSON of " + v.Type().String())
	}
	return b
}

func btoi(v bool) int {
	if v {
		return 1
	}
	return 0
}

// appendFloat appends a number; what is none says nothing.
func appendFloat(b []byte, v float64, bits int) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return b
	}
	return strconv.AppendFloat(b, v, 'g', -1, bits)
}

func appendSigns(b []byte, signs *[diary.Signs]diary.Score) []byte {
	n := len(b)
	for i, s := range signs {
		if s.Said() {
			b = append(b, ",{"[btoi(len(b) == n)])
			b = append(appendText(b, diary.SignNames[i]), ':')
			b = strconv.AppendUint(b, uint64(s), 10)
		}
	}
	if len(b) > n {
		b = append(b, '}')
	}
	return b
}

func appendColumn[T ~uint8 | ~uint16 | ~int16](b []byte, s []T, missing int64) []byte {
	for i, v := range s {
		b = append(b, ",["[btoi(i == 0)])
		if int64(v) == missing {
			b = append(b, "null"...)
		} else {
			b = strconv.AppendInt(b, int64(v), 10)
		}
	}
	if len(s) > 0 {
		b = append(b, ']')
	}
	return b
}

// Moments are written as times where those have four digits of a year.
const (
	firstTime = -62_167_219_200 // 0000-01-01
	afterTime = 253_402_300_800 // 10000-01-01
)

func appendMoment(b []byte, unix int64) []byte {
	if unix < firstTime || unix >= afterTime {
		return strconv.AppendInt(b, unix, 10)
	}
	return append(time.Unix(unix, 0).UTC().AppendFormat(append(b, '"'), time.RFC3339), '"')
}

// planName is the field of a plan, whose text is JSON.
const planName = "plan"

func appendPlan(b []byte, s string) []byte {
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && json.Valid([]byte(s)) {
		return append(b, s...)
	}
	return appendText(b, s)
}

const hexDigits = "0123456789abcdef"

// appendText appends a JSON string; bytes that are no UTF-8 become U+FFFD.
func appendText(b []byte, s string) []byte {
	if s == "" {
		return b
	}
	b = append(b, '"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', byte(c))
		case c < ' ' || c == 0x7f:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		default:
			b = utf8.AppendRune(b, c)
		}
	}
	return append(b, '"')
}

// appendFile appends a file of the diary.
func appendFile(b []byte, f *diary.File) []byte {
	return appendObject(b, reflect.ValueOf(f).Elem())
}
