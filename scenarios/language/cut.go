package language

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"corridor/model"
	"corridor/sim/random"
)

// limits are what a figure may be.
type limits struct {
	least, most float64
	above       bool   // it must be above least, not at it
	because     string // what makes it so, where that is another figure of the scenario
}

func limitsOf(s *spec) limits {
	return limits{least: s.least, most: s.most, above: s.above}
}

// hold reports whether a figure may be a number.
func (l limits) hold(v float64) bool {
	return v >= l.least && v <= l.most && !(l.above && v == l.least)
}

// limits returns what the figure at a path may be: what its own spec says or, where
// that is narrower, what others of the scenario leave it.
func (c *compiler) limits(s *Compiled, path string) limits {
	l := limitsOf(c.specAt(path))
	steps := strings.Split(path, ".")
	if len(steps) != 3 || steps[0] != "segments" {
		return l
	}
	segment := c.segments[steps[1]]
	switch steps[2] {
	case "free_flow_days":
		days := s.Corridor.Segments[segment].FreeFlowDays
		for _, p := range s.Corridor.Projects {
			for _, ch := range p.Changes {
				if saved := (1 - ch.Scale) * days; !p.Disabled && ch.Segment == segment && ch.Quantity == model.FreeFlowDays && saved > l.least {
					l.least, l.above, l.because = saved, true, "project "+p.Name+" saves so many days there"
				}
			}
		}
	case "availability":
		for _, h := range s.Corridor.Hazards {
			if open := 1 - h.Spells.MostShut(); h.Kind == model.StormClosure && slices.Contains(h.Segments, segment) && open > l.least {
				l.least, l.because = open, "the spells of hazard "+h.Name+" can shut no more"
			}
		}
	}
	return l
}

// String says what the figure may be.
func (l limits) String() string {
	text, least := "", l.lowest()
	switch low, high := l.least > minusInfinity, l.most < infinity; {
	case low && high:
		text = least + " to " + plainNumber(l.most)
	case low && l.above:
		text = "above " + least
	case low:
		text = "at least " + least
	default:
		text = "at most " + plainNumber(l.most)
	}
	if l.because != "" {
		text += ", as " + l.because
	}
	return text
}

// lowest writes the least value.
func (l limits) lowest() string {
	if l.because != "" { // it was worked out
		return figure(l.least)
	}
	return plainNumber(l.least)
}

const (
	// negligible is the share of a distribution that may lie beyond what its figure may
	// be without a word: less than a draw in a thousand.
	negligible = 0.001
	// mistaken is the share from which on the distribution cannot be meant as it stands:
	// of a normal one its mean would move by a tenth of the standard deviation.
	mistaken = 0.05
)

// drawn makes a distribution and cuts it to what its figure may be: what lies beyond
// is drawn anew within. It warns of what that changes, reports a distribution of which
// it would change much, and one that cannot be made.
func (c *compiler) drawn(v value, l limits) random.Distribution {
	at := v.of("distribution").place(v)
	d, err := distributionOf(v)
	if err != nil {
		c.report.Mistake(at, "%v", err)
		return nil
	}
	if d.Quantile(0) >= l.low(d) && d.Quantile(1) <= l.most {
		return d
	}
	below, beyond := l.outside(d)
	share := below + beyond
	cut, err := random.NewTruncated(d, l.low(d), l.most)
	if err == nil && share <= negligible {
		return cut
	}
	said := fmt.Sprintf("%s of this %s distribution lies outside what its figure may be (%v)", percentage(share), v.of("distribution").string(), l)
	if err != nil { // next to nothing is left
		c.report.Mistake(at, "%s", said)
		return nil
	}
	meant := l.meant(d, below, beyond)
	switch {
	case share > mistaken:
		c.report.Mistake(at, "%s: drawn within it the median would go from %s to %s and the mean from %s to %s; %s",
			said, figure(d.Quantile(0.5)), figure(cut.Quantile(0.5)), figure(d.Mean()), figure(cut.Mean()), meant)
	default:
		c.report.Warn(at, "%s and is drawn anew within it: the median goes from %s to %s, the mean from %s to %s; %s",
			said, figure(d.Quantile(0.5)), figure(cut.Quantile(0.5)), figure(d.Mean()), figure(cut.Mean()), meant)
	}
	return cut
}

// low is the least value that may be drawn. Only a distribution that takes the very
// value that is excluded has to be cut above it.
func (l limits) low(d random.Distribution) float64 {
	const rounding = 1e-9 // of probabilities
	if l.above && d.CDF(l.least)-d.CDF(math.Nextafter(l.least, minusInfinity)) > rounding {
		return math.Nextafter(l.least, infinity)
	}
	return l.least
}

// outside returns the shares of a distribution that lie below and beyond the limits.
func (l limits) outside(d random.Distribution) (below, beyond float64) {
	if low := l.low(d); low > minusInfinity {
		below = d.CDF(math.Nextafter(low, minusInfinity))
	}
	if l.most < infinity {
		beyond = max(0, 1-d.CDF(l.most))
	}
	return below, beyond
}

// meant says how to write what a distribution is cut to, for it to be meant.
func (l limits) meant(d random.Distribution, below, beyond float64) string {
	var keys []string
	if below > 0 {
		if l.low(d) != l.least {
			return "give it values " + l.String()
		}
		keys = append(keys, "at_least: "+l.lowest())
	}
	if beyond > 0 {
		keys = append(keys, "at_most: "+plainNumber(l.most))
	}
	text := "write " + strings.Join(keys, " and ") + " if that is meant"
	if below > 0 && !l.above {
		text += ", or floor: " + l.lowest() + " to raise what is below"
	}
	return text
}

// percentage writes a share with two digits, or as many as tell it from 100 %.
func percentage(share float64) string {
	if share > 0.99 {
		return plainNumber(math.Floor(float64(1e4*share))/100) + " %"
	}
	two, _ := strconv.ParseFloat(strconv.FormatFloat(100*share, 'g', 2, 64), 64)
	return plainNumber(two) + " %"
}
