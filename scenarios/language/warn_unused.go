package language

import (
	"fmt"
	"slices"
	"strings"

	"corridor/model"
)

// unused warns of segments and rivals that no market has a route through.
func (w *warner) unused() {
	passed, asked := make([]bool, len(w.parts)), make([]bool, len(w.s.Corridor.Rivals))
	for i := range w.s.Corridor.Markets {
		for _, r := range w.s.Corridor.Markets[i].Routes {
			for _, s := range r.Segments {
				passed[s] = true
			}
			if r.Rival && r.Via < len(asked) {
				asked[r.Via] = true
			}
		}
	}
	finding, linkOf := w.finding(), make([]int, len(w.parts))
	for i := range linkOf {
		linkOf[i] = -1
	}
	for i := range w.links {
		linkOf[w.links[i].Segment] = i
	}
	why := func(i int) string { return w.whyUnused(i, linkOf[i], finding) }
	for i, v := range w.parts {
		if !passed[i] && w.builtOnce(i) {
			w.report.Warn(v.at, "no market uses segment %s: %s", v.name, why(i))
		}
	}
	w.efforts(func(v namedValue, p *model.Project) { w.unusedEffort(v, p, passed, why) })
	for _, v := range w.top.of("rivals").each() {
		if !asked[w.rivals[v.name]] {
			w.report.Warn(v.at, "no route goes by rival %s, so it has no effect", v.name)
		}
	}
}

// unusedEffort warns of a project or measure that costs something and changes only what no market
// has a route through: one that is free may be there for markets of an overlay. A segment that is
// warned of is not told why again.
func (w *warner) unusedEffort(v namedValue, p *model.Project, passed []bool, why func(segment int) string) {
	if p.CostMUSD == 0 && p.AnnualMUSD == 0 {
		return
	}
	var unused []string
	for _, change := range p.Changes {
		if passed[change.Segment] {
			return
		}
		name := w.parts[change.Segment].name
		if slices.ContainsFunc(unused, func(said string) bool { return said == name || strings.HasPrefix(said, name+" (") }) {
			continue
		}
		if !w.builtOnce(change.Segment) {
			name += " (" + why(change.Segment) + ")"
		}
		unused = append(unused, name)
	}
	if len(unused) > 0 {
		w.report.Warn(v.at, "%s adds to what no market uses: %s", w.effort(v), strings.Join(unused, "; "))
	}
}

// builtOnce reports whether a segment has capacity of its own in any year simulated. One
// that has none is a place for others to build on.
func (w *warner) builtOnce(segment int) bool {
	for year := w.first.Year(); year <= w.last.Year(); year++ {
		if w.s.Corridor.Segments[segment].Built(year) {
			return true
		}
	}
	return false
}

// whyUnused says why no route passes a segment, given its link, −1 for none, and the markets
// that look for routes.
func (w *warner) whyUnused(segment, link int, finding []*findingMarket) string {
	const unlisted = "no route lists it, and "
	if link < 0 {
		return unlisted + "it joins no two nodes that routes could be found through"
	}
	refused := false
	for _, m := range finding {
		if !m.is(segment) {
			refused = true
			continue
		}
		if m.couldPass(link) {
			return fmt.Sprintf("%smarket %s, which could, finds cheaper ways", unlisted, m.name)
		}
	}
	if refused {
		return unlisted + "no way leads through it for what it accepts, " + strings.Join(w.parts[segment].of("accepts").names(), ", ")
	}
	return unlisted + "no way of any market leads through it"
}

// findingMarket is a market that looks for routes on the network.
type findingMarket struct {
	search
	name    string
	between func(link int) bool // links that a way of it can pass; nil until it is asked for
}

func (w *warner) finding() (out []*findingMarket) {
	for i, market := range w.top.of("markets").each() {
		if m := &w.s.Corridor.Markets[i]; finds(market.value) {
			n := search{compiler: w.compiler, cargo: m.Cargo, from: market.of("from").string(), to: market.of("to").string(), eastbound: m.Eastbound}
			out = append(out, &findingMarket{search: n, name: market.name})
		}
	}
	return out
}

// couldPass reports whether a way of the market could pass a link.
func (m *findingMarket) couldPass(link int) bool {
	if m.between == nil {
		from, to := m.ends()
		m.between = m.linked.Between(from, to, func(l int) bool { return m.is(m.links[l].Segment) })
	}
	return m.between(link)
}

// finds reports whether a market looks for routes on the network.
func finds(market value) bool {
	for _, r := range market.of("routes").each() {
		if r.of("find").given() {
			return true
		}
	}
	return false
}
