package language

import "corridor/model"

// rateSlot is growth a year, one rate or rates by the year each holds from.
type rateSlot struct{}

func (rateSlot) compile(_ *compiler, owner any, v value) {
	growth := &owner.(*model.Market).Growth
	if v.plain() {
		growth.Rates = []model.Rate{{From: firstYear, PerYear: v.number()}}
		return
	}
	years, rates := steps(v)
	for i := range years {
		growth.Rates = append(growth.Rates, model.Rate{From: years[i], PerYear: rates[i]})
	}
}

func (rateSlot) setter(at *site) put {
	i := 0
	if len(at.rest) > 0 || !at.v.plain() {
		var years []int
		for _, rate := range at.owner.(*model.Market).Growth.Rates {
			years = append(years, rate.From)
		}
		if i = at.year(years); i < 0 {
			return nil
		}
	}
	return func(_ *model.Corridor, owner any, n float64) { owner.(*model.Market).Growth.Rates[i].PerYear = n }
}
