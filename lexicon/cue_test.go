package lexicon

import (
	"testing"

	"isnad/arabic"
)

func TestConjugate(t *testing.T) {
	cases := []struct {
		perfect, imperfect, participle, masdar string
		want                                   []string
	}{
		{"قال", "يقول", "قائل", "قول", []string{"قالت", "قالوا", "قالا", "قالتا", "يقول", "تقول", "يقولون", "قائلا", "قائلة", "قائلين", "قوله", "قولها", "بالقول", "بقوله"}},
		{"نفى", "ينفي", "ناف", "نفي", []string{"نفت", "نفوا", "نفيا", "ينفون", "نافيا", "نافية", "نافين", "نفاه"}},
		{"دعا", "يدعو", "داع", "دعوة", []string{"دعت", "دعوا", "يدعون", "تدعو", "داعيا", "داعية", "دعوته"}},
		{"رأى", "يرى", "-", "", []string{"رأت", "رأوا", "يرون", "ترى", "يريان", "نرى"}},
		{"أكد", "يؤكد", "مؤكد", "تأكيد", []string{"أكدت", "أكدوا", "أكدنا", "يؤكدون", "مؤكدا", "مؤكدة", "مؤكدين", "بالتأكيد", "تأكيده"}},
	}
	for _, c := range cases {
		have := map[string]bool{}
		participle := c.participle
		if participle == "-" {
			participle = ""
		}
		for _, f := range conjugate(c.perfect, c.imperfect, participle, c.masdar) {
			have[arabic.Fold(f.Word)] = true
		}
		for _, w := range c.want {
			if !have[arabic.Fold(w)] {
				t.Errorf("conjugate(%s) lacks %s", c.perfect, w)
			}
		}
	}
}

func TestLoadCues(t *testing.T) {
	cues, err := LoadCues()
	if err != nil {
		t.Fatal(err)
	}
	if got := cues.Of(arabic.Fold("أوضحت")); len(got) == 0 || got[0].Form.Gender != Feminine {
		t.Errorf("أوضحت read as %v", got)
	}
}
