package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// What is written in a file that the language does not know is mostly a word for something that it
// does. One message says so: what would follow is not told.

// inOtherWords are keys by words that people use for them.
var inOtherWords = map[string][]string{
	"delay":    {"delay_months"},
	"duration": {"duration_months", "days", "weeks", "months"},
	"year":     {"at"},
	"by":       {"at"},
	"date":     {"at"},
	"until":    {"to"},
	"name":     {"title"},
}

// meant returns the keys of an object that one it does not have may stand for: those that people
// call so, or else the nearest.
func (s *spec) meant(key string) (keys []string) {
	for _, name := range inOtherWords[strings.ToLower(key)] {
		if s.field(name) != nil {
			keys = append(keys, name)
		}
	}
	if near := text.Nearest(key, s.names()); len(keys) == 0 && near != "" {
		keys = []string{near}
	}
	return keys
}

// meantBy says what a key that an object does not have may stand for, or which there are.
func (s *spec) meantBy(t *text.Tree, key, name string) string {
	if dated := s.byYearOnly(key); dated != "" {
		return fmt.Sprintf("; values by year stand in %s: {%s: …}", dated, key)
	}
	meant := s.meant(key)
	if elsewhere := s.elsewhere(t, key, name); elsewhere != "" && len(meant) == 0 {
		return elsewhere
	}
	if len(meant) == 0 {
		return text.DidYouMean(key, s.names())
	}
	for i := range meant {
		meant[i] = fmt.Sprintf("%q", meant[i])
	}
	return ", did you mean " + strings.Join(meant, " or ") + "?"
}

// mayGive reports whether an unknown key of an object may have been meant to give one of some keys.
func (s *spec) mayGive(t *text.Tree, names ...string) bool {
	return slices.ContainsFunc(t.Entries, func(e text.Entry) bool {
		if s.child(e.Key) != nil || s == schema && leftOf(t, e) != "" {
			return false
		}
		meant := s.meant(e.Key)
		return len(meant) == 0 || slices.ContainsFunc(meant, func(key string) bool {
			return slices.Contains(names, key) || s == schema && key == "extends"
		})
	})
}

// noneToChange says that there is no entry of a name for a file to change, where what it says is too
// little for a new one and there is one of a name near to it, or it can only be a change; "" otherwise.
func (c *checker) noneToChange(t *text.Tree, e text.Entry, s *spec, section string) string {
	if !s.needs(e.Tree) || s.item.mayGive(e.Tree, s.item.missing(e.Tree)[0].name) {
		return ""
	}
	var others []string
	for _, other := range t.Entries {
		if other.At.File != e.At.File && commentary[other.Key] == nil {
			others = append(others, other.Key)
		}
	}
	near, enabled := text.Nearest(e.Key, others), e.TextOf("enabled")
	if near == "" && (len(others) == 0 || !s.item.onlyChanged(e.Tree)) {
		return ""
	}
	hint := text.DidYouMean(e.Key, others)
	if kin := s.item.kin(); kin != nil && c.root.Get(kin.name).Get(e.Key) != nil {
		hint = fmt.Sprintf(", did you mean %q?", kin.name+"."+e.Key)
	}
	switch one := strings.TrimSuffix(section, "s"); {
	case enabled == "false" && len(e.Entries) == 1:
		return fmt.Sprintf("there is no %s %q to switch off%s", one, e.Key, hint)
	case enabled == "true" && len(e.Entries) == 1:
		return fmt.Sprintf("there is no %s %q to switch on%s", one, e.Key, hint)
	}
	return fmt.Sprintf("there is no %q in %s to change, and a new one needs %s%s", e.Key, section, s.item.missing(e.Tree)[0].name, strings.Replace(hint, ", did", "; did", 1))
}

// onlyChanged reports whether an entry has none of several keys that a new one needs.
func (s *spec) onlyChanged(entry *text.Tree) bool {
	needed := len(s.missing(&text.Tree{Kind: text.Map}))
	return needed > 1 && len(s.missing(entry)) == needed
}

// asName writes what is no name as one, "" where that gives none.
func asName(key string) string {
	name := strings.Join(strings.Fields(strings.ToLower(key)), "-")
	if name == key || !IsName(name) {
		return ""
	}
	return fmt.Sprintf(", such as %q", name)
}

// dateBehind says how a date is written that stands behind a word, as in from 2028.
func dateBehind(key string) string {
	words := strings.Fields(key)
	if len(words) != 2 {
		return ""
	}
	if _, ok := beginning(words[1]); !ok {
		return ""
	}
	return "; write " + words[1]
}
