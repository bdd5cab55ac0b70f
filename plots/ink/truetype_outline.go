package ink

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// bounds is the box around an outline, y pointing up.
type bounds struct{ XMin, YMin, XMax, YMax int16 }

// with is the box around two.
func (b bounds) with(o bounds) bounds {
	switch (bounds{}) {
	case b:
		return o
	case o:
		return b
	}
	return bounds{min(b.XMin, o.XMin), min(b.YMin, o.YMin), max(b.XMax, o.XMax), max(b.YMax, o.YMax)}
}

// simpleGlyph is an outline as a font holds it.
type simpleGlyph struct {
	bounds
	points, contours int
	data             []byte // padded to four bytes; empty for a blank
}

// node is a point of an outline: one it passes, or the handle of a curve.
type node struct {
	x, y   int
	passed bool
}

// simple writes an outline as a simple glyph: contours as lists of nodes, each relative to
// the last, and those in the middle of two handles left out.
func simple(outline sfnt.Segments) simpleGlyph {
	var out simpleGlyph
	var nodes []node
	var ends []int
	for _, ring := range rings(outline) {
		nodes = append(nodes, ring...)
		ends = append(ends, len(nodes)-1)
	}
	if len(nodes) == 0 {
		return out
	}
	out.points, out.contours = len(nodes), len(ends)
	out.bounds = bounds{int16(nodes[0].x), int16(nodes[0].y), int16(nodes[0].x), int16(nodes[0].y)}
	var flags, xs, ys []byte
	at := node{}
	for _, n := range nodes {
		x, y := int16(n.x), int16(n.y)
		out.bounds = bounds{min(out.XMin, x), min(out.YMin, y), max(out.XMax, x), max(out.YMax, y)}
		flag := byte(0)
		if n.passed {
			flag = 1
		}
		flag |= appendStep(&xs, n.x-at.x, 1)
		flag |= appendStep(&ys, n.y-at.y, 2)
		flags = append(flags, flag)
		at = n
	}
	out.data = append16(nil, len(ends), int(out.XMin), int(out.YMin), int(out.XMax), int(out.YMax))
	out.data = append16(out.data, ends...)
	out.data = append16(out.data, 0) // no hints
	out.data = append(append(append(out.data, flags...), xs...), ys...)
	for len(out.data)%4 != 0 {
		out.data = append(out.data, 0)
	}
	return out
}

// appendStep writes how far it is to a node, and returns the flags that say how: of the
// first axis or the second.
func appendStep(to *[]byte, step, axis int) byte {
	short, same := byte(1<<axis), byte(1<<(axis+3))
	switch {
	case step == 0:
		return same
	case 0 < step && step < 256:
		*to = append(*to, byte(step))
		return short | same // which means up
	case -256 < step && step < 0:
		*to = append(*to, byte(-step))
		return short
	}
	*to = append16(*to, step)
	return 0
}

// rings returns the closed contours of an outline.
func rings(outline sfnt.Segments) (out [][]node) {
	at := func(p fixed.Point26_6, passed bool) node { return node{int(p.X), -int(p.Y), passed} }
	for _, s := range outline {
		last := len(out) - 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out = append(out, []node{at(s.Args[0], true)})
		case sfnt.SegmentOpLineTo:
			out[last] = append(out[last], at(s.Args[0], true))
		case sfnt.SegmentOpQuadTo:
			out[last] = append(out[last], at(s.Args[0], false), at(s.Args[1], true))
		}
	}
	for i, ring := range out {
		if end := len(ring) - 1; end > 0 && ring[end] == ring[0] {
			ring = ring[:end] // it closes by itself
		}
		kept := ring[:1]
		for j := 1; j < len(ring); j++ {
			before, after := ring[j-1], ring[(j+1)%len(ring)]
			if !ring[j].between(before, after) {
				kept = append(kept, ring[j])
			}
		}
		out[i] = kept
	}
	return out
}

// between reports whether a node is passed where two handles say that one is: in their
// middle, to the unit.
func (n node) between(before, after node) bool {
	near := func(a, b, middle int) bool { d := a + b - 2*middle; return -1 <= d && d <= 1 }
	return n.passed && !before.passed && !after.passed && near(before.x, after.x, n.x) && near(before.y, after.y, n.y)
}
