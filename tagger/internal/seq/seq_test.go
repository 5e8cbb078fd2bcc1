package seq

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"isnad/arabic"
)

// sample is a line about sport, so that all sorts of features are seen.
const sample = "وصل الرئيس سامي الطاهر إلى تونس، والتقى وزير خارجية مالطا في قصر قرطاج قبل المباراة في ملعب رادس"

var sports = map[string]bool{arabic.Fold("مباراة"): true, "ملعب": true}

// model has a random weight for every feature of the sample.
func model(t *testing.T, toks []arabic.Token) (*Model, Trained) {
	t.Helper()
	var r Resources
	r.Lists.Names = []string{"country", "place"}
	r.Lists.Add(0, "تونس")
	r.Lists.Add(0, "مالطا")
	r.Lists.Add(1, "قصر قرطاج")
	r.Names = map[uint32]uint8{NameHash("سامي"): 3}
	r.Sports = sports
	random := rand.New(rand.NewPCG(5, 6))
	r.Likeness = likenessOf(random)
	trained := Trained{Weights: map[Key][Labels]float64{}}
	for _, token := range r.Features(toks) {
		for _, k := range token.Keys {
			var w [Labels]float64
			for l := range w {
				w[l] = float64(random.IntN(7)-3) / Scale
			}
			trained.Weights[k] = w
		}
	}
	return New(r, trained), trained
}

func likenessOf(random *rand.Rand) Likeness {
	var weights [2][]float64
	for half := range weights {
		weights[half] = make([]float64, LikenessSize)
		for i := range weights[half] {
			weights[half][i] = random.Float64() - 0.3
		}
	}
	return NewLikeness(weights)
}

func words(m *Model, toks []arabic.Token) (words []*Word) {
	for i := range toks {
		w := m.Word(&toks[i])
		words = append(words, &w)
	}
	return words
}

// Decoding adds up other sums than training does, and must see the same features.
func TestDecodingSeesFeaturesOfTraining(t *testing.T) {
	toks := arabic.Tokenize(nil, sample)
	m, trained := model(t, toks)
	d := m.decoder()
	d.look(toks, words(d.m, toks))
	for i, token := range m.Features(toks) {
		var want [Labels]float64
		for _, k := range token.Keys {
			for l, x := range trained.Weights[k] {
				want[l] += x * Scale
			}
		}
		got := d.score(i)
		for l := range want {
			if diff := float64(got[l]) - want[l]; diff > 0.01 || diff < -0.01 {
				t.Errorf("token %q, label %d: decoded %d, features %.2f", toks[i].Norm, l, got[l], want[l])
			}
		}
	}
}

// Sums hold what the longest words and the heaviest weights come to.
func TestDecodingAddsUpWithoutOverflow(t *testing.T) {
	toks := arabic.Tokenize(nil, sample+" "+strings.Repeat("استقلالية", 100)+" "+sample)
	r := Resources{Sports: sports}
	for list := range MaxLists {
		r.Lists.Add(list, "تونس")
		r.Lists.Add(list, "قصر قرطاج")
	}
	trained := Trained{Weights: map[Key][Labels]float64{}}
	features := r.Features(toks)
	for _, token := range features {
		for _, k := range token.Keys {
			trained.Weights[k] = [Labels]float64{-127. / Scale, 127. / Scale, 1. / Scale, 11: -127. / Scale, 12: 127. / Scale}
		}
	}
	d := New(r, trained).decoder()
	d.look(toks, words(d.m, toks))
	for i, token := range features {
		n := len(token.Keys)
		if want := (scores{-127 * n, 127 * n, n, 11: -127 * n, 12: 127 * n}); d.score(i) != want {
			t.Errorf("token %q with %d features: %v", toks[i].Norm, n, d.score(i))
		}
	}
}

