package language

import (
	"slices"

	"corridor/scenarios/text"
)

// Where the indentation is lost, a section is left empty and what belongs to it stands at the
// top of the file:
//
//	segments:
//	rail-ferry: {effectiveness: 0.8}

// leftOf returns the section that a file leaves empty right above one of its keys at the top
// which the language does not know, "" where there is none.
func leftOf(root *text.Tree, unknown text.Entry) string {
	section, line := "", 0
	above := func(e text.Entry) bool {
		return e.At.File == unknown.At.File && e.At.Line > line && e.At.Line < unknown.At.Line
	}
	for _, e := range root.Removed {
		if schema.field(e.Key).hasNames() && above(e) {
			section, line = e.Key, e.At.Line
		}
	}
	for _, e := range root.Entries {
		if schema.child(e.Key) != nil && above(e) {
			return ""
		}
	}
	return section
}

// isLost reports whether what belongs to a section stands at the left of it.
func isLost(root *text.Tree, section string) bool {
	return root.Get(section) == nil && slices.ContainsFunc(root.Entries, func(e text.Entry) bool {
		return schema.child(e.Key) == nil && leftOf(root, e) == section
	})
}

// isBroken reports whether a section is not there as it was meant, which is told: what names its
// entries is not looked for in it.
func isBroken(root *text.Tree, section string) bool {
	t := root.Get(section)
	return t != nil && t.Kind != text.Map || t == nil && (schema.requires(section) || isLost(root, section))
}

// anyBroken reports whether that is so of any section.
func anyBroken(root *text.Tree) bool {
	return slices.ContainsFunc(schema.fields, func(f field) bool { return f.spec.hasNames() && isBroken(root, f.name) })
}

// atTheLeft reports the first key that stands at the left of its section.
func (c *checker) atTheLeft(e text.Entry, section string) {
	if c.left == nil {
		c.left = map[string]bool{}
	}
	if !c.left[section] {
		c.report.Mistake(e.At, "%q is no key at the top of a file; indent it, with all that belongs to it, so that it stands within %s above", text.Short(e.Key), section)
	}
	c.left[section] = true
}
