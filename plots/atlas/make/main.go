// Make cuts the coasts and borders of the region out of a TopoJSON file of Natural Earth, and
// writes them to its standard output, as package atlas reads them. doc.go of that package says where the file is from.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"corridor/plots/atlas"
)

// topology is what is read of a TopoJSON file (Bostock & Metcalf 2013, The TopoJSON Format
// Specification, version 1.0.2).
type topology struct {
	Objects struct {
		Countries, Land struct{ Geometries []geometry }
	}
	Arcs      [][][2]float64
	Transform struct{ Scale, Translate [2]float64 }
}

type geometry struct {
	Type string
	ID   string
	Arcs json.RawMessage
}

// The region, degrees. It is wider than any map of the corridor, so that no edge of it shows.
const west, south, east, north = 2.0, 12.0, 122.0, 66.0

// tolerance is by how much a simplified line may stray, km; smallest the area of an island or
// lake that is kept, km².
const (
	tolerance = 2.5
	smallest  = 400.0
)

func main() {
	if err := write(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func write(to io.Writer, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("expected the TopoJSON file")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(text, &t); err != nil {
		return err
	}
	shapes, err := t.coasts()
	if err != nil {
		return err
	}
	borders, err := t.borders()
	if err != nil {
		return err
	}
	_, err = to.Write(atlas.Encode(append(shapes, borders...)))
	return err
}

// arc returns an arc in degrees; ^i is arc i from its end.
func (t *topology) arc(i int) [][2]float64 {
	from := i
	if i < 0 {
		from = ^i
	}
	var line [][2]float64
	var at [2]float64
	for _, d := range t.Arcs[from] {
		at[0], at[1] = at[0]+d[0], at[1]+d[1]
		line = append(line, [2]float64{
			t.Transform.Translate[0] + float64(t.Transform.Scale[0]*at[0]),
			t.Transform.Translate[1] + float64(t.Transform.Scale[1]*at[1]),
		})
	}
	if i < 0 {
		slices.Reverse(line)
	}
	return line
}

// polygons returns the rings of a geometry, as arcs.
func (g *geometry) polygons() (list [][][]int, err error) {
	if g.Type == "Polygon" {
		list = make([][][]int, 1)
		return list, json.Unmarshal(g.Arcs, &list[0])
	}
	return list, json.Unmarshal(g.Arcs, &list)
}

// coasts returns land and the water in it, the larger first.
func (t *topology) coasts() ([]atlas.Shape, error) {
	var list []atlas.Shape
	for i := range t.Objects.Land.Geometries {
		polygons, err := t.Objects.Land.Geometries[i].polygons()
		if err != nil {
			return nil, err
		}
		for _, rings := range polygons {
			for place, arcs := range rings {
				var ring [][2]float64
				for _, a := range arcs {
					ring = append(ring, t.arc(a)...)
				}
				kind := atlas.Land
				if place > 0 {
					kind = atlas.Water
				}
				if ring = simplified(projected(clipped(ring))); area(ring) >= smallest {
					list = append(list, atlas.Shape{Kind: kind, Points: ring})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b atlas.Shape) int { return cmp.Compare(area(b.Points), area(a.Points)) })
	return list, nil
}

// borders returns the arcs that two countries share.
func (t *topology) borders() ([]atlas.Shape, error) {
	sides := map[int][]string{}
	for i := range t.Objects.Countries.Geometries {
		g := &t.Objects.Countries.Geometries[i]
		polygons, err := g.polygons()
		if err != nil {
			return nil, err
		}
		for _, rings := range polygons {
			for _, arcs := range rings {
				for _, a := range arcs {
					sides[max(a, ^a)] = append(sides[max(a, ^a)], g.ID)
				}
			}
		}
	}
	var list []atlas.Shape
	for a := range t.Arcs {
		if of := sides[a]; len(of) == 2 && of[0] != of[1] {
			line := t.arc(a)
			if disputed(of, line) {
				continue
			}
			for _, part := range within(line) {
				if part = simplified(projected(part)); len(part) > 1 {
					list = append(list, atlas.Shape{Kind: atlas.Border, Points: part})
				}
			}
		}
	}
	return list, nil
}

// disputed reports whether a border is that between Ukraine (804) and Crimea, which the file
// counts to Russia (643).
func disputed(sides []string, line [][2]float64) bool {
	return slices.Contains(sides, "804") && slices.Contains(sides, "643") && line[0][0] < 36 && line[0][1] < 46.5
}

func inside(p [2]float64) bool { return p[0] >= west && p[0] <= east && p[1] >= south && p[1] <= north }

// within returns the parts of a line that lie in the region.
func within(line [][2]float64) (parts [][][2]float64) {
	var part [][2]float64
	for _, p := range line {
		if inside(p) {
			part = append(part, p)
		} else if part != nil {
			parts, part = append(parts, part), nil
		}
	}
	if part != nil {
		parts = append(parts, part)
	}
	return parts
}

// clipped cuts a ring to the region, side by side (Sutherland & Hodgman 1974, Communications of
// the ACM 17(1), 32–42).
func clipped(ring [][2]float64) [][2]float64 {
	for _, side := range []struct {
		axis  int
		at    float64
		above bool
	}{{0, west, true}, {0, east, false}, {1, south, true}, {1, north, false}} {
		var out [][2]float64
		for i, p := range ring {
			q := ring[(i+len(ring)-1)%len(ring)]
			in := func(p [2]float64) bool { return (p[side.axis] >= side.at) == side.above }
			if in(p) != in(q) {
				share := (side.at - q[side.axis]) / (p[side.axis] - q[side.axis])
				out = append(out, [2]float64{q[0] + float64(share*(p[0]-q[0])), q[1] + float64(share*(p[1]-q[1]))})
			}
			if in(p) {
				out = append(out, p)
			}
		}
		ring = out
	}
	return ring
}

func projected(line [][2]float64) (out [][2]float64) {
	for _, p := range line {
		x, y := atlas.Project(p[1], p[0])
		out = append(out, [2]float64{x, y})
	}
	return out
}

// simplified leaves out what strays by less than the tolerance from the line without it
// (Douglas & Peucker 1973, Cartographica 10(2), 112–122).
func simplified(line [][2]float64) [][2]float64 {
	if len(line) < 3 {
		return line
	}
	first, last := line[0], line[len(line)-1]
	far, at := 0.0, 0
	for i := 1; i < len(line)-1; i++ {
		if d := apart(line[i], first, last); d > far {
			far, at = d, i
		}
	}
	if far < tolerance {
		return [][2]float64{first, last}
	}
	head := simplified(line[:at+1])
	return append(head[:len(head)-1:len(head)-1], simplified(line[at:])...)
}

// apart is how far a point lies from a stretch.
func apart(p, a, b [2]float64) float64 {
	x, y := b[0]-a[0], b[1]-a[1]
	share := 0.0
	if length := float64(x*x) + float64(y*y); length > 0 {
		share = min(1, max(0, (float64((p[0]-a[0])*x)+float64((p[1]-a[1])*y))/length))
	}
	return math.Hypot(p[0]-a[0]-float64(share*x), p[1]-a[1]-float64(share*y))
}

// area is that of a ring, km².
func area(ring [][2]float64) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += float64(p[0]*q[1]) - float64(q[0]*p[1])
	}
	return math.Abs(sum) / 2
}
