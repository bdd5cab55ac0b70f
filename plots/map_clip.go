package plots

import (
	"gonum.org/v1/plot/vg"
)

// clipLine returns the parts of a line that lie in a rectangle.
func clipLine(line []vg.Point, r vg.Rectangle) (parts [][]vg.Point) {
	var part []vg.Point
	for i := 1; i < len(line); i++ {
		a, b, in := clipStretch(line[i-1], line[i], r)
		if !in {
			continue
		}
		if n := len(part); n == 0 || part[n-1] != a {
			if part != nil {
				parts = append(parts, part)
			}
			part = []vg.Point{a}
		}
		part = append(part, b)
	}
	if part != nil {
		parts = append(parts, part)
	}
	return parts
}

// clipStretch cuts a stretch to a rectangle (Liang & Barsky 1984, ACM Transactions on Graphics
// 3(1), 1–22), and reports whether anything is left.
func clipStretch(a, b vg.Point, r vg.Rectangle) (vg.Point, vg.Point, bool) {
	from, to := vg.Length(0), vg.Length(1)
	for _, side := range [4][2]vg.Length{ // how fast it comes nearer, and how far away it begins
		{a.X - b.X, a.X - r.Min.X}, {b.X - a.X, r.Max.X - a.X}, {a.Y - b.Y, a.Y - r.Min.Y}, {b.Y - a.Y, r.Max.Y - a.Y},
	} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return a, b, false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	if from > to {
		return a, b, false
	}
	end := b
	if to < 1 {
		end = between(a, b, to)
	}
	if from > 0 {
		a = between(a, b, from)
	}
	return a, end, true
}

// clipRing cuts a closed line to a rectangle, side by side (Sutherland & Hodgman 1974,
// Communications of the ACM 17(1), 32–42).
func clipRing(ring []vg.Point, r vg.Rectangle) []vg.Point {
	for _, in := range []func(p vg.Point) vg.Length{ // by how much a point lies inside
		func(p vg.Point) vg.Length { return p.X - r.Min.X },
		func(p vg.Point) vg.Length { return r.Max.X - p.X },
		func(p vg.Point) vg.Length { return p.Y - r.Min.Y },
		func(p vg.Point) vg.Length { return r.Max.Y - p.Y },
	} {
		var out []vg.Point
		for i, p := range ring {
			q := ring[(i+len(ring)-1)%len(ring)]
			now, before := in(p), in(q)
			if (now >= 0) != (before >= 0) {
				out = append(out, between(q, p, before/(before-now)))
			}
			if now >= 0 {
				out = append(out, p)
			}
		}
		ring = out
	}
	return ring
}
