package sim

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/tables"
)

// worth says what the traffic of a period comes to besides its tonnes: tonne-kilometres, wagons
// and trucks, what goes outside, and money.
type worth struct {
	corridor       *model.Corridor
	km             []float64 // by flow; 0 outside the corridor
	wagons, trucks units
	outside        outside
}

func worthOf(m *model.Model, l *tables.Labels) worth {
	w := worth{
		corridor: m.Corridor(), wagons: unitsOf(m, l, tables.Wagons), trucks: unitsOf(m, l, tables.Trucks), outside: outsideOf(m),
	}
	for i := range w.corridor.Markets {
		for _, r := range w.corridor.Markets[i].Routes {
			km := 0.0
			for _, s := range r.Segments {
				if !r.Rival {
					km += w.corridor.Segments[s].DistanceKm
				}
			}
			w.km = append(w.km, km)
		}
	}
	return w
}

// period is a month or a year of the corridor, as its worth is found of it. Masses are Mt,
// money is USD million.
type period struct {
	year                         int
	carried, diverted            []float64 // by flow
	price, emissions             float64   // paid for what the corridor carried, and kt CO2e
	upkeep, borne                float64
	surplus, waiting, turnedAway float64
}

// periodOf is a month.
func periodOf(out *model.Outcome) *period {
	p := period{
		year: out.Month.Year(), carried: out.CarriedMt, diverted: out.FlowDivertedMt, emissions: out.EmissionsKt,
		upkeep: out.UpkeepMUSD, borne: out.BorneMUSD, surplus: out.SurplusMUSD, waiting: out.WaitingMUSD, turnedAway: out.TurnedAwayMUSD,
	}
	if out.ThroughputMt > 0 {
		p.price = float64(out.CostUSDPerT * out.ThroughputMt)
	}
	return &p
}

// worthFigures are the last ones of Figures.
type worthFigures [13]float64

// figures finds them. What needs a value that the scenario does not state has none.
func (w *worth) figures(p *period) worthFigures {
	tkm := 0.0
	for f, x := range p.carried {
		tkm += float64(w.km[f] * x)
	}
	tkm /= 1000 // Mt × km, in bn
	rivalMt, rivalKt := w.outside.of(p.carried, p.diverted)
	e := &w.corridor.Economics
	operating, damage := math.NaN(), math.NaN()
	if e.Given {
		operating = float64(e.OperatingShare * p.price)
		damage = 0
		if usd := e.CO2eUSDPerT.At(p.year); usd > 0 {
			damage = usd * (p.emissions + rivalKt) / 1000 // kt × USD/t
		}
	}
	return worthFigures{
		w.wagons.thousand(w.wagons.of(p.carried)), w.trucks.thousand(w.trucks.of(p.carried)),
		tkm, model.Ratio(p.emissions, tkm), rivalMt, rivalKt,
		operating, p.upkeep, p.surplus, p.waiting, p.turnedAway, damage,
		p.surplus + (p.price - operating) - damage - p.borne,
	}
}

// rates are the same as rates per year, of a month.
func (w *worth) rates(p *period) worthFigures {
	f := w.figures(p)
	for i := range f {
		if len(Figures{})-len(f)+i != perTkmPlace {
			f[i] *= calendar.MonthsPerYear
		}
	}
	return f
}

// mayLack reports whether a metric of them may have no value.
func (w *worth) mayLack(metric int) bool {
	e := &w.corridor.Economics
	switch metric {
	case wagonsPlace:
		return w.wagons.tonnes <= 0
	case trucksPlace:
		return w.trucks.tonnes <= 0
	case perTkmPlace:
		return true // nothing is carried, or segments have no length
	case rivalsEmissionsPlace:
		return !w.outside.known
	case operatingPlace, waitingPlace:
		return !e.Given
	case damagePlace:
		return !e.Given || !w.outside.known
	case surplusPlace, turnedAwayPlace:
		return !w.valued()
	case netBenefitPlace:
		return !w.valued() || !w.outside.known
	}
	return false
}

// valued reports whether all cargo has a value, for the case that it can go nowhere.
func (w *worth) valued() bool {
	e := &w.corridor.Economics
	return e.Given && !slices.ContainsFunc(w.corridor.Markets, func(m model.Market) bool { return e.LostUSDPerT(m.Cargo) == 0 })
}
