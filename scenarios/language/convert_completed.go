package language

import (
	"fmt"
	"strings"

	"corridor/scenarios/text"
	"corridor/scenarios/units"
)

// completed is the mistake of a figure that lacks a part of its unit, such as 2100 kt of a year or
// 1.2 billion of money: what to write, where that is a figure of its key. The mistake of any other
// is the one given.
func (c *converter) completed(before, t *text.Tree, s *spec, mistake error) error {
	m := c.measure(s)
	if f, err := units.Read(t.Text); err != nil || f.Unit.Share() || f.Unit.Points() || f.Unit.Counted() == "train" {
		return mistake // a train a day is meant as often as one a year
	}
	for _, written := range completions(t.Text, m.name()) {
		if f, err := units.Read(written); err == nil {
			if _, _, err = c.worth(before, f, s); err == nil {
				return fmt.Errorf("write %s", written)
			}
		}
	}
	return mistake
}

// completions are ways to go on with a figure of a key in a unit: with the time that it is per, with what
// it is of, and with both.
func completions(figure, unit string) (list []string) {
	per := perTime(unit)
	if per != "" {
		list = append(list, figure+per)
	}
	if strings.HasPrefix(unit, "USD") {
		return append(list, "USD "+figure, "USD "+figure+per)
	}
	return append(list, figure+" t", figure+" t"+per)
}

// perTime is the time that a unit is per, as it is written: /yr of Mt/yr. What else it is per, such as
// a tonne of USD/t, is not for others to say.
func perTime(unit string) string {
	for _, by := range []string{"/yr", "/day", " a year", " per year"} {
		if strings.HasSuffix(unit, by) {
			return by
		}
	}
	return ""
}
