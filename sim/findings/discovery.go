package findings

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"corridor/sim/tables"
)

// Discovered is a box inside which a condition holds, as boxes.csv and limits.csv have it.
type Discovered struct {
	Number                 int
	Condition, File        string
	Density, Coverage      float64 // where it was found
	Judged, JudgedCoverage Interval
	Mass                   float64 // share of all futures inside
	Limits                 []Limited

	judged, cases, judgedIn, casesIn float64 // of the futures held out: all, those that meet it, and inside
}

// Interval is a share with its interval.
type Interval struct{ Share, Low, High float64 }

// Limited is one side of a box, or both of an input where both are limited.
type Limited struct {
	Name, Title, Unit string  // the title for readers, without the unit
	AtLeast, AtMost   float64 // NaN for none
	Among             []float64
	Labels            []string // of these, where the scenario has some
	Beyond            float64  // share of all futures on the other side
	QuasiP            float64
	DensityWithout    float64
	FoundAtCoverage   float64 // NaN where it was not tried again
}

// DiscoveredIn reads the boxes, each with its limits.
func DiscoveredIn(boxes, limits *tables.Table) (list []Discovered) {
	c := &tables.Boxes
	for i := range boxes.Len() {
		d := Discovered{
			Number: int(c.Box.Of(boxes)[i]), Condition: c.Condition.Of(boxes)[i], File: c.Overlay.Of(boxes)[i],
			Density: c.Density.Of(boxes)[i], Coverage: c.Coverage.Of(boxes)[i], Mass: c.Mass.Of(boxes)[i],
			Judged:         Interval{c.JudgedDensity.Of(boxes)[i], c.JudgedDensityLow.Of(boxes)[i], c.JudgedDensityHigh.Of(boxes)[i]},
			JudgedCoverage: Interval{c.JudgedCoverage.Of(boxes)[i], c.JudgedCoverageLow.Of(boxes)[i], c.JudgedCoverageHigh.Of(boxes)[i]},
			judged:         c.JudgedDraws.Of(boxes)[i], cases: c.JudgedCases.Of(boxes)[i], judgedIn: c.JudgedDrawsIn.Of(boxes)[i], casesIn: c.JudgedCasesIn.Of(boxes)[i],
		}
		d.limits(limits)
		list = append(list, d)
	}
	return list
}

// limits reads the limits of the box.
func (d *Discovered) limits(t *tables.Table) {
	c := &tables.Limits
	for i := range t.Len() {
		if int(c.Box.Of(t)[i]) != d.Number {
			continue
		}
		l := Limited{
			Name: c.Input.Of(t)[i], Title: c.Title.Of(t)[i], Unit: c.Unit.Of(t)[i], AtLeast: math.NaN(), AtMost: math.NaN(),
			Beyond: c.Beyond.Of(t)[i], QuasiP: c.QuasiP.Of(t)[i], DensityWithout: c.DensityWithout.Of(t)[i], FoundAtCoverage: c.FoundAtCoverage.Of(t)[i],
		}
		switch c.Side.Of(t)[i] {
		case tables.AtLeast:
			l.AtLeast = c.Limit.Of(t)[i]
		case tables.AtMost:
			l.AtMost = c.Limit.Of(t)[i]
		default:
			for text := range strings.SplitSeq(c.Among.Of(t)[i], ";") {
				if v, err := strconv.ParseFloat(text, 64); err == nil {
					l.Among = append(l.Among, v)
				}
			}
			if labels := c.AmongLabels.Of(t)[i]; labels != "" {
				l.Labels = strings.Split(labels, ";")
			}
		}
		d.Limits = append(d.Limits, l)
	}
}

// Words say what a side of a box is: the growth of crude oil is below 2 % a year.
func (l *Limited) Words() string {
	number := func(v float64) string {
		text := l.Unit
		if strings.HasPrefix(l.Unit, "%") {
			v = float64(v * 100)
		}
		if text != "" {
			text = " " + text
		}
		return strings.Replace(tables.Readable(v, 4), "-", "−", 1) + text
	}
	project, is := strings.CutPrefix(l.Title, "whether ")
	switch {
	case is && strings.HasPrefix(l.Name, "stall/") && len(l.Among) == 1:
		project = strings.TrimSuffix(project, " stalls")
		if l.Among[0] == 0 {
			return project + " does not stall"
		}
		return project + " stalls"
	case len(l.Labels) > 0 && len(l.Labels) == len(l.Among):
		return l.Title + " is " + strings.Join(l.Labels, " or ")
	case l.Among != nil:
		var values []string
		for _, v := range l.Among {
			values = append(values, number(v))
		}
		return l.Title + " is " + strings.Join(values, " or ")
	case math.IsNaN(l.AtMost):
		return l.Title + " is above " + number(l.AtLeast)
	}
	return l.Title + " is below " + number(l.AtMost)
}

// Sentence says where the condition holds.
func (d *Discovered) Sentence() string {
	clauses := make([]string, len(d.Limits))
	for i := range d.Limits {
		clauses[i] = d.Limits[i].Words()
	}
	return fmt.Sprintf("%s where %s.", d.Condition, and(clauses))
}

// and joins clauses.
func and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// Sure says how dense the box is and how much it explains, where it was found and where it was judged.
func (d *Discovered) Sure() string {
	of := "of the futures inside"
	if d.Number > 1 {
		of = "of the other futures inside"
	}
	return fmt.Sprintf("%s %s meet it where it was found, and %s (%s to %s %%) of those held out. It has %s of all futures that meet it, and %s (%s to %s %%) of those held out; %s of all futures lie inside.",
		percentOf(d.Density), of, percentOf(d.Judged.Share), digitsOf(d.Judged.Low), digitsOf(d.Judged.High),
		percentOf(d.Coverage), percentOf(d.JudgedCoverage.Share), digitsOf(d.JudgedCoverage.Low), digitsOf(d.JudgedCoverage.High), percentOf(d.Mass))
}

// Falls reports that a box is much less dense among futures it was not found on.
func (d *Discovered) Falls() bool { return d.Judged.High < d.Density-0.05 }

// Unexplained says what all boxes leave, of futures held out.
func Unexplained(list []Discovered) string {
	first := &list[0]
	inside, cases := 0.0, 0.0
	for i := range list {
		inside += list[i].judgedIn
		cases += list[i].casesIn
	}
	which := "the box does"
	if len(list) > 1 {
		which = "the boxes do"
	}
	text := fmt.Sprintf("What %s not explain: %s of the futures that meet it lie outside, where %s meet it (%s of all do)",
		which, percentOf((first.cases-cases)/first.cases), percentOf((first.cases-cases)/(first.judged-inside)), percentOf(first.cases/first.judged))
	if cases < inside {
		text += fmt.Sprintf("; and %s of those inside do not", percentOf((inside-cases)/inside))
	}
	return text + ". Hazards are in no box, nor what many figures do together by a little each."
}

func percentOf(share float64) string { return digitsOf(share) + " %" }

// digitsOf is a share in percent.
func digitsOf(share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return tables.Rounded(math.Round(1000*share)/10, 1)
}
