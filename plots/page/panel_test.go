package page

import (
	"bytes"
	"image/color"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"

	"corridor/plots/ink"
	"corridor/sim/tables"
)

// figureOf returns the figure of one panel.
func figureOf(on *Page, p Panel, legend ...Key) *Figure {
	s := NewSheet(on, &tables.Package{Name: "stated", Title: "A corridor"}, "Throughput", "Million tonnes per year.")
	s.Legend, s.Panels = legend, []Panel{p}
	return s.Figure()
}

func said(f *Figure) string {
	var out []string
	for _, t := range f.Texts() {
		out = append(out, t.Text)
	}
	return strings.Join(out, "|")
}

func TestSheet(t *testing.T) {
	p := Panel{Unit: "Mt per year", Height: 100, X: YearAxis(2024, 2026, 500), Y: english.ValueAxis(5, 5), Named: true}
	f := figureOf(english, p, LineKey("Carried", GridLine))
	require.Equal(t, "Throughput|Scenario: A corridor. Million tonnes per year.|Carried|Mt per year|0|1|2|3|4|5|2024|2025|2026|Source: corridor model, scenario stated.", said(f))
	require.Empty(t, f.Misplaced())
	require.Equal(t, "Scenario: A corridor. Million tonnes per year.", f.Description())

	slide, err := New(Options{Size: Slide, Lang: "ru", Title: "Own title", Note: "Own note"})
	require.NoError(t, err)
	f = figureOf(slide, p)
	w, h := f.Size()
	require.Equal(t, [2]vg.Length{960, 540}, [2]vg.Length{w, h})
	require.True(t, f.Fits())
	require.Contains(t, said(f), "Own title|")
	require.Contains(t, said(f), "|Own note|")
}

// A page of fixed height holds as many rows of a list as fit, in the same type.
func TestFewerRows(t *testing.T) {
	slide, err := New(Options{Size: Slide})
	require.NoError(t, err)
	require.Equal(t, 24, slide.Most(24))
	for _, rows := range []int{3, 12, 40, 500} {
		shown := 0
		f, err := slide.Fitted(func(on *Page) (*Figure, error) {
			n := on.Most(rows)
			f := figureOf(on, RowPanel(YearAxis(2024, 2026, 500), make([]string, n), 100, 15, 13))
			if f.Fits() {
				shown = max(shown, n)
			}
			return f, nil
		})
		require.NoError(t, err)
		require.True(t, f.Fits())
		require.InDelta(t, 960.0/660, float64(f.Zoom()), 1e-9)
		if rows > 12 {
			require.Greater(t, shown, rows/100)
			require.Less(t, shown, rows)
		} else {
			require.Equal(t, rows, shown)
		}
	}
}

// Where a page of fixed height has no room for one row, everything becomes smaller.
func TestFitted(t *testing.T) {
	slide, err := New(Options{Size: Slide})
	require.NoError(t, err)
	drawn := 0
	f, err := slide.Fitted(func(on *Page) (*Figure, error) {
		drawn++
		return figureOf(on, Panel{Height: 700, Least: 600, X: YearAxis(2024, 2026, 500), Y: english.ValueAxis(5, 5)}), nil
	})
	require.NoError(t, err)
	require.Greater(t, drawn, 2)
	require.True(t, f.Fits())
	require.Less(t, float64(f.Zoom()), 960.0/660)
	require.Equal(t, 24, english.Most(24))
}

// A fault of the program in one chart is an error of that chart.
func TestGuard(t *testing.T) {
	f := figureOf(english, Panel{Height: 50, Over: func(Plane) { panic("no such row") }})
	require.EqualError(t, f.Write(new(bytes.Buffer), ink.SVG), "a fault of the program, please report it: no such row")
}

// plane is a plotting area of 100 by 50 points for values from 0 to 10 and 0 to 5.
func plane() Plane {
	p := Plane{On: english, X: Axis{Max: 10}, Y: Axis{Max: 5}}
	p.Min, p.Max = vg.Point{X: 20, Y: 30}, vg.Point{X: 120, Y: 80}
	return p
}

func TestPlane(t *testing.T) {
	p := plane()
	require.Equal(t, vg.Point{X: 20, Y: 30}, p.Point(0, 0))
	require.Equal(t, vg.Point{X: 70, Y: 80}, p.Point(5, 5))
	require.Equal(t, 0.36, Plane{X: Axis{Max: 100}, Canvas: p.Canvas}.Half(), "most of a slot")
	require.InDelta(t, 0.3*10, p.Half()*10, 0.61, "never wider than looks like a bar")
}

func TestRuns(t *testing.T) {
	nan := math.NaN()
	require.Equal(t, []Span{{1, 3}, {4, 5}}, runs([]float64{nan, 1, 2, nan, 3, nan}))
	require.Empty(t, runs([]float64{nan}))
}

