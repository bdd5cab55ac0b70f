package plots

import (
	"image/color"

	"corridor/plots/ink"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// spread is how the values of many futures lie: quantiles by year.
type spread struct {
	list                              []int
	p05, p10, p25, p50, p75, p90, p95 []float64
}

// readSpread reads the quantiles of all rows, times a factor; read says what they may
// hold.
func readSpread(t *tables.Table, of tables.SpreadColumns, read func(*tables.Table, tables.NumberColumn) ([]float64, error), factor float64) (spread, error) {
	var s spread
	for _, quantile := range []struct {
		to     *[]float64
		column tables.NumberColumn
	}{{&s.p05, of.P05}, {&s.p10, of.P10}, {&s.p25, of.P25}, {&s.p50, of.P50}, {&s.p75, of.P75}, {&s.p90, of.P90}, {&s.p95, of.P95}} {
		values, err := read(t, quantile.column)
		if err != nil {
			return spread{}, err
		}
		*quantile.to = series.Times(values, factor)
	}
	return s, nil
}

// at returns the spread in some years, at some rows.
func (s spread) at(list, rows []int) spread {
	pick := func(values []float64) []float64 { return series.Pick(values, rows) }
	return spread{list, pick(s.p05), pick(s.p10), pick(s.p25), pick(s.p50), pick(s.p75), pick(s.p90), pick(s.p95)}
}

// band is a stretch between two quantiles.
type band struct {
	low, high func(spread) []float64
	percent   int    // of the futures lie in it
	tint      uint32 // how much of the colour it has, in percent
}

// shade is the band in a colour.
func (b band) shade(c color.Color) color.Color { return ink.Tint(c, b.tint) }

// bands of a fan, the widest first.
var bands = []band{
	{func(s spread) []float64 { return s.p05 }, func(s spread) []float64 { return s.p95 }, 90, 14},
	{func(s spread) []float64 { return s.p10 }, func(s spread) []float64 { return s.p90 }, 80, 28},
	{func(s spread) []float64 { return s.p25 }, func(s spread) []float64 { return s.p75 }, 50, 50},
}
