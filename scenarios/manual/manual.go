package manual

import (
	"embed"
	"slices"
	"strings"

	"corridor/scenarios/language"
)

// Section is what the manual says of a key at the top of a file, or of those that say what
// the file is.
type Section struct {
	Name    string
	Purpose string // plain sentences
	Example string // YAML: a scenario, or changes of the reference
	Keys    []language.Key
}

// Head is the section of the keys that say what a file is.
const Head = "head"

// order is that in which a planner comes to need the sections. Others follow as in the table
// of the language.
var order = []string{
	Head, "time", "markets", "segments", "projects", "measures", "shocks", "targets", "metrics", "expect",
	"nodes", "cargo", "rivals", "hazards", "water_level", "levers", "economics", "financiers", "pools", "declared_capacity", "sources",
	"uncertainties", "delivery", "correlations", "hindcast", "experiments", "studies", "posterior", "within", "calibration",
}

//go:embed *.yaml
var files embed.FS

// Sections returns the manual.
func Sections() []Section {
	head := Section{Name: Head}
	var rest []Section
	for _, name := range language.Sections() {
		keys := language.Keys(name)
		if len(keys) == 1 {
			head.Keys = append(head.Keys, keys...)
			continue
		}
		rest = append(rest, Section{Name: name, Keys: keys})
	}
	head.Keys = append(head.Keys, language.CommonKeys()...)
	all := append([]Section{head}, rest...)
	for i := range all {
		all[i].Purpose, all[i].Example = written(all[i].Name)
	}
	slices.SortStableFunc(all, func(a, b Section) int { return place(a.Name) - place(b.Name) })
	return all
}

func place(name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}

// Of returns a section by name, or by the name of a key of the head.
func Of(name string) (Section, bool) {
	all := Sections()
	i := slices.IndexFunc(all, func(s Section) bool {
		return s.Name == name || s.Name == Head && slices.ContainsFunc(s.Keys, func(k language.Key) bool { return k.Path == name })
	})
	if i < 0 {
		return Section{}, false
	}
	return all[i], true
}

// Below is the path of a key as a section names it, without the section and the name of an
// entry of it; "" of the section itself.
func (s *Section) Below(path string) string {
	if s.Name == Head {
		return path
	}
	below := strings.TrimPrefix(path, s.Name)
	return strings.TrimPrefix(strings.TrimPrefix(below, ".*"), ".")
}

// First is the first sentence of the purpose.
func (s *Section) First() string {
	first, _, _ := strings.Cut(s.Purpose, ". ")
	first, _, _ = strings.Cut(first, ": ")
	return strings.TrimSuffix(first, ".")
}

// written reads the file of a section: the purpose is its comment at the top, the rest the
// example.
func written(name string) (purpose, example string) {
	content, err := files.ReadFile(name + ".yaml")
	if err != nil {
		return "", ""
	}
	var sentences []string
	rest := strings.ReplaceAll(string(content), "\r\n", "\n")
	for strings.HasPrefix(rest, "#") {
		line, after, _ := strings.Cut(rest, "\n")
		sentences, rest = append(sentences, strings.TrimSpace(strings.TrimPrefix(line, "#"))), after
	}
	return strings.Join(sentences, " "), strings.TrimLeft(rest, "\n")
}
