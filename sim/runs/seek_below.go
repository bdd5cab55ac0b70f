package runs

import (
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// checkSingle returns an error for the path of what has numbers below it and is none, with theirs.
func (p *Seek) checkSingle() error {
	below := p.below()
	if len(below) == 0 {
		return nil
	}
	if _, err := p.Scenario.SetFigure(p.Question.Figure, 1); err == nil { // as one for all years
		return nil
	}
	if len(below) == 1 {
		return misusedf("%s is no single number, did you mean %q?", text.Short(p.Question.Figure), below[0])
	}
	return misusedf("%s is no single number; below it: %s", text.Short(p.Question.Figure), someOf(below))
}

// below lists the paths of the numbers below the path that was given for a figure, as of a capacity
// that of what is fixed; none where it is that of a figure.
func (p *Seek) below() (list []string) {
	all := p.Scenario.Figures()
	for _, path := range p.Scenario.Paths(p.Question.Figure) {
		for i := range all {
			if all[i].Path == path {
				return nil
			}
			rest, within := strings.CutPrefix(all[i].Path, path+".")
			if longer := p.Question.Figure + "." + rest; within && !slices.Contains(list, longer) {
				list = append(list, longer)
			}
		}
	}
	return list
}
