package plots

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg/draw"
)

const fanTitle = "How sure: throughput and capacity over many futures"

// bands of the fan, the widest first.
var bands = []struct {
	low, high, name      string
	throughput, capacity color.Color
}{
	{"p05", "p95", "5 to 95 %", rgb(0xdbe8f3), rgb(0xdcf1ea)},
	{"p10", "p90", "10 to 90 %", rgb(0xb9d4e8), rgb(0xbfe5d9)},
	{"p25", "p75", "25 to 75 %", rgb(0x7fb1d6), rgb(0x8fd2bd)},
}

// drawFan shows by year the spread of throughput over the draws of an ensemble as
// bands around the median, and below it that of the capacity.
func drawFan(p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Quantiles)
	if err != nil {
		return nil, err
	}
	list, throughput, err := fanOf(t, "throughput_mt")
	if err != nil {
		return nil, err
	}
	_, capacity, err := fanOf(t, "capacity_mt")
	if err != nil {
		return nil, err
	}
	x := yearAxis(list[0], list[len(list)-1], figureWidth-2*margin-20)
	s := newSheet(p, fanTitle, "Quantiles over the draws, million tonnes per year.")
	s.legend = legend{lineKey("Median throughput", throughputLine), lineKey("Median capacity in December", capacityLine)}
	for _, b := range bands {
		s.legend = append(s.legend, areaKey(b.name, b.throughput))
	}
	upper := fanPanel("Throughput, Mt per year", list, throughput, throughputLine, func(i int) color.Color { return bands[i].throughput })
	lower := fanPanel("Capacity, Mt per year", list, capacity, capacityLine, func(i int) color.Color { return bands[i].capacity })
	upper.x, lower.x, lower.named = x, x, true
	s.panels = []panel{upper, lower}
	s.description += fmt.Sprintf(" Median throughput by year: %s Mt.", spoken(list, throughput["p50"], upper.y.decimals))
	return s.figure(), nil
}

// fanOf returns the quantiles of a metric by year.
func fanOf(t *tables.Table, metric string) ([]int, map[string][]float64, error) {
	rows := t.Where(func(row int) bool { return t.Text("metric")[row] == metric })
	if rows.Len() == 0 {
		return nil, nil, fmt.Errorf("%s has no rows of %s", t.Schema.File(), metric)
	}
	var list []int
	for row, period := range rows.Text("period") {
		year, err := strconv.Atoi(period)
		if err != nil || year < 1800 || year > 2200 || len(list) > 0 && year <= list[len(list)-1] {
			return nil, nil, fmt.Errorf("%s row %d: %q is not a year after the one before", t.Schema.File(), row+1, period)
		}
		list = append(list, year)
	}
	quantiles := map[string][]float64{}
	for _, name := range []string{"p05", "p10", "p25", "p50", "p75", "p90", "p95"} {
		values, err := measure(rows, name)
		if err != nil {
			return nil, nil, err
		}
		quantiles[name] = values
	}
	if !anyNumber(quantiles["p50"]) {
		return nil, nil, fmt.Errorf("%s has no number for %s", t.Schema.File(), metric)
	}
	return list, quantiles, nil
}

// fanPanel draws the bands of one metric and the median over them.
func fanPanel(unit string, list []int, quantiles map[string][]float64, median draw.LineStyle, shade func(band int) color.Color) panel {
	xs := positions(list)
	drawn := panel{unit: unit, height: 165, y: valueAxis(highest(quantiles["p95"]), 6)}
	drawn.under = func(a plane) {
		for i, b := range bands {
			a.between(shade(i), xs, quantiles[b.low], quantiles[b.high])
		}
	}
	drawn.over = func(a plane) { a.curve(median, xs, quantiles["p50"]) }
	return drawn
}

// fanFits reports whether there is more than one year to draw a band over.
func fanFits(p *tables.Package) bool {
	periods := slices.Clone(p.Table(tables.Quantiles).Text("period"))
	slices.Sort(periods)
	return len(slices.Compact(periods)) > 1
}
