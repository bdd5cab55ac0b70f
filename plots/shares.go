package plots

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const (
	sharesTitle = "What the spread of a result comes from"
	mostShares  = 7 // inputs with a colour of their own
	leastYears  = 2
)

// share is the part of the variance that an input makes alone, in percent, by year.
type share struct {
	title  string
	colour color.Color
	value  []float64
	hatch  bool
}

// drawShares stacks the shares of the variance that inputs make alone, year by year, and what
// they make only together.
func drawShares(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Sensitivity)
	if err != nil {
		return nil, err
	}
	have := sharedMetrics(t)
	if len(have) == 0 {
		return nil, series.Nothing{Text: words.Text("Nothing is known of several years.")}
	}
	m, err := chosenMetric(on, have[0], t.Schema.File(), have)
	if err != nil {
		return nil, err
	}
	years, all, err := readAlone(t, m.Name)
	if err != nil {
		return nil, err
	}
	shown := largestShares(on, all, len(years))
	s := page.NewSheet(on, p, sharesTitle, on.Say("%s: share of the variance over the futures that each uncertainty makes alone, by year.", on.Say(m.Label)))
	for _, b := range shown {
		if b.hatch {
			s.Legend = append(s.Legend, page.HatchKey(b.title, page.White, page.MidGrey))
			continue
		}
		s.Legend = append(s.Legend, page.AreaKey(b.title, b.colour))
	}
	main := page.Panel{
		Unit: on.Say("% of the variance"), Height: on.Squeezed(260), Named: true, X: page.YearAxis(years[0], years[len(years)-1], on.Inner()-30), Y: on.ValueAxis(100, 5),
	}
	main.Over = func(a page.Plane) { stackShares(a, shown, years) }
	s.Panels = []page.Panel{main}
	s.Note = cmp.Or(s.Note, on.Say("Estimates from a sample; sensitivity.csv has their intervals. Uncertainties that go together are one."))
	last := len(years) - 1
	for _, b := range shown[:min(3, len(shown))] {
		s.Describe("%[1]s, %[2]s: %[3]s.", b.title, strconv.Itoa(years[last]), on.Percent(b.value[last]))
	}
	return s.Figure(), nil
}

// sharedMetrics are the metrics that have shares in several years.
func sharedMetrics(t *tables.Table) (list []string) {
	c := &tables.Sensitivity
	years := map[string]map[string]bool{}
	for row, expression := range c.Expression.Of(t) {
		at := c.At.Of(t)[row]
		if _, ok := yearOf(at); !ok || c.Index.Of(t)[row] != tables.FirstIndex {
			continue
		}
		if years[expression] == nil {
			years[expression] = map[string]bool{}
		}
		if years[expression][at] = true; len(years[expression]) >= leastYears && !slices.Contains(list, expression) {
			list = append(list, expression)
		}
	}
	// Throughput is what is asked for first.
	slices.SortStableFunc(list, func(a, b string) int {
		return cmp.Compare(btoi(a != tables.Annual.ThroughputMt.Name), btoi(b != tables.Annual.ThroughputMt.Name))
	})
	return list
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func yearOf(at string) (int, bool) {
	year, err := strconv.Atoi(at)
	return year, err == nil && len(at) == len("2030")
}

// readAlone reads what each input makes alone, in percent, by year; 0 for less than nothing, which
// an estimate can be, and for years in which nothing varies.
func readAlone(t *tables.Table, metric string) (years []int, all []share, err error) {
	c := &tables.Sensitivity
	values, err := series.Signed(t, c.Value)
	if err != nil {
		return nil, nil, err
	}
	rows := series.RowsWhere(t, func(row int) bool {
		_, yearly := yearOf(c.At.Of(t)[row])
		return yearly && c.Expression.Of(t)[row] == metric && c.Index.Of(t)[row] == tables.FirstIndex && !math.IsNaN(values[row])
	})
	first, last := math.MaxInt, 0
	for _, row := range rows {
		year, _ := yearOf(c.At.Of(t)[row])
		first, last = min(first, year), max(last, year)
	}
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	places := map[string]int{}
	for _, row := range rows {
		name := c.Input.Of(t)[row]
		place, known := places[name]
		if !known {
			place = len(all)
			places[name] = place
			all = append(all, share{title: cmp.Or(c.InputTitle.Of(t)[row], name), value: make([]float64, len(years))})
		}
		year, _ := yearOf(c.At.Of(t)[row])
		all[place].value[year-first] = max(0, float64(100*values[row]))
	}
	return years, all, nil
}

// largestShares keeps the inputs that make most in any year, takes the rest together, and adds what they make
// only together: what is left of all. Estimates that add to more than all are scaled down.
func largestShares(on *page.Page, all []share, years int) []share {
	slices.SortStableFunc(all, func(a, b share) int { return cmp.Compare(series.Highest(b.value), series.Highest(a.value)) })
	shown := slices.Clone(all[:min(mostShares, len(all))])
	rest := share{title: on.Say("Others, alone"), colour: page.LightGrey, value: make([]float64, years)}
	joint := share{title: on.Say("Only together"), colour: page.White, hatch: true, value: make([]float64, years)}
	for i := range years {
		total := 0.0
		for _, b := range all {
			total += b.value[i]
		}
		if total == 0 {
			continue
		}
		scale := min(1, 100/total)
		for j := range all {
			all[j].value[i] = float64(all[j].value[i] * scale)
			if j >= mostShares {
				rest.value[i] += all[j].value[i]
			}
		}
		if left := 100 - float64(total*scale); left > 0.05 {
			joint.value[i] = left
		}
	}
	for i := range shown {
		shown[i].colour = page.Areas[i]
	}
	for _, b := range []share{rest, joint} {
		if series.Sum(b.value) > 0 {
			shown = append(shown, b)
		}
	}
	return shown
}

// stackShares stacks the shares of every year, with values where they fit.
func stackShares(p page.Plane, shown []share, years []int) {
	half := p.Half()
	for i, year := range years {
		base := 0.0
		for _, b := range shown {
			v := b.value[i]
			if v == 0 {
				continue
			}
			stackOne(p, [4]float64{float64(year) - half, float64(year) + half, base, base + v}, b.colour, b.hatch, v)
			base += v
		}
	}
}

// sharesFit reports whether the shares of some metric are known in several years.
func sharesFit(p *tables.Package) bool { return len(sharedMetrics(p.Table(tables.Sensitivity))) > 0 }
