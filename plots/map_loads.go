package plots

import (
	"corridor/plots/ink"
	"corridor/plots/page"
	"gonum.org/v1/plot/vg"
)

// load writes what a bundle carried beside its middle, if there is room.
func (d *mapLabels) load(p page.Plane, m *networkMap, b bundle) {
	total := 0.0
	for _, l := range b.lanes {
		total += l.load
	}
	if !(total > 0) {
		return
	}
	text := []string{m.on.Amount(total, page.DecimalsOf(page.Step(m.most, 10))+1)}
	w, h := blockSize(loadText, text)
	from, to := p.Point(b.from.x, b.from.y), p.Point(b.to.x, b.to.y)
	clear := ink.Half(m.width(0)) + laneEdge + 1.6
	if len(b.lanes) == 1 {
		clear = ink.Half(m.across(b)) + laneEdge + 1.6
	}
	for _, share := range []vg.Length{0.5, 0.42, 0.58, 0.34, 0.66} {
		for _, sign := range []vg.Length{1, -1} {
			at := between(from, to, share)
			length := max(distance(from, to), 1)
			nx, ny := -(to.Y-from.Y)/length, (to.X-from.X)/length
			reach := vg.Length(absolute(nx)*(ink.Half(w)+clear)) + vg.Length(absolute(ny)*(ink.Half(h)+clear))
			if len(b.lanes) > 1 {
				reach += ink.Half(m.across(b))
			}
			at = at.Add(vg.Point{X: vg.Length(sign * nx * reach), Y: vg.Length(sign * ny * reach)})
			l := mapLabel{style: loadText, text: text, align: ink.Centred}
			l.box = vg.Rectangle{Min: vg.Point{X: at.X - ink.Half(w), Y: at.Y - ink.Half(h)}, Max: vg.Point{X: at.X + ink.Half(w), Y: at.Y + ink.Half(h)}}
			if d.free(l) {
				d.put(l)
				return
			}
		}
	}
}

func absolute(v vg.Length) vg.Length { return max(v, -v) }
