package model

import (
	"fmt"

	"corridor/model/calendar"
)

// Discounting says how amounts of different years come to one, and how long works last. It
// decides nothing of what happens.
type Discounting struct {
	RatePerYear float64 // of amounts without inflation; 0.06 is 6 %
	PriceYear   int     // in whose prices amounts are, and to whose middle they are discounted
	Years       int     // appraised, from the first year simulated on; 0 for those simulated
	Constant    bool    // what the last year simulated comes to, but for building, goes on to the end of the appraisal; else nothing comes after it
	NoResidual  bool    // works are worth nothing at the end of the appraisal

	LifeYears [1 + ProjectKinds]float64 // service life of works: in general, then by kind; 0 for that in general
}

// ProjectKinds is how many kinds of works there are.
const ProjectKinds = 8

// lifeYears is the service life of a project: its own, that of its kind, or that of works
// in general.
func (d *Discounting) lifeYears(p *Project) float64 {
	for _, years := range [...]float64{p.ServiceLifeYears, d.LifeYears[p.Kind], d.LifeYears[0]} {
		if years > 0 {
			return years
		}
	}
	return 0
}

func (d *Discounting) check() error {
	if d.Years < 0 {
		return fmt.Errorf("an appraisal of %d years", d.Years)
	}
	return first(finite("the discount rate", 0, d.RatePerYear), finite("service lives", 0, d.LifeYears[:]...))
}

// Asset is what was spent on works in the months simulated, the corridor's part.
type Asset struct {
	MUSD      float64
	Serves    calendar.Month // from which they serve; calendar.Never where they never do
	LifeYears float64
}

// Asset returns what was spent before a month on building project i, and from when it is of use.
func (m *Model) Asset(i int, before calendar.Month) Asset {
	p := &m.corridor.Projects[i]
	a := Asset{Serves: m.service[i], LifeYears: m.corridor.Discounting.lifeYears(p)}
	if !p.Disabled {
		bill := p.bill()
		a.MUSD = float64(bill.of(p.paidUntil(m.corridor.Start), p.paidUntil(before)) * (1 - p.OthersShare))
	}
	return a
}
