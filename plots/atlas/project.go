package atlas

import "math"

// The cone of the maps: its standard parallels, at which lengths are true, and its origin, degrees.
const (
	south, north        = 37.0, 47.0
	originLat, meridian = 42.0, 62.0

	radiusKm = 6371.0
)

var earth = newCone(south, north, originLat)

// cone is Albers' equal-area conic projection of a sphere of radius 1 (Snyder 1987, Map
// Projections: A Working Manual, US Geological Survey Professional Paper 1395, pp. 98–101,
// equations 14-1 to 14-6).
type cone struct{ n, c, rho0 float64 }

func newCone(south, north, origin float64) cone {
	s1, s2 := sine(radians(south)), sine(radians(north))
	a := cone{n: (s1 + s2) / 2, c: 1 + float64(s1*s2)} // cos² + 2 n sin of the first parallel
	a.rho0 = a.rho(origin)
	return a
}

// rho is the distance of a parallel from the tip of the cone.
func (a cone) rho(latitude float64) float64 {
	return math.Sqrt(a.c-float64(2*a.n*sine(radians(latitude)))) / a.n
}

// project returns how far east and north of the origin a place lies, given its latitude and how
// far east of the origin's meridian it is, degrees.
func (a cone) project(latitude, east float64) (x, y float64) {
	rho, theta := a.rho(latitude), float64(a.n*radians(east))
	return float64(rho * sine(theta)), a.rho0 - float64(rho*sine(math.Pi/2-math.Abs(theta)))
}

// Project returns where a place lies on the map, km east and north of 42° N 62° E, given its
// latitude and longitude in degrees. Areas are true.
func Project(latitude, longitude float64) (x, y float64) {
	x, y = earth.project(latitude, longitude-meridian)
	return radiusKm * x, radiusKm * y
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// sine returns sin x for |x| ≤ π by its Taylor series, the same bits on every processor: that
// of the standard library is compiled with fused operations on some.
func sine(x float64) float64 {
	switch {
	case x > math.Pi/2:
		x = math.Pi - x
	case x < -math.Pi/2:
		x = -math.Pi - x
	}
	square, sum, term := float64(x*x), x, x
	for k := 2.0; k <= 24; k += 2 {
		term = -float64(term*square) / float64(k*(k+1))
		sum += term
	}
	return sum
}