func TestRowPanel(t *testing.T) {
	p := RowPanel(Axis{Max: 1}, []string{"Aktau", "A name far too long to stand beside its row", "Baku"}, 60, 20, 11)
	require.Equal(t, vg.Length(63), p.Height, "a name in two lines needs higher rows")
	require.Equal(t, vg.Length(63), p.Least)
	require.Equal(t, []float64{2.5, 1.5, 0.5}, []float64{p.Y.Ticks[0].At, p.Y.Ticks[1].At, p.Y.Ticks[2].At}, "the first stands at the top")
	require.Equal(t, []float64{3, 1}, []float64{p.Y.RowTop(0), p.Y.RowTop(2)})
	for _, tick := range p.Y.Ticks {
		for _, line := range strings.Split(tick.Label, "\n") {
			require.LessOrEqual(t, AxisText.Width(line), vg.Length(60))
		}
	}
}

func TestLegendWraps(t *testing.T) {
	var l Legend
	for range 9 {
		l = append(l, AreaKey("Somewhat long a label", Blue))
	}
	one := Legend{l[0]}
	require.Len(t, one.rows(500), 1)
	require.Len(t, l.rows(500), 3)
	require.Equal(t, vg.Length(3*legendPitch), l.height(500))
	long := Legend{AreaKey(strings.Repeat("words ", 60), Blue)}
	require.Len(t, long.rows(300)[0].labels[0], mostLabelLines)
}

func TestColourScale(t *testing.T) {
	s := ColourScale{Bounds: []float64{0, 50, 85}, Labels: []string{"< 50", "50–85", "> 85"}, Colours: []color.Color{Blue, Green, Orange}}
	for v, want := range map[float64]color.Color{0: Blue, 49.9: Blue, 50: Green, 84.9: Green, 85: Orange, 120: Orange} {
		require.Equal(t, want, s.Of(v), "%g", v)
	}
	require.Equal(t, PaleGrey, s.Of(math.NaN()))
	key := s.Key("% of capacity")
	require.Equal(t, vg.Length(3)*classWidth, key.Width)
}

func TestColumns(t *testing.T) {
	columns := NewColumns(40, Column{Heading: "Cost, USD m", Cells: []string{"472"}}, Column{Heading: "Capacity that the project adds, Mt/yr", Cells: []string{"+4.0"}})
	require.Equal(t, [2]string{"Cost,", "USD m"}, columns[0].halves)
	require.Equal(t, vg.Length(40), columns[0].Right)
	require.Greater(t, columns[1].Right, columns[0].Right+vg.Length(60))
}

// Endings stand apart and in the order of their values, whatever these are.
func TestEndingsKeepApart(t *testing.T) {
	for _, values := range [][]float64{{1, 1, 1, 1}, {0, 5, 0, 5}, {2, 2.01, math.NaN(), 1.99}} {
		p := Panel{Height: 120, X: YearAxis(2024, 2026, 300), Y: english.ValueAxis(5, 5), Tail: 160}
		var all []Ending
		for i, v := range values {
			all = append(all, Ending{Value: v, Text: english.Amount(v, 2), Name: "Run " + string(rune('A'+i)), Colour: Blue})
		}
		p.Over = func(a Plane) { a.Endings(all) }
		require.LessOrEqual(t, EndingWidth(all), vg.Length(160))
		require.Empty(t, figureOf(english, p).Misplaced(), "%v", values)
	}
}

// A label that has no room on any side is left out.
func TestDirectLabels(t *testing.T) {
	var labels DirectLabels
	p := Panel{Height: 100, X: YearAxis(2024, 2026, 300), Y: english.ValueAxis(5, 5)}
	p.Over = func(a Plane) {
		labels = DirectLabels{Area: a.Rectangle}
		labels.Avoid(a.Point(2024, 2), a.Point(2026, 2))
		labels.Write(a, LabelText, a.Point(2025, 2), "2.0", Above)
		labels.Write(a, LabelText, a.Point(2025, 2), "again", Above)
		labels.Write(a, LabelText, a.Point(2025, 2), "below", Above, Below)
	}
	require.Contains(t, said(figureOf(english, p)), "|2.0|below|")
	require.Len(t, labels.taken, 2)
}

func TestOptions(t *testing.T) {
	for want, o := range map[string]Options{
		`there is no language "de"; valid: en, kk, ru, az, ka, hy, tr`:           {Lang: "de"},
		`there is no size "A0"; valid: screen, paper, slide`:                     {Size: "A0"},
		`colour blue: "red" is not a colour such as #0072b2`:                     {Style: Style{Colours: map[string]string{"blue": "red"}}},
		`there is no colour "pink"; valid: ` + strings.Join(ColourNames(), ", "): {Style: Style{Colours: map[string]string{"pink": "#000000"}}},
		`lines is 9, expected a factor from 0.25 to 4`:                           {Style: Style{Lines: 9}},
	} {
		_, err := New(o)
		require.EqualError(t, err, want)
	}
}
