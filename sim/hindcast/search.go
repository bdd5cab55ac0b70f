package hindcast

import "math"

// Minimise looks for the parameters with the least objective by compass search
// (Kolda, Lewis & Torczon 2003, SIAM Review 45(3), §1.1; Fermi & Metropolis 1952):
// try a step up and down each parameter, go where it is better, halve the steps
// where nothing is. It needs no derivatives, stays within the bounds, and takes the
// same way on every machine. Steps begin at a quarter of each range and end at
// tolerance times it.
func Minimise(parameters []Parameter, objective func([]float64) (float64, error)) (at []float64, least float64, evaluations int, err error) {
	const first, tolerance = 0.25, 1e-4
	at = make([]float64, len(parameters))
	for i, p := range parameters {
		at[i] = math.Min(p.High, math.Max(p.Low, p.Start))
	}
	try := func(x []float64) float64 {
		evaluations++
		v, failed := objective(x)
		if failed != nil && err == nil {
			err = failed
		}
		return v
	}
	least = try(at)
	for step := first; step > tolerance && err == nil; {
		better := false
		for i, p := range parameters {
			for _, direction := range []float64{1, -1} {
				x := append([]float64(nil), at...)
				x[i] = math.Min(p.High, math.Max(p.Low, at[i]+float64(direction*float64(step*(p.High-p.Low)))))
				if x[i] == at[i] {
					continue
				}
				if v := try(x); v < least {
					at, least, better = x, v, true
					break
				}
			}
		}
		if !better {
			step /= 2
		}
	}
	return at, least, evaluations, err
}
