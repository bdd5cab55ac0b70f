package ink

import (
	"gonum.org/v1/plot/vg"
)

// Grow returns a rectangle larger on every side, in the centre the same.
func Grow(r vg.Rectangle, by vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: r.Min.X - by, Y: r.Min.Y - by}, Max: vg.Point{X: r.Max.X + by, Y: r.Max.Y + by}}
}

// Overlap reports whether two rectangles share an area.
func Overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// Crosses reports whether the line from a to b meets the rectangle, by clipping
// it to each side in turn (Liang & Barsky, 1984).
func Crosses(a, b vg.Point, r vg.Rectangle) bool {
	from, to := 0.0, 1.0
	inside := func(start, change, low, high vg.Length) bool {
		if change == 0 {
			return start >= low && start <= high
		}
		enter, leave := float64((low-start)/change), float64((high-start)/change)
		from, to = max(from, min(enter, leave)), min(to, max(enter, leave))
		return from <= to
	}
	return inside(a.X, b.X-a.X, r.Min.X, r.Max.X) && inside(a.Y, b.Y-a.Y, r.Min.Y, r.Max.Y)
}
