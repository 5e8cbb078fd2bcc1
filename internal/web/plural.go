package web

// pluralForms are the categories that a language tells apart in counting whole
// things, after the Unicode CLDR plural rules.
var pluralForms = map[string][]string{
	"ar": {"zero", "one", "two", "few", "many", "other"},
	"en": {"one", "other"},
}

// plural is the category of n things.
func plural(lang string, n int) string {
	if lang != "ar" {
		if n == 1 {
			return "one"
		}
		return "other"
	}
	switch rest := n % 100; {
	case n == 0:
		return "zero"
	case n == 1:
		return "one"
	case n == 2:
		return "two"
	case rest >= 3 && rest <= 10:
		return "few"
	case rest >= 11:
		return "many"
	}
	return "other"
}
