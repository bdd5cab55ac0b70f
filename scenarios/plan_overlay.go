package scenarios

import (
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// PlanOverlay says which projects and measures of a scenario go ahead, to be written as an
// overlay on it.
type PlanOverlay struct {
	Name, Title, Question, Description string
	Left                               []string // that do not go ahead
	Later                              []Begun  // that begin at another time than the scenario says
}

// Begun is when a project or measure begins.
type Begun struct {
	Name  string
	Start calendar.Month
}

// On returns a scenario with the overlay laid on it.
func (o *PlanOverlay) On(base *Scenario) (*Scenario, error) {
	text, err := o.Text(base)
	if err != nil {
		return nil, err
	}
	return base.under(o.Name, text)
}

// Text writes the overlay. The same plan gives the same text.
func (o *PlanOverlay) Text(base *Scenario) (string, error) {
	root := &text.Tree{Kind: text.Map}
	said := func(key, words string) {
		if words != "" {
			root.Set(text.Entry{Key: key, Tree: plain(words)})
		}
	}
	said("overlay", o.Name)
	if of := base.root.TextOf("scenario"); slices.Contains(scenarioNames(), of) {
		said("for", of)
	}
	said("title", o.Title)
	said("question", o.Question)
	said("description", o.Description)
	say := func(name, key, value string) {
		section := "projects"
		if base.root.Get("measures").Get(name) != nil {
			section = "measures"
		}
		put(root, []string{section, name, key}, plain(value))
	}
	for _, name := range o.Left {
		say(name, "enabled", "false")
	}
	for _, b := range o.Later {
		for _, date := range base.DatesFrom(b.Name, b.Start) {
			say(b.Name, date.Key, date.Month.String())
		}
	}
	content := "# yaml-language-server: $schema=" + strings.Repeat("../", strings.Count(o.Name, "/")+1) + "scenario.schema.json\n" +
		"# Written by corridor plan.\n" + root.Print()
	return content, base.takes(o.Name, content)
}
