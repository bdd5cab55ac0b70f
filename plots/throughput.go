package plots

import (
	"fmt"
	"math"
	"slices"

	"corridor/sim/tables"
)

var (
	potentialLine  = line(darkGrey, 1.3, 5, 3)
	throughputLine = line(blue, 2)
	capacityLine   = line(green, 1.6)
)

const throughputTitle = "Potential, throughput and capacity of the corridor"

// drawThroughput shows by year what the corridor carries, what it could carry
// and what shippers would send, and below it what waits and what is turned away.
func drawThroughput(on *page, p *tables.Package) (*Figure, error) {
	demand, demandName := "potential_mt", text("Potential: what shippers would send")
	if hasRivals(p) { // the potential is then that of all ways together
		demand, demandName = "offered_mt", text("Offered: what comes to the corridor")
	}
	list, columns, err := yearly(p, "throughput_mt", demand, "capacity_mt", "queue_mt", "diverted_mt")
	if err != nil {
		return nil, err
	}
	throughput, potential, capacity, queue, diverted := columns[0], columns[1], columns[2], columns[3], columns[4]
	xs := positions(list)
	x := yearAxis(list[0], list[len(list)-1], on.inner()-20)

	s := newSheet(on, p, throughputTitle, on.say("Million tonnes per year."))
	s.legend = legend{markedKey(on.say("Throughput"), throughputLine)}
	if anyNumber(potential) {
		s.legend = append(s.legend, lineKey(on.say(demandName), potentialLine), areaKey(on.say("Not carried"), paleOrange))
	}
	if anyNumber(capacity) {
		s.legend = append(s.legend, lineKey(on.say("Capacity reached by December"), capacityLine))
	}
	s.legend = append(s.legend, areaKey(on.say("Waiting at year end"), orange), areaKey(on.say("Turned away in the year"), vermillion))

	main := panel{unit: on.say("Mt per year"), height: 215, x: x, y: on.valueAxis(highest(throughput, potential, capacity), 7)}
	main.under = func(a plane) { a.notCarried(xs, throughput, potential) }
	main.over = func(a plane) {
		a.steps(capacityLine, xs, capacity)
		a.curve(potentialLine, xs, potential)
		a.curve(throughputLine, xs, throughput)
		a.dots(blue, xs, throughput)
		a.endLabels(xs, throughput, potential, capacity)
	}
	lost := panel{unit: on.say("Mt"), height: 70, x: x, named: true, y: on.valueAxis(highest(queue, diverted), 3)}
	lost.over = func(a plane) {
		for i, x := range xs {
			a.bar(orange, x-a.half(), x, 0, queue[i])
			a.bar(vermillion, x, x+a.half(), 0, diverted[i])
		}
		if highest(queue, diverted) == 0 {
			a.remark(on.say("No cargo waits at a year's end or is turned away"))
		}
	}
	s.panels = []panel{main, lost}
	s.describe("Throughput by year: %s Mt.", on.spoken(list, throughput, main.y.decimals))
	return s.figure(), nil
}

// hasRivals reports whether cargo can go another way than the corridor.
func hasRivals(p *tables.Package) bool {
	routes := p.Table(tables.Routes)
	return routes != nil && slices.Contains(routes.Text("rival"), "true")
}

// notCarried shades what shippers would send beyond what is carried.
func (p plane) notCarried(xs, throughput, potential []float64) {
	top := make([]float64, len(xs))
	for i := range xs {
		top[i] = math.Max(potential[i], throughput[i])
	}
	p.between(paleOrange, xs, throughput, top)
}

// endLabels writes the first and last values of the three series.
func (p plane) endLabels(xs, throughput, potential, capacity []float64) {
	labels := directLabels{area: p.Rectangle}
	for _, t := range p.y.ticks {
		labels.grid = append(labels.grid, p.atY(t.at))
	}
	for i := range xs {
		for _, series := range [][]float64{throughput, potential} {
			if i > 0 && !math.IsNaN(series[i-1]+series[i]) {
				labels.avoid(p.point(xs[i-1], series[i-1]), p.point(xs[i], series[i]))
			}
		}
		if !math.IsNaN(capacity[i]) {
			labels.avoid(p.point(xs[i]-0.5, capacity[i]), p.point(xs[i]+0.5, capacity[i]))
		}
		if i > 0 && !math.IsNaN(capacity[i-1]+capacity[i]) {
			labels.avoid(p.point(xs[i]-0.5, capacity[i-1]), p.point(xs[i]-0.5, capacity[i]))
		}
	}
	write := func(series []float64, i int, l lettering, sides ...side) {
		if v := series[i]; !math.IsNaN(v) {
			labels.write(p, l, p.point(xs[i], v), p.on.amount(v, p.y.decimals), sides...)
		}
	}
	carried := boldText.in(blue)
	outward := toLeft
	for _, i := range []int{0, len(xs) - 1} {
		write(throughput, i, carried, outward, below, above)
		write(capacity, i, labelText.in(darkGreen), above, below)
		if p.on.amount(potential[i], p.y.decimals) != p.on.amount(throughput[i], p.y.decimals) {
			write(potential, i, labelText.in(darkGrey), outward, above, below)
		}
		if outward = toRight; len(xs) == 1 {
			break
		}
	}
}

// remark says in the middle of an empty panel why it is empty.
func (p plane) remark(text string) {
	centre := p.Center()
	unitText.in(midGrey).write(p, centre.X, centre.Y-half(unitText.height()), centred, text)
}

func positions(list []int) []float64 {
	xs := make([]float64, len(list))
	for i, y := range list {
		xs[i] = float64(y)
	}
	return xs
}

// spoken lists values for readers who cannot see the chart.
func (w *words) spoken(list []int, values []float64, decimals int) string {
	out := ""
	for i, v := range values {
		if math.IsNaN(v) {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += fmt.Sprintf("%d %s", list[i], w.amount(v, decimals))
	}
	return out
}
