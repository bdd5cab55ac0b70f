package explore

import (
	"fmt"
	"math"
	"strings"

	"corridor/plots/atlas"
)

// layer is land, water or borders as the outline of an SVG path, in km, east and south.
type layer struct {
	Kind    string `json:"kind"`
	Outline string `json:"outline"`
}

// finest is how far apart points of the ground are at least, km: a pixel of the largest map.
const finest = 2

// ground returns what maps lie on, in the order in which it is painted.
func ground() (out []layer) {
	kinds := map[atlas.Kind]string{atlas.Land: "land", atlas.Water: "water", atlas.Border: "border"}
	for _, s := range atlas.Shapes() {
		if kind := kinds[s.Kind]; len(out) == 0 || out[len(out)-1].Kind != kind {
			out = append(out, layer{Kind: kind})
		}
		last := &out[len(out)-1]
		last.Outline += outline(s)
	}
	return out
}

// outline writes a shape in whole kilometres, each point from the one before.
func outline(s atlas.Shape) string {
	var b strings.Builder
	var before [2]int
	for i, p := range s.Points {
		at := [2]int{int(math.Round(p[0])), -int(math.Round(p[1]))}
		dx, dy := at[0]-before[0], at[1]-before[1]
		switch {
		case i == 0:
			fmt.Fprintf(&b, "M%d %dl", dx, dy)
		case dx*dx+dy*dy < finest*finest && i < len(s.Points)-1:
			continue
		default:
			fmt.Fprintf(&b, "%d %d ", dx, dy)
		}
		before = at
	}
	if s.Kind != atlas.Border {
		return strings.TrimRight(b.String(), " ") + "z"
	}
	return strings.TrimRight(b.String(), " ")
}

// located returns the nodes with their places on the map.
func located(nodes []Node) []Node {
	out := make([]Node, len(nodes))
	for i, n := range nodes {
		out[i] = n
		if len(n.Place) == 2 {
			x, y := atlas.Project(n.Place[0], n.Place[1])
			out[i].At = []float64{math.Round(x*10) / 10, -math.Round(y*10) / 10}
		}
	}
	return out
}

// land is a country or sea with places for its name, best first.
type land struct {
	Name string       `json:"name"`
	Sea  bool         `json:"sea,omitempty"`
	At   [][2]float64 `json:"at"` // km east and south
}

func lands() (out []land) {
	for _, l := range atlas.Regions {
		named := land{Name: l.Name, Sea: l.Sea}
		for _, degrees := range l.At {
			x, y := atlas.Project(degrees[0], degrees[1])
			named.At = append(named.At, [2]float64{math.Round(x), -math.Round(y)})
		}
		out = append(out, named)
	}
	return out
}
