package ink

import (
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
)

// spot is a place on the picture, in dots.
type spot struct{ x, y float64 }

// fixed returns the spot in 64ths of a dot.
func (s spot) fixed() fixed.Point26_6 {
	return fixed.Point26_6{X: sixtyFourths(s.x), Y: sixtyFourths(s.y)}
}

func sixtyFourths(dots float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(dots * unit)) }

// whole returns the spot on the 64ths of a dot.
func (s spot) whole() spot {
	f := s.fixed()
	return spot{float64(f.X) / unit, float64(f.Y) / unit}
}

// dashed cuts a line into its dashes: by turns so many dots drawn and so many left out.
func dashed(line []spot, dashes []float64) [][]spot {
	if len(dashes) == 0 {
		return [][]spot{line}
	}
	var out [][]spot
	at, n, drawn := line[0], 0, 0.0
	dash := []spot{at}
	end := func() {
		if n%2 == 0 && len(dash) > 1 {
			out = append(out, dash)
		}
	}
	for i := 1; i < len(line); {
		next := line[i]
		whole, left := math.Hypot(at.x-next.x, at.y-next.y), dashes[n%len(dashes)]-drawn
		if whole <= left {
			dash = append(dash, next)
			at, drawn = next, drawn+whole
			i++
			continue
		}
		share := left / whole
		at = spot{at.x + float64((next.x-at.x)*share), at.y + float64((next.y-at.y)*share)}
		dash = append(dash, at)
		end()
		dash, n, drawn = []spot{at}, n+1, 0
	}
	end()
	return out
}

// stroked returns a line as it is stroked: parts too short for a direction are left out.
func stroked(path raster.Path, line []spot) raster.Path {
	const shortest = 4 // 64ths of a dot
	var last fixed.Point26_6
	for i, s := range line {
		switch p := s.fixed(); {
		case i == 0:
			path.Start(p)
			last = p
		case distance(p.X, last.X)+distance(p.Y, last.Y) > shortest:
			path.Add1(p)
			last = p
		}
	}
	return path
}
