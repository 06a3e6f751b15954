package wire

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"rebound/engine/entry"
)

// What the page sends is an entry as the engine's one door takes it: every field of
// it is known there, under the same name and of the same type.
func TestEntries(t *testing.T) {
	for _, c := range []struct{ sent, taken any }{
		{Typed{}, &entry.Morning{}}, {Decide{}, &entry.Decision{}}, {CheckIn{}, &entry.CheckIn{}}, {NiggleSaid{}, &entry.Niggle{}},
		{EffortSaid{}, &entry.Session{}}, {ColdSaid{}, &entry.Cold{}}, {Tick{}, &entry.Tick{}}, {ScreenSaid{}, &entry.Screen{}}, {ReactionSaid{}, &entry.Reaction{}},
		{WalkSaid{}, &entry.Walk{}}, {RunReported{}, &entry.Run{}}, {NotRanSaid{}, &entry.NotRan{}}, {RanSaid{}, &entry.Ran{}}, {IllnessSaid{}, &entry.Illness{}}, {Correction{}, &entry.Correction{}}, {StrapSaid{}, &entry.Strap{}},
	} {
		sent := reflect.New(reflect.TypeOf(c.sent)).Elem()
		fill(sent)
		text, err := json.Marshal(sent.Interface())
		if err != nil {
			t.Fatal(err)
		}
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.DisallowUnknownFields()
		if err := dec.Decode(c.taken); err != nil {
			t.Errorf("%T: %v in %s", c.sent, err, text)
			continue
		}
		again, err := json.Marshal(c.taken)
		if err != nil {
			t.Fatal(err)
		}
		var want, got any
		if json.Unmarshal(text, &want) != nil || json.Unmarshal(again, &got) != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%T: %s was taken as %s", c.sent, text, again)
		}
	}
}

// fill sets every field to something.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		one := reflect.New(v.Type().Elem()).Elem()
		fill(one)
		v.SetMapIndex(reflect.ValueOf("drained").Convert(v.Type().Key()), one)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("left")
	case reflect.Float64:
		v.SetFloat(2)
	default:
		v.SetInt(3)
	}
}
