package atlas

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestSnyder holds the projection to the numerical example of Snyder 1987, p. 291: a sphere of
// radius 1 with standard parallels 29.5° and 45.5°, origin 23° N 96° W, and the point 35° N 75° W.
func TestSnyder(t *testing.T) {
	c := newCone(29.5, 45.5, 23)
	x, y := c.project(35, -75-(-96))
	require.InDelta(t, 0.2952720, x, 5e-8)
	require.InDelta(t, 0.2416774, y, 5e-8)
}

// TestAreasAreTrue: a small field has on the map the area that it has on the sphere.
func TestAreasAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat, lon := rapid.Float64Range(20, 60).Draw(t, "latitude"), rapid.Float64Range(5, 120).Draw(t, "longitude")
		const d = 0.01
		var area float64
		corners := [][2]float64{{lat, lon}, {lat, lon + d}, {lat + d, lon + d}, {lat + d, lon}}
		for i, p := range corners {
			q := corners[(i+1)%4]
			ax, ay := Project(p[0], p[1])
			bx, by := Project(q[0], q[1])
			area += (ax*by - bx*ay) / 2
		}
		sphere := radiusKm * radiusKm * radians(d) * (math.Sin(radians(lat+d)) - math.Sin(radians(lat)))
		require.InEpsilon(t, sphere, area, 1e-4)
	})
}

func TestSine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-math.Pi, math.Pi).Draw(t, "x")
		require.InDelta(t, math.Sin(x), sine(x), 1e-15)
	})
}

func TestShapesAsWritten(t *testing.T) {
	require.Equal(t, file, Encode(Shapes()))
}

// TestPlacesLieOnLandOrWater asks the shapes about places that anybody knows.
func TestPlacesLieOnLandOrWater(t *testing.T) {
	for _, test := range []struct {
		name                string
		latitude, longitude float64
		land                bool
	}{
		{"the middle of the Caspian", 42, 50.5, false}, {"the Black Sea", 43, 34, false}, {"the Sea of Marmara", 40.7, 28.2, false},
		{"Astana", 51.2, 71.4, true}, {"Tbilisi", 41.7, 44.8, true}, {"Ganja", 40.7, 46.4, true}, {"Ankara", 39.9, 32.9, true},
		{"Urumqi", 43.8, 87.6, true}, {"Beyneu", 45.3, 55.2, true}, {"Crimea", 45.2, 34.3, true},
	} {
		x, y := Project(test.latitude, test.longitude)
		land := false
		for _, s := range Shapes() {
			if s.Kind != Border && holds(s.Points, x, y) {
				land = s.Kind == Land
			}
		}
		require.Equal(t, test.land, land, test.name)
	}
}

// TestNoBorderDividesCrimea from the mainland.
func TestNoBorderDividesCrimea(t *testing.T) {
	for _, s := range Shapes() {
		for i := 1; s.Kind == Border && i < len(s.Points); i++ {
			ax, ay := Project(45.3, 34.2)
			bx, by := Project(46.8, 34.2)
			require.False(t, cross(ax, ay, bx, by, s.Points[i-1], s.Points[i]))
		}
	}
}

func holds(ring [][2]float64, x, y float64) (inside bool) {
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		if (p[1] > y) != (q[1] > y) && x < p[0]+(y-p[1])/(q[1]-p[1])*(q[0]-p[0]) {
			inside = !inside
		}
	}
	return inside
}

func cross(ax, ay, bx, by float64, p, q [2]float64) bool {
	side := func(x0, y0, x1, y1, x, y float64) bool { return (x1-x0)*(y-y0)-(y1-y0)*(x-x0) > 0 }
	return side(ax, ay, bx, by, p[0], p[1]) != side(ax, ay, bx, by, q[0], q[1]) &&
		side(p[0], p[1], q[0], q[1], ax, ay) != side(p[0], p[1], q[0], q[1], bx, by)
}
