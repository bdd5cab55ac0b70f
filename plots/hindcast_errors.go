package plots

import (
	"cmp"
	"math"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	errorsTitle            = "Errors of forecasts a year ahead, beside plain rules"
	errorsRow    vg.Length = 24
	errorsNames  vg.Length = 165
	mostErrors             = 300 // percent, on the axis
	errorsColumn vg.Length = 40
)

// erring is how far forecasters were off in the mean, in percent, by forecasters.
type erring struct {
	name  string
	means []float64
	n     []int // of how many forecasts
}

// errorsFit reports whether some forecast can be judged.
func errorsFit(p *tables.Package) bool {
	all, err := readPast(p)
	return series.Unreadable(err) || slices.ContainsFunc(all, pastSeries.isForecast)
}

// drawErrors shows how far the forecasts of the model and of plain rules were off in the mean, for
// all series and for each.
func drawErrors(on *page.Page, p *tables.Package) (*page.Figure, error) {
	past, err := readPast(p)
	if err != nil {
		return nil, err
	}
	all := erringOf(on, past)
	if len(all) == 0 {
		return nil, series.Nothing{Text: noForecasts}
	}
	shown := all[:min(on.Most(mostPast+1), len(all))]
	s := page.NewSheet(on, p, errorsTitle, on.Say("Mean of the errors, whatever their sign, % of what happened; the least of forecasts for every year in bold."))
	s.Find(errorsFinding(on, all[0]))
	for i := range forecasters {
		s.Legend = append(s.Legend, forecasterKey(on, i))
	}
	s.Panels = []page.Panel{errorsPanel(on, shown)}
	if len(shown) < len(all) {
		s.Note = cmp.Or(s.Note, on.Say("Series shown: the first %[1]d of %[2]d.", len(shown), len(all)))
	}
	s.Note = cmp.Or(s.Note, on.Say("Last value: as the year before. Mean change: and as much more as in the mean of the years before. The official plan is compared where there was one."))
	for _, e := range shown {
		s.Describe("%[1]s: %[2]s.", e.name, on.Percent(e.means[byModel]))
	}
	return s.Figure(), nil
}

// erringOf returns the errors of all series together, and of each that was forecast.
func erringOf(on *page.Page, past []pastSeries) []erring {
	together := make([][]float64, len(forecasters))
	var each []erring
	for _, s := range past {
		errors := make([][]float64, len(forecasters))
		for _, y := range s.years {
			for f, said := range y.forecast {
				errors[f] = append(errors[f], errorPercent(said, y.actual))
			}
		}
		if one := newErring(s.name(on), errors); one.n[byModel] > 0 {
			each = append(each, one)
			for f := range errors {
				together[f] = append(together[f], errors[f]...)
			}
		}
	}
	if len(each) == 0 {
		return nil
	}
	return append([]erring{newErring(on.Say("All series"), together)}, each...)
}

func newErring(name string, errors [][]float64) erring {
	e := erring{name: name, means: make([]float64, len(errors)), n: make([]int, len(errors))}
	for f := range errors {
		e.means[f], e.n[f] = meanError(errors[f])
	}
	return e
}

// best returns the forecaster with the least error of those that forecast as often as the model,
// -1 where the model is alone.
func (e erring) best() int {
	best, others := byModel, false
	for f := range e.means {
		if f == byModel || e.n[f] != e.n[byModel] {
			continue
		}
		others = true
		if e.means[f] < e.means[best] {
			best = f
		}
	}
	if !others {
		return -1
	}
	return best
}

// errorsFinding sets the model beside the best of the plain rules.
func errorsFinding(on *page.Page, all erring) string {
	rule := -1
	for f := range all.means {
		if f != byModel && all.n[f] == all.n[byModel] && (rule < 0 || all.means[f] < all.means[rule]) {
			rule = f
		}
	}
	if rule < 0 {
		return on.Say("A year ahead the model is off by %s in the mean", on.Percent(all.means[byModel]))
	}
	return on.Say("A year ahead the model is off by %[1]s in the mean, the best plain rule by %[2]s (%[3]s)", on.Percent(all.means[byModel]), on.Percent(all.means[rule]), on.Say(forecasters[rule].label))
}

// errorsPanel has a row for each series, a mark for each forecaster, and the figures at its right.
func errorsPanel(on *page.Page, shown []erring) page.Panel {
	top := 0.0
	names := make([]string, len(shown))
	columns := make([]page.Column, len(forecasters))
	for f, who := range forecasters {
		columns[f].Heading = on.Say(who.label)
	}
	for i, e := range shown {
		names[i] = e.name
		for f, v := range e.means {
			top = max(top, series.Highest([]float64{v}))
			columns[f].Cells = append(columns[f].Cells, on.SignedPercent(v))
		}
	}
	for f := range columns {
		for i, text := range columns[f].Cells {
			columns[f].Cells[i] = withoutPlus(text)
		}
	}
	columns = page.NewColumns(errorsColumn, columns...)
	p := page.RowPanel(on.ValueAxis(min(top, mostErrors), 6), names, errorsNames, errorsRow, 15)
	p.X.Lines = false
	p.Head, p.Tail, p.Named = 26, columns[len(columns)-1].Right, true
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		a.Heads(columns)
		for i, e := range shown {
			y := a.AtY(a.Y.RowTop(i) - 0.5)
			if i == 0 {
				a.StrokeLine2(page.Hairline, page.Margin, a.AtY(a.Y.RowTop(1)), a.Max.X+p.Tail, a.AtY(a.Y.RowTop(1)))
			}
			for f, v := range slices.Backward(e.means) {
				if !math.IsNaN(v) {
					markForecaster(a.Canvas, f, vg.Point{X: a.AtX(min(v, a.X.Max)), Y: y})
				}
			}
			best := e.best()
			for f, c := range columns {
				l := page.LabelText
				if f == best {
					l = page.BoldText
				}
				l.Write(a, a.Max.X+c.Right, y-ink.Half(l.Height()), ink.FromRight, c.Cells[i])
			}
		}
	}
	return p
}
