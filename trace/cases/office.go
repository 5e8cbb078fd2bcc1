package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// inName gives the body in whose name a source speaks, as far as its own name says it: «الناطق
// الإعلامي بصحة عسير سعيد النقير» speaks for «صحة عسير». speaks reports whether it is a
// spokesman at all.
func (ids *identities) inName(a *isnad.Analysis, l isnad.Link) (body string, speaks bool) {
	toks := arabic.Tokenize(nil, l.Name)
	at := slices.IndexFunc(toks, func(t arabic.Token) bool { return ids.r.functions.Serves(bare(t.Norm), lexicon.Spokesman) })
	if at < 0 {
		return "", false
	}
	person := ""
	for _, m := range a.Mentions {
		if m.Type == isnad.PER && m.Span.Start >= l.Mention.Start && m.Span.End <= l.Mention.End {
			person = m.Span.In(a.Text)
		}
	}
	for i := at + 1; i < len(toks); i++ {
		seg := arabic.Segment(toks[i].Text)
		host := toks[i].Text[seg.HostStart:seg.HostEnd]
		clitic := toks[i].Text[:seg.HostStart]
		switch {
		case bare(arabic.Fold(host)) == "اسم", toks[i].Norm == "في":
			if i+1 == len(toks) {
				return "", true
			}
			body = l.Name[toks[i+1].Start:]
		case clitic == "ب" || clitic == "ل":
			body = host + l.Name[toks[i].End:]
		default:
			continue // المتحدث الأمني، الناطق الإعلامي
		}
		if before, _, found := strings.Cut(body, person); found && person != "" {
			body = before
		}
		return bodyBefore(a, l.Mention.Start, strings.TrimSpace(body)), true
	}
	return "", true
}

// bodyBefore is the body that was named last before a place, where another name only points at it: «الوزارة» alone, or
// «العمليات العسكرية للحركة»; the name itself where it points at none.
func bodyBefore(a *isnad.Analysis, place int, pointing string) string {
	last := arabic.Fold(lastWord(pointing))
	noun, ok := strings.CutPrefix(last, "لل")
	if !ok && last == arabic.Fold(pointing) {
		noun, ok = strings.CutPrefix(last, "ال")
	}
	if !ok {
		return pointing
	}
	for _, m := range slices.Backward(a.Mentions) {
		if m.Type != isnad.ORG || m.Span.End > place {
			continue
		}
		called := name(a, m)
		if strings.HasPrefix(arabic.Fold(called), noun+" ") {
			return called
		}
		if before := lastWord(a.Text[:m.Span.Start]); arabic.Fold(before) == noun {
			return before + " " + called
		}
	}
	return pointing
}

// mostly is the body for which two thirds of the articles that name a spokesman name one; empty
// where there is none.
func (ids *identities) mostly() string {
	count, all := map[string]int{}, 0
	for _, body := range ids.spoken {
		if body != "" {
			count[body]++
			all++
		}
	}
	for _, body := range ids.spoken {
		if n := count[body]; body != "" && 3*n >= 2*all {
			return body
		}
	}
	return ""
}

// speaksFor finds the body for which an article names a spokesman in full, for those whom it
// names by their office alone afterwards.
func (ids *identities) speaksFor(a *isnad.Analysis) string {
	for i := range a.Claims {
		for _, l := range a.Claims[i].Sources {
			if body, _ := ids.inName(a, l); body != "" {
				return body
			}
			if l.Kind == isnad.Person {
				if body, ok := ids.office[strings.Join(ids.words(l), " ")]; ok {
					return body
				}
			}
		}
	}
	return ""
}

// offices finds who speaks in the name of which body: a person beside the word for a
// spokesman, and the body behind it.
func (ids *identities) offices(a *isnad.Analysis) {
	const reach = 60 // bytes between the parts: some six words
	for _, m := range a.Mentions {
		if m.Type != isnad.ORG && m.Type != isnad.GPE {
			continue
		}
		before := a.Text[max(0, m.Span.Start-reach):m.Span.Start]
		at := ids.spokesman(before)
		if at < 0 {
			continue
		}
		start := m.Span.Start - len(before) + at
		for _, p := range a.Mentions {
			near := p.Span.End <= start && start-p.Span.End < reach/2 || p.Span.Start >= m.Span.End && p.Span.Start-m.Span.End < reach/2 || p.Span.Start > start && p.Span.End < m.Span.Start
			if p.Type != isnad.PER || !near || strings.ContainsAny(a.Text[min(p.Span.Start, start):max(p.Span.End, m.Span.End)], ".\n") {
				continue
			}
			if p.Span.End <= start && ids.parted(a.Text[p.Span.End:start]) || p.Span.Start >= m.Span.End && ids.parted(a.Text[m.Span.End:p.Span.Start]) {
				continue
			}
			person := isnad.Link{Name: name(a, p), Kind: isnad.Person}
			if key := strings.Join(ids.words(person), " "); key != "" {
				if _, taken := ids.office[key]; !taken {
					ids.office[key] = bodyBefore(a, m.Span.Start, name(a, m))
				}
			}
		}
	}
}

// officesByRole finds the same by the roles that an article gives its persons: «الناطق الرسمي باسم الجيش العميد»
// is whoever speaks for the army, though no army is marked there.
func (ids *identities) officesByRole(a *isnad.Analysis) {
	for i := range a.Entities {
		e := &a.Entities[i]
		key := strings.Join(ids.words(isnad.Link{Name: e.Name, Kind: isnad.Person}), " ")
		if e.Type != isnad.PER || key == "" || ids.office[key] != "" {
			continue
		}
		for _, role := range e.Roles {
			body, _ := ids.inName(&isnad.Analysis{}, isnad.Link{Name: role})
			if body = ids.withoutRank(body); body != "" {
				ids.office[key] = bodyBefore(a, ids.firstNamed(a, e.ID), body)
				break
			}
		}
	}
}

// withoutRank is the name of a body without the rank of a person that ends it.
func (ids *identities) withoutRank(body string) string {
	words := strings.Fields(body)
	for n := len(words); n > 0 && strings.HasPrefix(words[n-1], "ال") && ids.r.ranks[bare(arabic.Fold(words[n-1]))]; n-- {
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}

// parted reports whether a word stands between a person and his office that ends a noun phrase: «المتحدثة باسم
// المشفى حيث كان فلان».
func (ids *identities) parted(between string) bool {
	const ends = lexicon.ThatWord | lexicon.Preposition | lexicon.Relative | lexicon.Governor | lexicon.ClauseStart | lexicon.Auxiliary | lexicon.Particle
	return slices.ContainsFunc(arabic.Tokenize(nil, between), func(t arabic.Token) bool { return ids.r.functions.Word(bare(t.Norm))&ends != 0 })
}

// spokesman gives where the last word for a spokesman stands, -1 if nowhere.
func (ids *identities) spokesman(text string) int {
	toks := arabic.Tokenize(nil, text)
	for i := len(toks) - 1; i >= 0; i-- {
		if ids.r.functions.Serves(bare(toks[i].Norm), lexicon.Spokesman) {
			return toks[i].Start
		}
	}
	return -1
}
