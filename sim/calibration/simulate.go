package calibration

import (
	"context"
	"math"

	"corridor/model/portable"
	"corridor/sim/sheet"
)

// Point is a point of the unit cube of the priors and what the model says there.
type Point struct {
	U   []float64 // by parameter
	Out []float64 // by target

	z []float64 // normal scores, Φ⁻¹(U): in them the prior is standard normal and has no bounds
}

// pointAt returns the point with normal scores z.
func pointAt(z []float64) Point {
	u := make([]float64, len(z))
	for d := range z {
		u[d] = math.Min(math.Max(portable.NormCDF(z[d]), leastRank), 1-leastRank)
	}
	return Point{U: u, z: z}
}

// leastRank keeps a point off the ends of a prior that has none.
const leastRank = 1e-12

// pointOf returns the point of the unit cube at u.
func pointOf(u []float64) Point {
	z := make([]float64, len(u))
	for d := range u {
		z[d] = portable.NormQuantile(u[d])
	}
	return Point{U: u, z: z}
}

// simulate runs the model at points, whose Out it fills. When the context ends, the chunks that
// were begun are finished and kept, and the error is the context's.
func (p *Problem) simulate(ctx context.Context, name string, points []Point) error {
	s := &sheet.Sheet{
		Rows: len(points), Columns: len(p.Targets), Workers: p.Workers, Journal: p.Journal, First: p.Chunk,
		New: func() (sheet.Row, error) {
			model, err := p.New()
			x := make([]float64, len(p.Parameters))
			return func(row int, out []float64) error {
				p.Values(points[row].U, x)
				return model.Simulate(x, out)
			}, err
		},
	}
	if p.Progress != nil {
		s.Progress = func(done int) { p.Progress(name, done, len(points)) }
	}
	p.Chunk += sheet.Chunks(len(points))
	rows, err := s.Fill(ctx)
	for i := range rows {
		points[i].Out = rows[i]
	}
	return err
}
