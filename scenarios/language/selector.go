package language

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// A selector names parts of the corridor as planners do:
//
//	alat-boxes         one, by its name
//	alat-*             all with such a name; * stands for any letters, none too
//	all                all there are
//	all of alat        all that begin or end at a node
//	all of KZ          all that do in a country, by the code of its nodes or its name
//	all of kind port   all of a kind; of markets, all of cargo oil
//	[alat-*, all of aktau]   a list: each part once
//
// What a part itself is called goes before what a selector could mean.
const (
	allOf    = "all of "
	allParts = "all"
)

// sharedKeys are the keys by which the parts of a section are named together, beside the places
// where they begin and end.
var sharedKeys = map[string]string{"segments": "kind", "markets": "cargo"}

// endKeys are the keys of a part that name the nodes where it begins and ends.
var endKeys = []string{"from", "to"}

// isSelector reports whether a key of a map with names selects several of them.
func isSelector(key string) bool {
	return strings.Contains(key, star) || strings.HasPrefix(key, allOf)
}

// selected returns the parts of a section of a scenario that a selector names, in the order of
// the section; where it names none, what is wrong.
func selected(root *text.Tree, section, selector string) (names []string, mistake string) {
	of := selection{root: root, parts: root.Get(section), section: section}
	return of.named(selector)
}

// selection is what a selector chooses from.
type selection struct {
	root    *text.Tree // the scenario, for its nodes
	parts   *text.Tree
	section string // of the scenario; "" for a map that selectors know by its names alone
}

// named returns the names that a selector means, or what is wrong with it.
func (s *selection) named(selector string) (names []string, mistake string) {
	rest, some := strings.CutPrefix(selector, allOf)
	switch {
	case s.parts.Get(selector) != nil && commentary[selector] == nil:
		return []string{selector}, ""
	case selector == allParts && s.section != "" && len(namesIn(s.parts)) > 0:
		return namesIn(s.parts), ""
	case some && sharedKeys[s.section] != "" && strings.HasPrefix(rest, sharedKeys[s.section]+" "):
		return s.alike(sharedKeys[s.section], strings.TrimPrefix(rest, sharedKeys[s.section]+" "))
	case some && sharedKeys[s.section] != "":
		return s.at(rest)
	case strings.Contains(selector, star):
		return s.like(selector)
	}
	return nil, fmt.Sprintf("there is no %q among the %s%s", text.Short(selector), s.section, text.DidYouMean(selector, namesIn(s.parts)))
}

// where returns the names of the parts for which something holds.
func (s *selection) where(holds func(e text.Entry) bool) (names []string) {
	if s.parts == nil {
		return nil
	}
	for _, e := range s.parts.Entries {
		if commentary[e.Key] == nil && holds(e) {
			names = append(names, e.Key)
		}
	}
	return names
}

// like returns the names that a pattern fits.
func (s *selection) like(pattern string) ([]string, string) {
	if names := s.where(func(e text.Entry) bool { return fits(pattern, e.Key) }); len(names) > 0 {
		return names, ""
	}
	among := "here"
	if s.section != "" {
		among = "among the " + s.section
	}
	return nil, fmt.Sprintf("no name %s is like %q%s", among, text.Short(pattern), s.nearPattern(pattern))
}

// nearPattern names the pattern nearest to one that fits no name, of those that the beginnings and
// ends of names make; where none is near, the names there are.
func (s *selection) nearPattern(pattern string) string {
	var near []string
	for _, name := range namesIn(s.parts) {
		for i, r := range name {
			if r == '-' || r == '_' {
				near = append(near, name[:i+1]+star, star+name[i:])
			}
		}
	}
	if best := text.Nearest(pattern, near); best != "" {
		return fmt.Sprintf(", did you mean %q?", best)
	}
	return text.DidYouMean(strings.Trim(pattern, star), namesIn(s.parts))
}

// fits reports whether a pattern, in which * stands for any letters, fits a name.
func fits(pattern, name string) bool {
	parts := strings.Split(pattern, star)
	name, ok := strings.CutPrefix(name, parts[0])
	last := len(parts) - 1
	if last == 0 {
		return ok && name == ""
	}
	for _, part := range parts[1:last] {
		if !ok {
			return false
		}
		_, name, ok = strings.Cut(name, part)
	}
	return ok && strings.HasSuffix(name, parts[last])
}

