package language

import (
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// What the corridor carried in a year can be given in the place of its potential. The potential
// is then found by running the scenario (model.Corridor.Uncensor), and belongs to the figures
// it was found with: what changes on top acts as a change. See calibration_carried.go.

// carriedYear is what a market carried in a year, with the figure that says so.
type carriedYear struct {
	model.Observed
	figure value
}

// carried adds the years of which is given what was carried to those of the potential.
func (c *compiler) carried(market namedValue, index int, g *model.Growth) {
	growth := market.of("growth")
	given := growth.of(carriedKey)
	years, _ := steps(given)
	for _, year := range years {
		figure := given.of(itoa(year))
		at, twice := slices.BinarySearch(g.Years, year)
		if twice {
			c.report.Mistake(changed(growth.Tree, growth.of(pathKey).Get(itoa(year)), figure.Tree),
				"market %s has the potential of %d and what was carried of it, expected only one of them", market.name, year)
			continue
		}
		o := model.Observed{Market: index, Year: year, Mt: figure.number()}
		g.Years, g.MtPerYear = slices.Insert(g.Years, at, year), slices.Insert(g.MtPerYear, at, o.Mt)
		c.observed = append(c.observed, carriedYear{o, figure})
	}
}

// givenYears lists the years of which growth gives the potential, or what was carried.
func givenYears(growth value) []int {
	years := slices.Concat(yearsOf(growth.of(pathKey)), yearsOf(growth.of(carriedKey)))
	slices.Sort(years)
	return years
}

// uncensor finds the potentials of the years of which is given what was carried, but those
// that are kept from before changes.
func (c *compiler) uncensor(corridor *model.Corridor) {
	var unknown []model.Observed
	var figures []value
	for _, o := range c.observed {
		m := &corridor.Markets[o.Market]
		kept := c.kept("markets", m.Name).of("carried")
		if potential := kept.of(pathKey).of(itoa(o.Year)); potential.given() {
			m.Growth.MtPerYear[slices.Index(m.Growth.Years, o.Year)] = potential.number()
			if o.Year == c.baseYear {
				m.BaseShiftUSDPerT = kept.of(shiftKey).number()
			}
			continue
		}
		unknown, figures = append(unknown, o.Observed), append(figures, o.figure)
	}
	if len(unknown) == 0 {
		return
	}
	short, err := corridor.Uncensor(unknown)
	if err != nil {
		return // not a corridor, as whoever runs it is told
	}
	for _, s := range short {
		figure, name := figures[slices.Index(unknown, s.Observed)], corridor.Markets[s.Market].Name
		if s.CarriedMt >= s.Mt {
			c.report.Mistake(figure.Position, "no potential was found at which the run of %d carries %s Mt of market %s", s.Year, tables.Rounded(s.Mt, 3), name)
			continue
		}
		digits := tables.Apart(s.Mt, s.CarriedMt, 3)
		c.report.Mistake(figure.Position, "market %s carried %s Mt in %d, and by the scenario's other figures no more than %s can be carried of it%s; one or the other is wrong",
			name, tables.Rounded(s.Mt, digits), s.Year, tables.Rounded(s.CarriedMt, digits), heldBy(corridor, &s))
	}
	for i := range corridor.Markets {
		c.bounded(c.top.of("markets").of(corridor.Markets[i].Name).of("growth"), &corridor.Markets[i].Growth)
	}
}

// heldBy says what holds back most of what cannot be carried.
func heldBy(c *model.Corridor, s *model.Shortfall) string {
	if s.Segment < 0 {
		return ""
	}
	return ", held back by " + c.Segments[s.Segment].Name
}

// uncensored compiles a scenario by itself as far as to find the potentials that what was
// carried comes to. It returns nil where the scenario has mistakes.
func uncensored(root *text.Tree) *model.Corridor {
	var report text.Report
	c, s := newCompiler(root, &report), &Compiled{}
	if c.build(s); !report.Found() {
		c.uncensor(&s.Corridor)
	}
	if report.Found() {
		return nil
	}
	return &s.Corridor
}
