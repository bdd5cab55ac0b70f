package ink

import (
	"golang.org/x/image/math/fixed"
)

// coverage gathers how much of each dot lies inside a path, by the method of FreeType's
// smooth rasteriser and of Anti-Grain Geometry (after Levien's LibArt): every edge leaves
// in the dots that it crosses the height it crosses there, and the area to its left. From
// the left, the sum of the heights is what lies inside. It counts in 64ths of a dot, so
// that the order of the edges does not matter, and is a [raster.Adder].
type coverage struct {
	width, height int
	pen           fixed.Point26_6
	cells         []cell
	rows          []int // by row: the cell that was used last, or none
	top, bottom   int   // of the rows that have cells
	beyond        cell  // what leaves the picture above or below
}

// cell is a dot that an edge crosses, with its neighbours in the row.
type cell struct {
	x             int
	cover, area   int
	before, after int // cells, or none
}

// none is no cell.
const none = -1

// unit is the width of a dot.
const unit = 64

func newCoverage(width, height int) *coverage {
	c := &coverage{width: width, height: height, rows: make([]int, height)}
	for y := range c.rows {
		c.rows[y] = none
	}
	c.top, c.bottom = height, none
	return c
}

// Start begins a curve.
func (c *coverage) Start(a fixed.Point26_6) { c.pen = a }

// Add1 adds an edge from the pen to b.
func (c *coverage) Add1(b fixed.Point26_6) {
	a := c.pen
	c.pen = b
	row, from := split(a.Y)
	last, to := split(b.Y)
	if row == last {
		c.across(row, a.X, from, b.X, to)
		return
	}
	step, enter, leave := 1, 0, unit
	dx, dy, rest := int(b.X-a.X), int(b.Y-a.Y), unit-from
	if dy < 0 {
		step, enter, leave = -1, unit, 0
		dy, rest = -dy, from
	}
	// Where it goes from a row to the next, rounded down.
	x, passed := a.X, rest*dx
	for ; row != last; row += step {
		next := a.X + fixed.Int26_6(floorDiv(passed, dy))
		c.across(row, x, from, next, leave)
		x, from, passed = next, enter, passed+unit*dx
	}
	c.across(row, x, enter, b.X, to)
}

// across adds the part of an edge within a row, from height y0 to y1 in it.
func (c *coverage) across(row int, x0 fixed.Int26_6, y0 int, x1 fixed.Int26_6, y1 int) {
	if y0 == y1 {
		return
	}
	x, from := split(x0)
	last, to := split(x1)
	if x == last {
		c.add(x, row, from+to, y1-y0)
		return
	}
	step, enter, leave := 1, 0, unit
	dx, dy, rest := int(x1-x0), y1-y0, unit-from
	if dx < 0 {
		step, enter, leave = -1, unit, 0
		dx, rest = -dx, from
	}
	// Where it goes from a dot to the next, rounded down.
	y, passed := y0, rest*dy
	for ; x != last; x += step {
		next := y0 + floorDiv(passed, dx)
		c.add(x, row, from+leave, next-y)
		y, from, passed = next, enter, passed+unit*dy
	}
	c.add(x, row, enter+to, y1-y)
}

// Add2 adds a quadratic curve: it is halved until it hardly bends, as FreeType does.
func (c *coverage) Add2(b, d fixed.Point26_6) {
	const bent = 128 // 64ths of a dot: of pictures more than 120 dots wide or high
	a := c.pen
	halvings := 0
	for bend := max(distance(a.X+d.X, 2*b.X), distance(a.Y+d.Y, 2*b.Y)) / bent; bend > 0; bend /= 4 {
		halvings++
	}
	c.curve(a, b, d, halvings)
}

func (c *coverage) curve(a, b, d fixed.Point26_6, halvings int) {
	if halvings == 0 {
		c.Add1(fixed.Point26_6{X: (a.X + 2*b.X + d.X) / 4, Y: (a.Y + 2*b.Y + d.Y) / 4})
		c.Add1(d)
		return
	}
	ab, bd := midpoint(a, b), midpoint(b, d)
	middle := midpoint(ab, bd)
	c.curve(a, ab, middle, halvings-1)
	c.curve(middle, bd, d, halvings-1)
}

// Add3 is not supported: figures hold no cubic curves.
func (c *coverage) Add3(_, _, _ fixed.Point26_6) { panic("plots: a figure holds no cubic curves") }

// add leaves the part of an edge in a dot: twice its mean distance from the dot's left
// side, and the height.
func (c *coverage) add(x, row, sides, height int) {
	at := c.at(x, row)
	at.cover += height
	at.area += sides * height
}

// at returns the cell of a dot. What is left or right of the picture stands beside it. The
// cell is mostly near the one before: letters are small, and come in their order.
func (c *coverage) at(x, row int) *cell {
	if row < 0 || row >= c.height {
		return &c.beyond
	}
	x = min(max(x, -1), c.width)
	i, after := c.rows[row], none
	for i != none && c.cells[i].x > x {
		i, after = c.cells[i].before, i
	}
	if i != none {
		for after = c.cells[i].after; after != none && c.cells[after].x <= x; {
			i, after = after, c.cells[after].after
		}
	}
	if i == none || c.cells[i].x < x {
		i = c.insert(x, row, i, after)
	}
	c.rows[row] = i
	return &c.cells[i]
}

// insert puts a new cell between two others.
func (c *coverage) insert(x, row, before, after int) int {
	i := len(c.cells)
	c.cells = append(c.cells, cell{x: x, before: before, after: after})
	if before != none {
		c.cells[before].after = i
	}
	if after != none {
		c.cells[after].before = i
	}
	c.top, c.bottom = min(c.top, row), max(c.bottom, row)
	return i
}

// spans hands over how much of the dots is covered, row by row from the left, in 65535ths,
// and forgets the path.
func (c *coverage) spans(paint func(row, from, to int, share uint32)) {
	for row := c.top; row <= c.bottom; row++ {
		cover, x := 0, 0
		for i := c.leftmost(row); i != none; i = c.cells[i].after {
			at := c.cells[i]
			if share := inside(cover * 2 * unit); share > 0 && at.x > x {
				paint(row, max(x, 0), at.x, share)
			}
			cover += at.cover
			if share := inside(cover*2*unit - at.area); share > 0 && at.x >= 0 && at.x < c.width {
				paint(row, at.x, at.x+1, share)
			}
			x = at.x + 1
		}
		c.rows[row] = none
	}
	c.cells = c.cells[:0]
	c.top, c.bottom = c.height, none
}

func (c *coverage) leftmost(row int) int {
	i := c.rows[row]
	for i != none && c.cells[i].before != none {
		i = c.cells[i].before
	}
	return i
}

// inside returns the share of a dot, in 65535ths, of an area in which a whole one is twice
// its width times its height. What is wound round more than once is no more than covered.
func inside(area int) uint32 {
	halves := (area + 1) >> 1
	of4096 := uint32(min(max(halves, -halves), 4095))
	return of4096<<4 | of4096>>8
}

// split returns the dot of a coordinate and the place in it.
func split(v fixed.Int26_6) (dot, rest int) {
	dot = int(v) / unit
	return dot, int(v) - unit*dot
}

func midpoint(a, b fixed.Point26_6) fixed.Point26_6 {
	return fixed.Point26_6{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}
}

func distance(a, b fixed.Int26_6) fixed.Int26_6 { return max(a-b, b-a) }

// floorDiv divides by a number above 0, and rounds down.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
