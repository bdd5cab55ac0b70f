package model

import "corridor/model/calendar"

// AddBuildingMUSD adds what is paid for building the project to each month from the first one
// on, USD million; for keeping it going nothing.
func (p *Project) AddBuildingMUSD(first calendar.Month, musd []float64) {
	build := *p
	build.AnnualMUSD = 0
	build.spend(calendar.Never, first, musd)
}
