package language

import (
	"fmt"
	"strings"

	"corridor/model/network"
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
	for i, v := range w.parts {
		if !passed[i] && w.builtOnce(i) {
			w.report.Warn(v.at, "no market uses segment %s: %s", v.name, w.whyUnused(i))
		}
	}
	for _, v := range w.top.of("rivals").each() {
		if !asked[w.rivals[v.name]] {
			w.report.Warn(v.at, "no route goes by rival %s, so it has no effect", v.name)
		}
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

// whyUnused says why no route passes a segment.
func (w *warner) whyUnused(segment int) string {
	const unlisted = "no route lists it, and "
	link := -1
	for i := range w.links {
		if w.links[i].Segment == segment {
			link = i
		}
	}
	if link < 0 {
		return unlisted + "it joins no two nodes that routes could be found through"
	}
	refused := false
	for i, market := range w.top.of("markets").each() {
		m := &w.s.Corridor.Markets[i]
		if !finds(market.value) {
			continue
		}
		if _, accepted := weightOn(w.parts[segment], m.Cargo); !accepted {
			refused = true
			continue
		}
		n := search{compiler: w.compiler, cargo: m.Cargo, from: market.of("from").string(), to: market.of("to").string(), eastbound: m.Eastbound, valueOfTime: m.ValueOfTimeUSD}
		from, to := n.ends()
		if leadsThrough(n.open(n.is, n.cost), from, to, w.links[link]) {
			return fmt.Sprintf("%smarket %s, which could, finds cheaper ways", unlisted, market.name)
		}
	}
	if refused {
		return unlisted + "no way leads through it for what it accepts, " + strings.Join(w.parts[segment].of("accepts").names(), ", ")
	}
	return unlisted + "no way of any market leads through it"
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

// leadsThrough reports whether a way between two nodes can pass a link.
func leadsThrough(links []network.Link, from, to string, through network.Link) bool {
	joined := func(a, b string) bool { return a == b || len(network.ShortestPaths(links, a, b, 1)) > 0 }
	return joined(from, through.From) && joined(through.To, to)
}
