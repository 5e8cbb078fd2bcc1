package store

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"testing"

	"isnad"
)

// filled sets every field of every struct to something of its own, so that one that
// the form forgets is missed.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[isnad.Span]() {
			v.Set(reflect.ValueOf(isnad.Span{Start: *n % 50, End: *n%50 + 3}))
			return
		}
		for i := range v.NumField() {
			filled(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			filled(v.Index(i), n)
		}
	case reflect.String:
		v.SetString(string(rune('ء' + *n%40)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(*n) / 4)
	default:
		panic("no way to fill " + v.Kind().String())
	}
}

func TestStoredFormKeepsEverything(t *testing.T) {
	article := isnad.Article{ID: "a", Title: "عنوان", Body: "نص يكفي طوله لما يشير إليه من مواضع في هذا الاختبار"}
	var n int
	a := &isnad.Analysis{}
	filled(reflect.ValueOf(a).Elem(), &n)
	a.Article, a.Text = article, article.Text()
	for _, want := range []*isnad.Analysis{a, {Article: article, Text: article.Text()}} {
		got, err := readAnalysis(appendAnalysis(nil, want), &article)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			x, _ := json.Marshal(got)
			y, _ := json.Marshal(want)
			t.Errorf("read back\n%s\nwant\n%s", x, y)
		}
	}
}

func TestStoredNumbers(t *testing.T) {
	for _, f := range []float64{0, 1, -1, 0.5, 1e300, math.Inf(1), math.Inf(-1), 1 << 52, 1 << 53, 1 << 62, math.Copysign(0, -1), math.MaxFloat64} {
		w := coder{}
		w.number(&f)
		r := coder{reading: true, in: string(w.out)}
		var got float64
		r.number(&got)
		if math.Float64bits(got) != math.Float64bits(f) || r.err != nil || r.in != "" {
			t.Errorf("%v is read back as %v, %v", f, got, r.err)
		}
	}
}

func FuzzStoredForm(f *testing.F) {
	article := isnad.Article{Title: "عنوان", Body: "نص يكفي طوله لما يشير إليه من مواضع في هذا الاختبار"}
	var n int
	a := &isnad.Analysis{}
	filled(reflect.ValueOf(a).Elem(), &n)
	f.Add(appendAnalysis(nil, a))
	f.Add([]byte{codecForm, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, coded []byte) {
		a, err := readAnalysis(coded, &article)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		again, err := readAnalysis(appendAnalysis(nil, a), &article)
		if err != nil {
			t.Fatal(err)
		}
		if x, y := appendAnalysis(nil, a), appendAnalysis(nil, again); string(x) != string(y) {
			t.Fatal("what was read is written as something else")
		}
	})
}
