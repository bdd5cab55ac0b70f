package plots

import (
	"hash/fnv"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"corridor/plots/ink"
	"corridor/plots/page"
)

// look is how lines are told apart.
type look struct {
	colour color.Color
	dashes []vg.Length
}

func (l look) line(width vg.Length) draw.LineStyle { return ink.Line(l.colour, width, l.dashes...) }

// mostCurves is how many lines one panel holds.
const mostCurves = 6

// looks are those of lines; none is so light that it is lost on white paper.
var looks = [mostCurves]look{
	{page.Blue, nil}, {page.Vermillion, []vg.Length{7, 2}}, {page.Green, []vg.Length{2, 2}},
	{page.Purple, []vg.Length{9, 2, 2, 2}}, {page.Brown, []vg.Length{4, 4}}, {page.DarkGrey, []vg.Length{1, 2}},
}

// scenarioLooks are those of scenarios of the library, by place in looks: the same in
// every chart.
var scenarioLooks = map[string]int{
	"reference": 0, "stated": 0, "announced-programme": 1, "rail-first": 1, "sea-first": 2, "ebrd-2040": 2,
	"soft-only": 3, "world-bank-2030": 3, "hard-and-soft": 4, "teaching": 4, "do-nothing": 5,
}

// LineStyle is how a line is told from others.
type LineStyle struct {
	Colour color.Color
	Dashes []float64 // lengths drawn and left out, by turns, in points; none of a line without gaps
}

// LineStyles are those that charts give scenarios, each a look of its own.
func LineStyles() (list []LineStyle) {
	for _, l := range looks {
		style := LineStyle{Colour: l.colour}
		for _, length := range l.dashes {
			style.Dashes = append(style.Dashes, length.Points())
		}
		list = append(list, style)
	}
	return list
}

// LineStylesOf gives each scenario of a chart its place in LineStyles, as charts do; of more than
// there are, those that come after have places behind the last, in the same order again.
func LineStylesOf(names []string) []int {
	places, used := placesOf(names), make(map[int]int, len(names))
	for i, at := range places {
		places[i] = at + mostCurves*used[at]
		used[at]++
	}
	return places
}

// looksOf gives each scenario of a chart its look.
func looksOf(names []string) []look {
	chosen := make([]look, len(names))
	for i, at := range placesOf(names) {
		chosen[i] = looks[at]
	}
	return chosen
}

// placesOf gives each scenario of a chart a place in looks. It follows from the name, so that a
// scenario has the same in another chart and in another order. Where two would have the
// same look, the name that comes first keeps it; runs of one scenario are told apart in
// their order. There are as many looks as lines, and after them the first again.
func placesOf(names []string) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(names[a], names[b]) })
	out := make([]int, len(names))
	for round := 0; len(order) > 0; round++ {
		var taken [mostCurves]bool
		now := order[:min(mostCurves, len(order))]
		var later []int
		for _, i := range now {
			if wanted := lookOf(names[i]); !taken[wanted] {
				out[i], taken[wanted] = wanted, true
				continue
			}
			later = append(later, i)
		}
		for _, i := range later {
			out[i] = slices.Index(taken[:], false)
			taken[out[i]] = true
		}
		order = order[len(now):]
	}
	return out
}

// lookOf is the place in looks that a scenario has where it is free. What is laid over a
// scenario, as in reference+demand-low, does not change it.
func lookOf(name string) int {
	scenario, _, _ := strings.Cut(name, "+")
	if at, known := scenarioLooks[scenario]; known {
		return at
	}
	h := fnv.New32a()
	h.Write([]byte(scenario))
	return int(h.Sum32() % mostCurves)
}