func TestTable(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	want := map[uint32]uint32{}
	for len(want) < 20000 {
		want[random.Uint32()>>(4*(len(want)%2))] = uint32(len(want)) // half of them in a sixteenth of the room
	}
	delete(want, 0)
	table := newTable(len(want))
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if !table.put(k, want[k]) {
			t.Fatalf("%d is refused", k)
		}
	}
	if !maps.Equal(table.all(), want) {
		t.Error("not all keys are there")
	}
	for k, n := range want {
		if got, ok := table.number(k, table.at(k)); table.may(k) == 0 || !ok || got != n {
			t.Errorf("%d: %d %v, want %d", k, got, ok, n)
		}
		if _, other := want[k+1]; !other && table.may(k+1) != 0 {
			if got, ok := table.number(k+1, table.at(k+1)); ok {
				t.Errorf("%d, which is not there: %d", k+1, got)
			}
		}
	}
	if table.put(1, 1) {
		t.Error("a key behind a higher one is not refused")
	}
}

// The inside of a name stands only behind its begin or inside.
func TestLabelsFollow(t *testing.T) {
	toks := arabic.Tokenize(nil, strings.Repeat(sample+" ", 5))
	m, _ := model(t, toks)
	before := Outside
	for i, l := range m.Label(nil, toks, words(m, toks)) {
		if !l.Follows(before) {
			t.Errorf("token %d: label %d behind %d", i, l, before)
		}
		before = l
	}
}

func TestFileKeepsModel(t *testing.T) {
	toks := arabic.Tokenize(nil, sample)
	m, _ := model(t, toks)
	var file bytes.Buffer
	if err := m.Encode(&file, "made for a test"); err != nil {
		t.Fatal(err)
	}
	back, header, err := Decode(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if header != "made for a test" {
		t.Errorf("header is %q", header)
	}
	back.Lists, back.Sports = m.Lists, m.Sports
	if !slices.Equal(back.Likeness[0], m.Likeness[0]) || !slices.Equal(back.Likeness[1], m.Likeness[1]) {
		t.Error("the weights of likeness changed")
	}
	if got, want := back.Label(nil, toks, words(back, toks)), m.Label(nil, toks, words(m, toks)); !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
}

func TestDecodeRefuses(t *testing.T) {
	m, _ := model(t, arabic.Tokenize(nil, sample))
	var file bytes.Buffer
	if err := m.Encode(&file, "made for a test"); err != nil {
		t.Fatal(err)
	}
	good := file.Bytes()
	damaged := slices.Clone(good)
	damaged[len(damaged)/2] ^= 4
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"empty", "does not begin", nil},
		{"other format", "does not begin", []byte("PK\x03\x04 something else")},
		{"other version", "another version", []byte("isnad names 9\n\n")},
		{"no body", "within its header", []byte(magic + "header")},
		{"cut off", "checksum", good[:len(good)-100]},
		{"damaged", "checksum", damaged},
	} {
		if _, _, err := Decode(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(magic + "x\n\n\x01\x02ab\x00\x00\x00\x00"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		r := reader{data: data}
		r.model() // must not panic, whatever stands behind a right checksum
	})
}

// A run goes over known names and over what looks like one, and ends before و.
func TestRuns(t *testing.T) {
	toks := arabic.Tokenize(nil, "قال خالد بن سعيد الحربي ومحمود أمس")
	var r Resources
	r.Names = map[uint32]uint8{NameHash("خالد"): 3, NameHash("سعيد"): 3, NameHash("محمود"): 3}
	words := make([]analysis, len(toks))
	for i, t := range toks {
		r.analyze(&words[i], formOf(&t), t.Kind)
	}
	got := make([]run, len(toks))
	runs(got, len(toks), func(i int) *word { return &near(words, i).word })
	said, son := &words[0].word, &words[4].word
	want := []run{{}, {said, 1, 2, 0, false}, {said, 2, 1, 0, false}, {said, 3, 0, 0, true}, {said, 0, 0, 3, true}, {son, 1, 0, 0, false}, {son, 0, 0, 1, false}}
	if !slices.Equal(got, want) {
		t.Errorf("runs\n%v, want\n%v", got, want)
	}
}
