package findings

import (
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

// Says says what a side of a box is: the growth of crude oil is below 2 % a year.
func (l *Limited) Says(w Words) string {
	switch {
	case strings.HasPrefix(l.Name, "stall/") && len(l.Among) == 1:
		return l.stalls(w)
	case len(l.Labels) > 0 && len(l.Labels) == len(l.Among):
		return w.Say("%[1]s is %[2]s", l.Title, alternatives(w, l.Labels))
	case l.Among != nil:
		var values []string
		for _, v := range l.Among {
			values = append(values, l.number(w, v))
		}
		return w.Say("%[1]s is %[2]s", l.Title, alternatives(w, values))
	case math.IsNaN(l.AtMost):
		return w.Say("%[1]s is above %[2]s", l.Title, l.number(w, l.AtLeast))
	}
	return w.Say("%[1]s is below %[2]s", l.Title, l.number(w, l.AtMost))
}

// stalls says whether a project does, by a title such as whether a quay stalls.
func (l *Limited) stalls(w Words) string {
	before, after, _ := strings.Cut(w.Say("whether %s stalls", "\x00"), "\x00")
	project := strings.TrimSuffix(strings.TrimPrefix(l.Title, before), after)
	if l.Among[0] == 0 {
		return w.Say("%s does not stall", project)
	}
	return w.Say("%s stalls", project)
}

// number writes a limit with its unit.
func (l *Limited) number(w Words, v float64) string {
	if strings.HasPrefix(l.Unit, "%") {
		v = float64(v * 100)
	}
	return withUnit(w, w.Rounded(v, 4), l.Unit)
}

// Sentence says where the condition holds.
func (d *Discovered) Sentence(w Words) string {
	clauses := make([]string, len(d.Limits))
	for i := range d.Limits {
		clauses[i] = d.Limits[i].Says(w)
	}
	return w.Say("%[1]s where %[2]s.", d.Condition, joined(w, clauses))
}

// Sure says how dense the box is and how much it explains, where it was found and where it was judged.
func (d *Discovered) Sure(w Words) string {
	judged := w.Say("%[1]s (%[2]s to %[3]s %%)", percentOf(w, d.Judged.Share), digitsOf(w, d.Judged.Low), digitsOf(w, d.Judged.High))
	covered := w.Say("%[1]s (%[2]s to %[3]s %%)", percentOf(w, d.JudgedCoverage.Share), digitsOf(w, d.JudgedCoverage.Low), digitsOf(w, d.JudgedCoverage.High))
	if d.Number > 1 {
		return w.Say("%[1]s of the other futures inside meet it where it was found, and %[2]s of those held out. It has %[3]s of all futures that meet it, and %[4]s of those held out; %[5]s of all futures lie inside.",
			percentOf(w, d.Density), judged, percentOf(w, d.Coverage), covered, percentOf(w, d.Mass))
	}
	return w.Say("%[1]s of the futures inside meet it where it was found, and %[2]s of those held out. It has %[3]s of all futures that meet it, and %[4]s of those held out; %[5]s of all futures lie inside.",
		percentOf(w, d.Density), judged, percentOf(w, d.Coverage), covered, percentOf(w, d.Mass))
}

// Falls reports that a box is much less dense among futures it was not found on.
func (d *Discovered) Falls() bool { return d.Judged.High < d.Density-0.05 }

// Unexplained says what all boxes leave, of futures held out.
func Unexplained(w Words, list []Discovered) string {
	first := &list[0]
	inside, cases := 0.0, 0.0
	for i := range list {
		inside += list[i].judgedIn
		cases += list[i].casesIn
	}
	outside, dense, all := percentOf(w, (first.cases-cases)/first.cases), percentOf(w, (first.cases-cases)/(first.judged-inside)), percentOf(w, first.cases/first.judged)
	text := w.Say("What the box does not explain: %[1]s of the futures that meet it lie outside, where %[2]s meet it (%[3]s of all do)", outside, dense, all)
	if len(list) > 1 {
		text = w.Say("What the boxes do not explain: %[1]s of the futures that meet it lie outside, where %[2]s meet it (%[3]s of all do)", outside, dense, all)
	}
	if cases < inside {
		text = w.Say("%[1]s; and %[2]s of those inside do not", text, percentOf(w, (inside-cases)/inside))
	}
	return w.Say("%s.", text) + " " + w.Say("Hazards are in no box, nor what many figures do together by a little each.")
}

func percentOf(w Words, share float64) string { return w.Say("%s %%", digitsOf(w, share)) }

// digitsOf is a share in percent.
func digitsOf(w Words, share float64) string {
	if math.IsNaN(share) {
		return "–"
	}
	return w.Rounded(math.Round(1000*share)/10, 1)
}
