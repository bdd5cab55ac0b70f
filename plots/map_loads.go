package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// Where along a link its tonnes may stand, best first, and how far away.
var (
	loadPlaces = []vg.Length{0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}
	loadSteps  = []vg.Length{0, 6, 14, 24, 36, 50}
)

// shortLink is how long a link may be that has few places for its number.
const shortLink vg.Length = 48

// load writes a text of the links of a bundle beside their middle, a line each in the order in
// which they lie side by side, and further away with a thin line to them where there is no room. It
// reports whether there was any.
func (d *mapLabels) load(m *networkMap, v *mapView, of int, paths [][]vg.Point, text []string, steps []vg.Length) bool {
	b := m.bundles[of]
	if len(text) == 0 {
		return true
	}
	first, last := paths[0], paths[len(paths)-1]
	n := len(first) / 2
	from, to := between(first[n-1], last[n-1], 0.5), between(first[n], last[n], 0.5)
	clear := ink.Half(m.across(v, b.lanes)) + laneEdge + 1.6
	for _, step := range steps {
		for _, share := range loadPlaces {
			for _, sign := range []vg.Length{1, -1} {
				l := besideLink(from, to, share, sign, clear, step, text)
				if l.of = of; d.free(l) {
					d.put(l)
					return true
				}
			}
		}
	}
	at := between(from, to, 0.5)
	for _, step := range steps[min(2, len(steps)):] {
		for _, side := range mapSides {
			l := beside(at, clear+step, side, loadText, text)
			l.of, l.leader = of, leader(at, clear, l.box)
			if d.free(l) {
				d.put(l)
				return true
			}
		}
	}
	return false
}

// room is what the links of a bundle carry when they carry most.
func (m *networkMap) room(of int) []string {
	return m.loads(m.bundles[of], func(l lane) float64 { return l.widest })
}

// loads writes what the links of a bundle carry, as far as they ever carry anything.
func (m *networkMap) loads(b bundle, mt func(lane) float64) (text []string) {
	for _, l := range b.lanes {
		if l.widest > 0 {
			text = append(text, m.on.Amount(mt(l), page.DecimalsOf(page.Step(m.most, 10))+1))
		}
	}
	return text
}

// besideLink returns what stands beside a link, on one side of it, clear of its middle by so much
// and a step more.
func besideLink(from, to vg.Point, share, sign, clear, step vg.Length, text []string) mapLabel {
	w, h := blockSize(loadText, text)
	on := between(from, to, share)
	length := max(distance(from, to), 1)
	nx, ny := vg.Length(sign*(from.Y-to.Y))/length, vg.Length(sign*(to.X-from.X))/length
	reach := vg.Length(absolute(nx)*ink.Half(w)) + vg.Length(absolute(ny)*ink.Half(h)) + clear + step
	at := on.Add(vg.Point{X: vg.Length(nx * reach), Y: vg.Length(ny * reach)})
	l := mapLabel{style: loadText, text: text, align: ink.Centred}
	l.box = vg.Rectangle{Min: vg.Point{X: at.X - ink.Half(w), Y: at.Y - ink.Half(h)}, Max: vg.Point{X: at.X + ink.Half(w), Y: at.Y + ink.Half(h)}}
	if step > loadSteps[1] {
		l.leader = leader(on, clear, l.box)
	}
	return l
}

func lengthOf(path []vg.Point) (length vg.Length) {
	for i := 1; i < len(path); i++ {
		length += distance(path[i-1], path[i])
	}
	return length
}

func absolute(v vg.Length) vg.Length { return max(v, -v) }
