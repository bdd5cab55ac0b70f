package scenarios

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"corridor/scenarios/text"
)

// mostGivenName is how many letters a name may have that is given to a request.
const mostGivenName = 60

// called reads the name that is given to the request, and returns the offset of what
// follows it. Where none is given, or what stands before = can be none, that is the beginning.
func (p *requestParser) called() (rest int) {
	end := strings.IndexAny(p.word, "=+()")
	if end < 0 || p.word[end] != '=' {
		return 0
	}
	name := strings.Join(strings.Fields(p.word[:end]), " ")
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return !inGivenName(r) }) {
		return 0
	}
	rest = end + 1
	rest += len(p.word[rest:]) - len(strings.TrimLeft(p.word[rest:], " "))
	if utf8.RuneCountInString(name) > mostGivenName {
		p.report(0, "%s is too long a name, expected at most %d letters", text.Short(name), mostGivenName)
	}
	taken := func(other string) bool { return strings.EqualFold(other, fileNameOf(name)) }
	if i := slices.IndexFunc(scenarioNames(), taken); i >= 0 {
		p.report(0, "%s is a scenario of the library, expected a name of your own before =", scenarioNames()[i])
	}
	p.request.Name = name
	return rest
}

// inGivenName reports whether a letter may stand in a name: none that says something else to
// a shell, in a table or in the name of a file.
func inGivenName(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(" -_", r)
}

// fileNameOf writes a given name as that of a file.
func fileNameOf(name string) string {
	return FileName(strings.ToLower(strings.ReplaceAll(name, " ", "-")), mostName)
}
