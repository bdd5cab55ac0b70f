package plots

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// copied returns the package with its tables copied, all rows or the first ones.
func copied(p *tables.Package, rows int) *tables.Package {
	out := *p
	out.Tables = nil
	for _, t := range p.Tables {
		out.Tables = append(out.Tables, t.Where(func(row int) bool { return row < rows }))
	}
	return &out
}

// drawsOrSays draws the chart, or requires an error that names a table.
func drawsOrSays(t *testing.T, chart string, p *tables.Package, o Options) {
	c, _ := Lookup(chart)
	if c.HasTables(p) {
		c.Possible(p) // must not panic either
	}
	figure, err := c.DrawAs(p, o)
	if err != nil {
		require.Contains(t, err.Error(), ".csv", "an error names the table")
		return
	}
	var svg bytes.Buffer
	require.NoError(t, figure.Write(&svg, SVG))
	for _, bad := range []string{"NaN", "Inf", "e+"} {
		require.NotContains(t, strings.ReplaceAll(drawnIn(svg.Bytes()), "Infra", ""), bad)
	}
}

// FuzzChart changes one cell of one table to anything, and keeps any number of
// its rows: a chart is drawn or an error names the table.
func FuzzChart(f *testing.F) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, -1, 0, 1e-300, 1e11, 0.5}
	texts := []string{"", "0", "2024", "2024-13", "true", "throughput_mt", "x>y>z", "\x00\xff", strings.Repeat("long ", 200), "ğәქՀ"}
	seeds := 6
	if long {
		seeds = 12
	}
	for i := range goldenFigures {
		for k := range seeds {
			f.Add(uint8(i), uint8(k), uint8(k*7+i), uint16(k*k*5), odd[(k+i)%len(odd)], texts[(k*3+i)%len(texts)], uint16(1000*(k%3)+k%2))
		}
	}
	f.Fuzz(func(t *testing.T, figure, table, column uint8, row uint16, value float64, text string, rows uint16) {
		g := goldenFigures[int(figure)%len(goldenFigures)]
		p := copied(g.run, int(rows))
		if len(p.Tables) == 0 {
			return
		}
		changed := p.Tables[int(table)%len(p.Tables)]
		if changed.Len() > 0 {
			c := changed.Schema.Columns[int(column)%len(changed.Schema.Columns)]
			at := int(row) % changed.Len()
			if c.Type == tables.Number || c.Type == tables.Integer {
				changed.Numbers(c.Name)[at] = value
			} else {
				changed.Text(c.Name)[at] = text
			}
		}
		drawsOrSays(t, g.chart, p, Options{Size: Sizes[int(row)%len(Sizes)]})
	})
}

// A table of one row is drawn or refused, and so is one of a thousand segments, or of a
// few hundred.
func TestFewAndMany(t *testing.T) {
	for _, g := range goldenFigures {
		drawsOrSays(t, g.chart, copied(g.run, 1), Options{})
	}
	segments, network, bottlenecks := tables.New(tables.Segments), tables.New(tables.Network), tables.New(tables.Bottlenecks)
	many := 300
	if long {
		many = 1000
	}
	for i := range many {
		name := fmt.Sprintf("segment-%03d", i)
		x, y := float64(i%40), float64(i/40)
		network.Append("a", name, "Segment "+name, "rail", fmt.Sprintf("n%d", i), "", x, y, fmt.Sprintf("n%d", i+1), "", float64((i+1)%40), float64((i+1)/40), 1.0, 1.0, 1.0, nil, nil, nil, nil, nil)
		for m := range 12 {
			used := float64((i*7+m*13)%120) / 100
			segments.Append("a", monthName(2030, m), name, 1.0, used, min(used, 1), max(0, used-1), max(0, used-1), nil, 1.0)
			bottlenecks.Append("a", monthName(2030, m), name, 100, 0.001, 0.0, 0.01, float64(i%100)/100)
		}
	}
	p := examplePackage(segments, network, bottlenecks, exampleMonthly())
	for _, chart := range []string{"utilisation", "binding", "map", "map-years", "map-futures", "bottlenecks", "holding"} {
		for _, size := range Sizes {
			drawsOrSays(t, chart, p, Options{Size: size})
		}
	}
}
