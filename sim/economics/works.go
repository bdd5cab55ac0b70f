package economics

import (
	"time"

	"corridor/model"
	"corridor/model/calendar"
)

// Works are what was spent on building something that lasts.
type Works struct {
	MUSD      float64
	Serve     int     // year from which they are of use
	LifeYears float64 // how long they last
}

// Residual is what is left of the worth of works at the end of the appraisal: it falls in a
// straight line from what was spent to nothing over their life (European Commission 2014,
// section 2.7.1, where the life is longer than the appraisal).
func (t *Terms) Residual(w Works) float64 {
	age := float64(t.End + 1 - w.Serve)
	if t.NoResidual || age >= w.LifeYears {
		return 0
	}
	return float64(w.MUSD * (1 - max(0, age)/w.LifeYears))
}

// Left is what the works of a plan leave, USD million, not discounted.
type Left struct {
	Residual   float64 // at the end of the appraisal
	InProgress float64 // spent on works that serve only after the last month there are figures of, of whose benefits there are none
}

// LeftBy returns what the works of a corridor leave, the corridor's part. Of works that never
// serve nothing is left.
func (t *Terms) LeftBy(m *model.Model) (left Left) {
	c := m.Corridor()
	over := min(c.Start+calendar.Month(c.Months), calendar.NewMonth(t.Last+1, time.January))
	for i := range c.Projects {
		a := m.Asset(i, over)
		switch {
		case a.Serves == calendar.Never:
		case a.Serves >= over:
			left.InProgress += a.MUSD
		default:
			left.Residual += t.Residual(Works{a.MUSD, a.Serves.Year(), a.LifeYears})
		}
	}
	return left
}
