package language

import (
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
)

// warner looks at a scenario without mistakes for what is allowed and can hardly be
// meant:
//
//   - dates that have no effect, since the months simulated are over or not yet begun;
//   - segments and rivals that no market can use;
//   - projects, shocks, hazards, growth and overlays that change nothing;
//   - one thing that is said in two ways, and so acts twice;
//   - figures far outside what the rest of the scenario knows.
//
// Whoever only shortens the months simulated is not warned of what was written before.
type warner struct {
	*compiler
	s *Compiled
}

func (w *warner) warn() {
	w.dates()
	w.unused()
	w.idle()
	w.twice()
	w.figures()
}

// efforts visits the projects and measures that go ahead.
func (w *warner) efforts(visit func(v namedValue, p *model.Project)) {
	for _, v := range slices.Concat(w.top.of("projects").each(), w.top.of("measures").each()) {
		if p := &w.s.Corridor.Projects[w.projects[v.name]]; !p.Disabled {
			visit(v, p)
		}
	}
}

// effort names a project or measure.
func (w *warner) effort(v namedValue) string {
	if w.top.of("projects").Get(v.name) != nil {
		return "project " + v.name
	}
	return "measure " + v.name
}

// lastSaid is the place of the value below a tree that the last file gives.
func lastSaid(t *text.Tree) text.Position {
	for _, e := range t.Entries {
		if e.Tree != nil && e.Tree.Latest() == t.Latest() {
			return lastSaid(e.Tree)
		}
	}
	return t.Position
}

// newer reports whether something is said in a file of a layer as late as all others, or
// a later one. Of a scenario that is read back as one text the layers are not known.
func newer(t *text.Tree, than ...*text.Tree) bool {
	layer := t.Latest()
	return layer > 0 && !slices.ContainsFunc(than, func(other *text.Tree) bool { return other.Latest() > layer })
}
