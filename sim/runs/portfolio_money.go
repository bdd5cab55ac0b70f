package runs

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/ensemble"
	"corridor/sim/portfolio"
)

// choice is what can be decided in a scenario: which of its projects go ahead, and when.
type choice struct {
	from     calendar.Month // when it is decided: what is paid before is not part of it
	horizon  int            // the last year whose payments count
	projects []int          // by candidate: the project in the scenario
	certain  []int          // projects that all plans have, and pay for
	never    []int          // projects that no plan has
	shifts   [][]int        // by candidate and option: months later than the scenario says
	start    []calendar.Month
	requires [][]int // by candidate: the candidates it requires, directly or through others
	given    [][]int // by candidate: the other projects it requires likewise

	sunk [][]float64 // by candidate and year simulated: the corridor's part of what is spent before it is decided, whatever the plan
}

// apply sets the projects of a corridor as a plan has them in a future. What else was drawn of
// them stays.
func (b *bill) apply(to *model.Corridor, plan portfolio.Plan, future int) {
	for i, project := range b.projects {
		p := &to.Projects[project]
		if p.Disabled = !plan.Has(i); !p.Disabled {
			when := b.of[i][plan[i]-1].when[future]
			p.Start, p.DelayFactor = when.start, when.delay
		}
	}
	for _, project := range b.never {
		to.Projects[project].Disabled = true
	}
}

// require finds what each candidate requires.
func (c *choice) require(projects []model.Project) {
	c.requires, c.given = make([][]int, len(c.projects)), make([][]int, len(c.projects))
	for i, project := range c.projects {
		for _, r := range requirements(projects, project) {
			if j := slices.Index(c.projects, r); j >= 0 {
				c.requires[i] = append(c.requires[i], j)
			} else {
				c.given[i] = append(c.given[i], r)
			}
		}
	}
}

// spend finds what is spent on the candidates before it is decided, as planned.
func (c *choice) spend(of *model.Corridor) {
	first, years := of.Years()
	c.sunk = make([][]float64, len(c.projects))
	for i, project := range c.projects {
		p := &of.Projects[project]
		months := make([]float64, max(0, c.from-of.Start))
		p.AddBuildingMUSD(of.Start, months)
		c.sunk[i] = make([]float64, years)
		for month, musd := range months {
			c.sunk[i][(of.Start+calendar.Month(month)).Year()-first] += float64(musd * (1 - p.OthersShare))
		}
	}
}

// requirements lists what a project requires, directly or through others.
func requirements(projects []model.Project, of int) (list []int) {
	var walk func(i int)
	walk = func(i int) {
		for _, r := range projects[i].Requires {
			if !slices.Contains(list, r) {
				list = append(list, r)
				walk(r)
			}
		}
	}
	walk(of)
	return list
}

// years is how many calendar years payments count in.
func (c *choice) years() int { return c.horizon - c.from.Year() + 1 }

// bill is what the candidates cost in some futures, and when they serve in them. It is found
// once, without a simulation, as nothing of it depends on what is carried.
type bill struct {
	*choice
	futures int
	base    []futureOf
	of      [][]offer // by candidate and option
	mean    [][][]float64
	alone   []bool    // by candidate: requires no other, so that its own mean cost is all
	floor   []float64 // what all plans cost in the mean, by year
}

// offer is what a candidate costs in each future with an option.
type offer struct {
	building   [][]float64      // by future and year
	completion []calendar.Month // by future; calendar.Never where it stalls
	when       []timing         // by future
}

// timing is when a project begins, and how long it takes, as it was drawn.
type timing struct {
	start calendar.Month
	delay float64
}

// futureOf is what the certain projects cost in a future, and what every candidate must wait for.
type futureOf struct {
	certain []float64        // by year
	after   []calendar.Month // by candidate: when the last project that it requires, and that is no candidate, serves
	annual  []float64        // by candidate: USD million a year to keep it going
}

// timed is the futures of a scenario whose candidates begin later by so many months: what is
// drawn of a project that has not begun depends on when it is to begin.
type timed struct {
	months   int
	source   *ensemble.Source
	corridor model.Corridor
	u        []float64
}

func newTimed(months int, e *ensemble.Ensemble) (*timed, error) {
	a := &e.Alternatives[0]
	m, err := model.New(a.Corridor.Clone())
	if err != nil {
		return nil, err
	}
	source, err := e.NewSource(m)
	return &timed{months, source, a.Corridor.Clone(), make([]float64, len(a.Uncertainties))}, err
}

// draw sets the corridor to a draw.
func (d *timed) draw(number uint64) {
	d.source.Point(number, d.u)
	d.source.Set(d.u, &d.corridor)
}

// newBill finds what the candidates cost in some draws of a scenario, given by how much later
// they begin in it, not at all first.
func newBill(c *choice, later []*timed, first, futures uint64) *bill {
	b := &bill{choice: c, futures: int(futures), of: make([][]offer, len(c.projects))}
	for i := range c.projects {
		b.of[i] = make([]offer, len(c.shifts[i]))
	}
	for draw := first; draw < first+futures; draw++ {
		for _, d := range later {
			d.draw(draw)
		}
		b.add(later)
	}
	b.means()
	return b
}

