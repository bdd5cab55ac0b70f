package language

import (
	"fmt"
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
)

// delays warns of delays that move nothing: of what served before everything is known, and of what
// does not go ahead. One that is said of several projects is meant for those that it moves.
func (w *warner) delays() {
	var moving []text.Position
	var idle []idleDelay
	for _, v := range slices.Concat(w.top.of("projects").each(), w.top.of("measures").each()) {
		p := &w.s.Corridor.Projects[w.projects[v.name]]
		for _, delay := range []value{v.of("delay_months"), v.of("delay_factor")} {
			switch why := w.unmoved(v, p, delay); {
			case !delay.given():
			case why == "":
				moving = append(moving, delay.Position)
			default:
				idle = append(idle, idleDelay{delay.Position, why})
			}
		}
	}
	for i, d := range idle {
		said := slices.ContainsFunc(idle[:i], func(other idleDelay) bool { return other.at == d.at })
		if !said && !slices.Contains(moving, d.at) {
			w.report.Warn(d.at, "%s", d.why)
		}
	}
}

// idleDelay is a delay that moves nothing.
type idleDelay struct {
	at  text.Position
	why string
}

// unmoved says why a delay of a project moves nothing, or nothing. Whoever lets a project be off, or
// knows what was finished, is not told of what was said of it before.
func (w *warner) unmoved(v namedValue, p *model.Project, delay value) string {
	asOf, off := w.top.of("delivery").of("as_of"), v.of("enabled")
	switch {
	case !delay.given():
		return ""
	case p.Disabled && delay.Tree.Latest() > off.Tree.Latest():
		return fmt.Sprintf("the delay of %s has no effect: it does not go ahead", w.effort(v))
	case !p.Disabled && p.Known() && !noDelay(delay) && newer(delay.Tree, asOf.Tree):
		return fmt.Sprintf("the delay of %s has no effect: by plan it served from %v, and what was to serve by %v, as_of of delivery, did", w.effort(v), p.Completion(), p.AsOf)
	}
	return ""
}

// noDelay reports whether a delay is said to be none.
func noDelay(delay value) bool {
	return idleAmount(&change{}, delay) != "" || idleAmount(&change{scale: true}, delay) != ""
}
