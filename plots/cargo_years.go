package plots

import (
	"cmp"
	"fmt"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// service is a market on a route of the corridor.
type service struct{ market, route string }

// corridorServices returns the markets and routes that use the corridor with the
// row that describes them, and rivals apart.
func corridorServices(p *tables.Package) (within map[service]int, rivals map[service]bool, err error) {
	t, err := series.RowsOf(p, tables.Routes)
	if err != nil {
		return nil, nil, err
	}
	within, rivals = map[service]int{}, map[service]bool{}
	for row, market := range tables.Routes.Market.Of(t) {
		s := service{market, tables.Routes.Route.Of(t)[row]}
		if _, twice := within[s]; twice || rivals[s] {
			return nil, nil, fmt.Errorf("%s: %s on %s comes twice", t.Place(row), s.market, s.route)
		}
		if tables.Routes.Rival.True(t, row) {
			rivals[s] = true
		} else {
			within[s] = row
		}
	}
	return within, rivals, nil
}

// carried calls add with what every corridor flow carried in every month.
func carried(p *tables.Package, add func(service, words.Month, float64)) error {
	return carriedBy(p, func(s service, inside bool, m words.Month, mt float64) {
		if inside {
			add(s, m, mt)
		}
	})
}

// carriedBy calls add with what every flow carried in every month, inside the corridor or by a
// rival.
func carriedBy(p *tables.Package, add func(s service, inside bool, m words.Month, mt float64)) error {
	within, rivals, err := corridorServices(p)
	if err != nil {
		return err
	}
	t, err := series.RowsOf(p, tables.Flows)
	if err != nil {
		return err
	}
	columns, err := series.Measures(t, tables.Flows.CarriedMt)
	if err != nil {
		return err
	}
	for row := range t.Len() {
		m, err := series.MonthOf(t, row)
		if err != nil {
			return err
		}
		s := service{tables.Flows.Market.Of(t)[row], tables.Flows.Route.Of(t)[row]}
		_, inside := within[s]
		if !inside && !rivals[s] {
			return fmt.Errorf("%s: %s on %s is not in %s", t.Place(row), s.market, s.route, tables.Routes.File())
		}
		if v := columns[0][row]; v > 0 {
			add(s, inside, m, v)
		}
	}
	return nil
}

// readCargo sums what was carried by year, class and scope.
func readCargo(p *tables.Package) (cargoYears, error) {
	var out cargoYears
	within, _, err := corridorServices(p)
	if err != nil {
		return out, err
	}
	t := p.Table(tables.Routes)
	flows, err := series.RowsOf(p, tables.Flows)
	if err != nil {
		return out, err
	}
	held, err := series.CoveredYears(flows)
	if err != nil {
		return out, err
	}
	out.chooseYears(held)
	index := map[string]int{}
	err = carried(p, func(s service, m words.Month, mt float64) {
		y := slices.Index(out.years, m.Year())
		if y < 0 {
			return
		}
		row := within[s]
		scope := tables.Routes.Scope.Of(t)[row]
		if m < tables.CountedSince(tables.Headline, scope) {
			out.uncounted = true
			return
		}
		like := tables.CountedSince(tables.LikeForLike, scope) == 0
		out.scoped = out.scoped || scope != ""
		class := tables.Routes.Cargo.Of(t)[row]
		id := fmt.Sprint(like, class)
		i, known := index[id]
		if !known {
			i = len(out.bands)
			index[id] = i
			out.bands = append(out.bands, cargoBand{
				class: class, title: titleOr(tables.Routes.CargoTitle.Of(t)[row], class), like: like, mt: make([]float64, len(out.years)),
			})
		}
		out.bands[i].mt[y] += mt
	})
	if err != nil {
		return out, err
	}
	out.arrange()
	return out, nil
}

// chooseYears keeps the years with all their months, or all if none has them.
func (c *cargoYears) chooseYears(held []series.CoveredYear) {
	full := slices.ContainsFunc(held, func(p series.CoveredYear) bool { return p.Months == 12 })
	c.partial = !full
	for _, p := range held {
		if p.Months == 12 || !full {
			c.years = append(c.years, p.Year)
		}
		if p.Months < 12 {
			c.left = append(c.left, p)
		}
	}
}

// arrange puts the like-for-like bands below and large ones below small ones,
// and gives every class its colour.
func (c *cargoYears) arrange() {
	size := map[string]float64{}
	for _, b := range c.bands {
		for _, v := range b.mt {
			size[b.class] += v
		}
	}
	bySize := func(a, b cargoBand) int {
		return cmp.Or(cmp.Compare(size[b.class], size[a.class]), cmp.Compare(a.class, b.class))
	}
	slices.SortStableFunc(c.bands, bySize)
	var names []string
	for _, b := range c.bands {
		names = append(names, b.class)
	}
	colours := page.ColoursOfClasses(names)
	for i, b := range c.bands {
		c.bands[i].colour = colours[b.class]
	}
	slices.SortStableFunc(c.bands, func(a, b cargoBand) int {
		if a.like == b.like {
			return 0
		}
		if a.like {
			return -1
		}
		return 1
	})
}
