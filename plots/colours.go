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

// looksOf gives each scenario of a chart its look. It follows from the name, so that a
// scenario has the same in another chart and in another order. Where two would have the
// same look, the name that comes first keeps it; runs of one scenario are told apart in
// their order. There are as many looks as lines, and after them the first again.
func looksOf(names []string) []look {
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
	chosen := make([]look, len(names))
	for i, at := range out {
		chosen[i] = looks[at]
	}
	return chosen
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