// alike returns the parts that have a word under a key.
func (s *selection) alike(key, word string) ([]string, string) {
	if names := s.where(func(e text.Entry) bool { return e.TextOf(key) == word }); len(names) > 0 {
		return names, ""
	}
	return nil, fmt.Sprintf("none of the %s is of %s %q%s", s.section, key, text.Short(word), text.DidYouMean(word, said(s.parts, key)))
}

// at returns the parts that begin or end at a node, or in a country.
func (s *selection) at(place string) ([]string, string) {
	nodes := s.root.Get("nodes")
	there := map[string]bool{} // the nodes that are meant
	if commentary[place] == nil && nodes.Get(place) != nil {
		there[place] = true
	} else if nodes != nil {
		code := tables.CountryCode(place)
		for _, node := range nodes.Entries {
			there[node.Key] = commentary[node.Key] == nil && node.TextOf("country") == code
		}
	}
	names := s.where(func(e text.Entry) bool {
		return slices.ContainsFunc(endKeys, func(key string) bool { return there[e.TextOf(key)] })
	})
	switch {
	case len(names) > 0:
		return names, ""
	case slices.Contains(slices.Collect(maps.Values(there)), true):
		return nil, fmt.Sprintf("none of the %s begins or ends in %s", s.section, text.Short(place))
	}
	return nil, fmt.Sprintf("there is no place or country %q%s", text.Short(place), text.DidYouMean(place, s.places(nodes)))
}

// places lists what may stand behind "all of": nodes, countries by their codes and names, and the
// key that parts share.
func (s *selection) places(nodes *text.Tree) []string {
	list := namesIn(nodes)
	for _, code := range said(nodes, "country") {
		list = append(append(list, code), tables.NamesOfCountry(code)...)
	}
	key := sharedKeys[s.section]
	for _, word := range said(s.parts, key) {
		list = append(list, key+" "+word)
	}
	return list
}

// said lists the words that the entries of a map have under a key, each once.
func said(t *text.Tree, key string) (words []string) {
	if t == nil {
		return nil
	}
	for _, e := range t.Entries {
		if word := e.TextOf(key); word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// chosen is a part that a value with selectors names, by its index, and where it is said.
type chosen struct {
	index int
	at    text.Position
}

// chosen returns the parts of a section that a selector, or a list of them, names, each once. A
// part that is named twice by its name is reported.
func (c *compiler) chosen(v value, section string, index map[string]int) (list []chosen) {
	have, called := map[int]bool{}, map[string]bool{}
	for _, item := range c.selectors(v) {
		if called[item.Text] {
			c.report.Mistake(item.Position, "%s is named twice", item.Text)
		}
		called[item.Text] = true
		for _, name := range c.meant(item.Text, section, index) {
			if i, known := index[name]; known && !have[i] {
				have[i] = true
				list = append(list, chosen{i, item.Position})
			}
		}
	}
	return list
}

// selectors returns those of a value, one or a list; none of one that is mistaken.
func (c *compiler) selectors(v value) []*text.Tree {
	switch {
	case !v.given() || !c.report.Sound(v.Tree):
		return nil
	case v.Kind == text.Scalar:
		return []*text.Tree{v.Tree}
	}
	return v.Items
}

// meant returns the names that a selector means. What is a name by itself is not looked for.
func (c *compiler) meant(selector, section string, index map[string]int) []string {
	if _, known := index[selector]; known {
		return []string{selector}
	}
	names, _ := selected(c.top.Tree, section, selector)
	return names
}

// chosenNames returns the names of the parts that a selector, or a list of them, names, each once.
func (c *compiler) chosenNames(v value, section string) (list []string) {
	for _, item := range c.selectors(v) {
		for _, name := range c.meant(item.Text, section, nil) {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// selector checks one selector.
func (c *checker) selector(said string, at text.Position, section string) {
	parts := c.root.Get(section)
	if parts != nil && parts.Kind != text.Map || parts == nil && schema.requires(section) || c.defines(section)[said] || c.report.Full() {
		return // what is wrong is reported
	}
	if _, mistake := selected(c.root, section, said); mistake != "" && !c.takenAway(section, said, at) {
		c.report.Mistake(at, "%s", mistake)
	}
}

// selects is a part of a section, or several, by selectors.
func selects(doc, section string) *spec {
	one := &spec{form: formSelector, doc: doc, sections: []string{section}}
	return either(one, list("Several of them", one))
}
