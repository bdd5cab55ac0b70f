package atlas

import (
	_ "embed"
	"encoding/binary"
	"sync"
)

// Kind is what a shape is.
type Kind byte

// The kinds: land and water are closed, and lie on those before them; borders are lines.
const (
	Land Kind = iota
	Water
	Border
)

// Shape is a coast or a border. Points are km, as Project has them.
type Shape struct {
	Kind   Kind
	Points [][2]float64
}

// Unit is what coordinates in the file are counted in, km.
const Unit = 0.5

//go:embed shapes.bin
var file []byte

// Shapes are all of them, in the order in which they are painted.
var Shapes = sync.OnceValue(func() []Shape { return Decode(file) })

// Decode reads shapes from a file that Encode has written. The file is part of the program.
func Decode(file []byte) (list []Shape) {
	next := func() int64 {
		v, n := binary.Varint(file)
		file = file[n:]
		return v
	}
	for len(file) > 0 {
		s := Shape{Kind: Kind(next())}
		s.Points = make([][2]float64, next())
		var at [2]int64
		for i := range s.Points {
			for axis := range at {
				at[axis] += next()
				s.Points[i][axis] = Unit * float64(at[axis])
			}
		}
		list = append(list, s)
	}
	return list
}

// Encode writes shapes: kind, number of points, and the points as differences from the one
// before, all as variable-length integers. Coordinates are rounded to a Unit.
func Encode(list []Shape) (file []byte) {
	for _, s := range list {
		file = binary.AppendVarint(file, int64(s.Kind))
		file = binary.AppendVarint(file, int64(len(s.Points)))
		var before [2]int64
		for _, p := range s.Points {
			for axis := range before {
				now := round(p[axis] / Unit)
				file = binary.AppendVarint(file, now-before[axis])
				before[axis] = now
			}
		}
	}
	return file
}

func round(v float64) int64 {
	if v < 0 {
		return -int64(0.5 - v)
	}
	return int64(v + 0.5)
}
