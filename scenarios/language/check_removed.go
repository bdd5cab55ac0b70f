package language

import (
	"fmt"

	"corridor/scenarios/text"
)

// removal is an entry of a section that a file takes away, and those that need it.
type removal struct {
	at            text.Position
	section, name string
	users         []text.Position
}

// takenAway reports whether a file takes away the entry of a section that something names. All
// that need it are told of together, where it is taken away: it may only have been left empty.
func (c *checker) takenAway(section, name string, user text.Position) bool {
	at, is := c.root.Get(section).Removal(name)
	if !is {
		return false
	}
	for _, r := range c.removals {
		if r.at == at {
			r.users = append(r.users, user)
			return true
		}
	}
	c.removals = append(c.removals, &removal{at, section, name, []text.Position{user}})
	return true
}

// removed reports what is taken away and needed.
func (c *checker) removed() {
	for _, r := range c.removals {
		more := ""
		switch n := len(r.users) - 1; {
		case n == 1:
			more = fmt.Sprintf(" and %v", r.users[1])
		case n > 1:
			more = fmt.Sprintf(", %v and %d more", r.users[1], n-1)
		}
		instead := "take away what names it too"
		if r.section == "projects" || r.section == "measures" {
			instead = "say enabled: false of what does not go ahead"
		}
		verb := "names"
		if len(r.users) > 1 {
			verb = "name"
		}
		c.report.Mistake(r.at, "%s has no value, which takes it away, and %v%s %s it; indent what belongs to it, or %s", text.Short(r.name), r.users[0], more, verb, instead)
	}
}
