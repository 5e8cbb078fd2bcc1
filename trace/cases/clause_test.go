package cases

import (
	"slices"
	"strings"
	"testing"
)

// Where clauses end, what numbers are in them, and which words have a sense.
func TestClauses(t *testing.T) {
	for _, c := range []struct {
		text    string
		clauses []string // the article's own, without its title
		numbers []string // of the first
		terms   string   // of the first, as they stand
	}{
		{
			"عشرات القتلى والجرحى من ركاب القطار سقطوا في التصادم.", // those who fell are told of once
			[]string{"عشرات القتلى والجرحى من ركاب القطار سقطوا في التصادم"}, []string{"عشرات القتلي"},
			"=killed =injured راكب قطار =crash =crash",
		},
		{
			"انهار الجسر وأصيب سبعة عمال.", // another thing happened
			[]string{"انهار الجسر", "وأصيب سبعة عمال"}, nil, "=collapse جسر",
		},
		{
			"نتج عن الحريق وفاة خمسة عشر مسافرا، وثلاثة عاملين وإصابة تسعة.",
			[]string{"نتج عن الحريق وفاة خمسة عشر مسافرا، وثلاثة عاملين", "وإصابة تسعة"}, []string{"15", "3"},
			"=burn =killed مسافر =worker",
		},
		{
			"وصل القطار إلى محطة الميناء قبل موعده للطائرات.", // neither قبل nor إلى does anything
			[]string{"وصل القطار إلى محطة الميناء قبل موعده للطائرات"}, nil,
			"=arrive قطار محط ميناء موعد =aircraft",
		},
		{
			"إلغاء مناصب النواب\" و\"تقليص أعداد الحراس\" في البلدة.", // measures in quotations
			[]string{"إلغاء مناصب النواب", "و\"تقليص أعداد الحراس\" في البلدة"}, nil,
			"=cancel منصب نايب",
		},
		{
			"زار المهندس موقع الميناء، ورفع أجور العمال.",
			[]string{"زار المهندس موقع الميناء", "ورفع أجور العمال"}, nil,
			"=visit مهندس موقع ميناء",
		},
		{
			"حضر المهندس والإلغاء قريب.", // a noun with the article begins no clause
			[]string{"حضر المهندس والإلغاء قريب"}, nil, "حضر مهندس =cancel قريب",
		},
		{
			"أصيب العامل ووالدته وشقيقه في الحريق.", // a noun with a pronoun is no verb
			[]string{"أصيب العامل ووالدته وشقيقه في الحريق"}, nil, "=injured =worker والد شقيق =burn",
		},
	} {
		all, r := tell(t, "صدى البرقاء|"+c.text)
		var told []string
		var first *clause
		for _, cl := range r.clauses(0, all[0]) {
			if !cl.title {
				told = append(told, cl.span.In(all[0].Text))
				if first == nil {
					first = &cl
				}
			}
		}
		if !slices.Equal(told, c.clauses) {
			t.Errorf("%s: %q", c.text, told)
			continue
		}
		if order := strings.Join(first.order, " "); !slices.Equal(first.numbers, c.numbers) || order != c.terms {
			t.Errorf("%s: numbers %q, terms %q", c.text, first.numbers, order)
		}
	}
}

// TestDatelinesTellNothing: where reports are from is no case.
func TestDatelinesTellNothing(t *testing.T) {
	all, r := tell(t,
		"صدى البرقاء|بيروت – رويترز\nانهار مبنى قديم في حي التبانة بمدينة طرابلس.",
		"مرصد الساحل|بيروت - وكالات:\nانهار مبنى قديم في حي التبانة بمدينة طرابلس.")
	in := r.Inside(all, nil, make([]string, 2))
	for _, c := range in.Cases {
		if strings.Contains(c.Proposition, "بيروت") {
			t.Errorf("a case of %q", c.Proposition)
		}
	}
	if len(in.Cases) == 0 {
		t.Error("no case")
	}
}
