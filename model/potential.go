package model

import "corridor/model/calendar"

// potentialPaths are the potentials of the markets over the years.
type potentialPaths struct {
	annual    []float64 // Mt per year, market by market, year by year
	years     int
	scheduled [][]float64 // by market: Mt per year, month by month; nil of one that grows
}

func (m *Model) layPotentials() {
	_, m.years = m.corridor.Years()
	m.annual = make([]float64, len(m.corridor.Markets)*m.years)
	m.scheduled = make([][]float64, len(m.corridor.Markets))
	for i := range m.corridor.Markets {
		if len(m.corridor.Markets[i].Schedule) > 0 {
			m.scheduled[i] = make([]float64, m.corridor.Months)
		}
	}
}

// PotentialMt is the potential of a year before shocks, of a schedule the mean of its months.
func (m *Market) PotentialMt(year int) float64 {
	if len(m.Schedule) == 0 {
		var mt [1]float64
		m.Growth.path(year, mt[:])
		return mt[0]
	}
	sum := 0.0
	for t := calendar.NewMonth(year, 1); t.Year() == year; t++ {
		sum += m.Schedule.at(t)
	}
	return sum / calendar.MonthsPerYear
}

// refreshPotentials finds the paths anew.
func (m *Model) refreshPotentials() {
	first := m.corridor.Start.Year()
	for i := range m.corridor.Markets {
		if m.scheduled[i] == nil {
			m.corridor.Markets[i].Growth.path(first, m.annual[i*m.years:(i+1)*m.years])
		}
		for month := range m.scheduled[i] {
			m.scheduled[i][month] = m.corridor.Markets[i].Schedule.at(m.corridor.Start + calendar.Month(month))
		}
	}
}

// potentials is the demand of each market in the month, Mt: D_m(t) = potential of the
// year ÷ 12 × season × shocks (classical decomposition: Makridakis, Wheelwright &
// Hyndman 1998, Forecasting: Methods and Applications, 3rd ed., §3/4), where the potential of
// the year is what grows, or what is agreed for the month. Shocks of the scenario are dated,
// hazards add theirs.
func (m *Model) potentials(s *State) {
	t, potential := s.Month, s.markets.potential
	year := t.Year() - m.corridor.Start.Year()
	for i := range m.corridor.Markets {
		d := m.annual[i*m.years+year]
		if agreed := m.scheduled[i]; agreed != nil {
			d = agreed[t-m.corridor.Start]
		}
		d /= calendar.MonthsPerYear
		potential[i] = float64(d * m.corridor.Markets[i].Season[t.Index()])
	}
	for i := range m.corridor.Shocks {
		if shock := &m.corridor.Shocks[i]; shock.disturbs(shock.Market) && shock.active(t) {
			potential[shock.Market] = float64(potential[shock.Market] * shock.Factor)
		}
	}
	m.surges(s)
}