// add looks at one more future.
func (b *bill) add(later []*timed) {
	c := &later[0].corridor
	f := futureOf{certain: make([]float64, b.years()), after: make([]calendar.Month, len(b.projects)), annual: make([]float64, len(b.projects))}
	for _, project := range b.choice.certain {
		p := &c.Projects[project]
		b.yearly(p, f.certain)
		service := p.Completion()
		for _, r := range requirements(c.Projects, project) {
			service = max(service, c.Projects[r].Completion())
		}
		keep(f.certain, p.AnnualMUSD, service, b.from)
	}
	for i, project := range b.projects {
		f.annual[i] = c.Projects[project].AnnualMUSD
		for _, r := range b.given[i] {
			if slices.Contains(b.never, r) {
				f.after[i] = calendar.Never
			}
			f.after[i] = max(f.after[i], c.Projects[r].Completion())
		}
		for option, shift := range b.shifts[i] {
			d := later[slices.IndexFunc(later, func(d *timed) bool { return d.months == shift })]
			p := d.corridor.Projects[project]
			p.Disabled = false
			o := &b.of[i][option]
			years := make([]float64, b.years())
			b.yearly(&p, years)
			o.building, o.completion, o.when = append(o.building, years), append(o.completion, p.Completion()), append(o.when, timing{p.Start, p.DelayFactor})
		}
	}
	b.base = append(b.base, f)
}

// yearly adds what is paid for building a project from the start of the choice to the horizon.
func (b *bill) yearly(p *model.Project, into []float64) {
	months := make([]float64, b.monthsLeft())
	p.AddBuildingMUSD(b.from, months)
	for i, musd := range months {
		into[(b.from+calendar.Month(i)).Year()-b.from.Year()] += musd
	}
}

func (b *bill) monthsLeft() int {
	return int(calendar.NewMonth(b.horizon, calendar.MonthsPerYear)-b.from) + 1
}

// keep adds what it costs to keep a project going that serves from a month on.
func keep(into []float64, annual float64, service, from calendar.Month) {
	if annual == 0 || service == calendar.Never {
		return
	}
	first := max(service, from)
	for i := range into {
		end := calendar.NewMonth(from.Year()+i, calendar.MonthsPerYear) + 1
		begin := max(first, calendar.NewMonth(from.Year()+i, 1))
		if begin < end {
			into[i] += float64(annual / calendar.MonthsPerYear * float64(end-begin))
		}
	}
}

// service is when a candidate of a plan serves in a future.
func (b *bill) service(plan portfolio.Plan, candidate, future int) calendar.Month {
	at := max(b.of[candidate][plan[candidate]-1].completion[future], b.base[future].after[candidate])
	for _, r := range b.requires[candidate] {
		if !plan.Has(r) {
			return calendar.Never
		}
		at = max(at, b.of[r][plan[r]-1].completion[future], b.base[future].after[r])
	}
	return at
}

// cost adds what a plan costs in a future to each year, USD million.
func (b *bill) cost(plan portfolio.Plan, future int, into []float64) {
	for year, musd := range b.base[future].certain {
		into[year] += musd
	}
	for i := range plan {
		if plan.Has(i) {
			b.one(plan, i, future, into)
		}
	}
}

// one adds what one candidate of a plan costs.
func (b *bill) one(plan portfolio.Plan, candidate, future int, into []float64) {
	for year, musd := range b.of[candidate][plan[candidate]-1].building[future] {
		into[year] += musd
	}
	keep(into, b.base[future].annual[candidate], b.service(plan, candidate, future), b.from)
}

// means finds the mean cost of what can be in a plan by itself.
func (b *bill) means() {
	b.floor = b.meanOf(func(future int, into []float64) {
		for year, musd := range b.base[future].certain {
			into[year] += musd
		}
	})
	b.alone, b.mean = make([]bool, len(b.projects)), make([][][]float64, len(b.projects))
	plan := make(portfolio.Plan, len(b.projects))
	for i := range b.projects {
		b.alone[i] = len(b.requires[i]) == 0
		b.mean[i] = make([][]float64, len(b.shifts[i]))
		for option := range b.shifts[i] {
			plan[i] = uint8(option + 1)
			if b.alone[i] {
				b.mean[i][option] = b.meanOf(func(future int, into []float64) { b.one(plan, i, future, into) })
			}
		}
		plan[i] = 0
	}
}

// meanOf is the mean over the futures of what is added in each, by year.
func (b *bill) meanOf(add func(future int, into []float64)) []float64 {
	years := make([]float64, b.years())
	for future := range b.futures {
		add(future, years)
	}
	for year := range years {
		years[year] /= float64(b.futures)
	}
	return years
}

// meanCost is what a plan costs in the mean of the futures, by year.
func (b *bill) meanCost(plan portfolio.Plan) []float64 {
	years := slices.Clone(b.floor)
	for i := range plan {
		if !plan.Has(i) {
			continue
		}
		mean := b.mean[i][plan[i]-1]
		if !b.alone[i] {
			mean = b.meanOf(func(future int, into []float64) { b.one(plan, i, future, into) })
		}
		for year, musd := range mean {
			years[year] += musd
		}
	}
	return years
}

func total(years []float64) (sum float64) {
	for _, v := range years {
		sum += v
	}
	return sum
}
