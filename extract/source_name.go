package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// listName is the source as one would list it.
func (s *discourse) listName(src *source, span isnad.Span) string {
	if src.outlet != nil && src.kind == isnad.Media {
		return src.outlet.Name
	}
	if src.polity != nil && src.polity.Country != nil && src.polity.Kind == "capital" {
		return src.polity.Country.Name
	}
	if src.rule == godRule {
		return scriptureName(s.d, src)
	}
	if src.nameEnd > 0 {
		return cleanName(s.d.span(src.nameFirst, src.nameEnd).In(s.d.text))
	}
	name := cleanName(span.In(s.d.text))
	if src.kind == isnad.Unnamed && src.number == lexicon.Singular && strings.HasSuffix(s.d.toks[src.first].Norm, "ا") {
		name = nominative(name, src.head)
	}
	if src.cut > 0 && strings.HasPrefix(s.d.toks[src.first].Norm[2*src.cut-2:], "لل") {
		name = "ا" + name // «للتلفزيون» is التلفزيون
	}
	return name
}

// nominative is the name without the endings of an indefinite accusative: «مسؤولا عسكريا في بنغازي» is listed
// as «مسؤول عسكري في بنغازي». The adjectives behind the head have its ending; where it has none, or the
// letter is its own, the name stays.
func nominative(name, head string) string {
	words := strings.Split(name, " ")
	if host, ok := withoutTanwin(words[0]); !ok || arabic.Fold(host) != strings.TrimSuffix(arabic.Fold(roleWord(head)), "ان") {
		return name
	}
	for i, w := range words {
		host, ok := withoutTanwin(w)
		if !ok {
			break
		}
		words[i] = host
	}
	return strings.Join(words, " ")
}

// withoutTanwin cuts the alef of an indefinite accusative, with or without its vowel sign.
func withoutTanwin(w string) (string, bool) {
	for _, ending := range [...]string{"اً", "ًا", "ا"} {
		if host, ok := strings.CutSuffix(w, ending); ok && !strings.HasPrefix(w, "ال") {
			return host, true
		}
	}
	return w, false
}

// cleanName drops quotation marks, brackets and line feeds.
func cleanName(name string) string {
	if isClean(name) {
		return name
	}
	var b strings.Builder
	apart := false // a sign that was dropped stood here
	for _, t := range arabic.Tokenize(nil, name) {
		if t.Kind == punctKind && !strings.Contains("-.%٪", t.Norm) {
			apart = true
			continue
		}
		if b.Len() > 0 && (apart || !t.Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		apart = false
	}
	return b.String()
}

// isClean: letters without marks and single spaces between them, as in most names.
func isClean(name string) bool {
	space := true
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case c == ' ' && !space:
			space = true
			i++
		case c == 0xD8 && i+1 < len(name) && name[i+1] >= 0xA1 && name[i+1] <= 0xBA,
			c == 0xD9 && i+1 < len(name) && name[i+1] >= 0x81 && name[i+1] <= 0x8A: // U+0621 to U+063A, U+0641 to U+064A
			space = false
			i += 2
		default:
			return false
		}
	}
	return !space
}
