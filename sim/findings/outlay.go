package findings

import (
	"fmt"
	"strings"

	"corridor/sim/tables"
)

// Outlay is what the projects of a run have cost by the end of a year, USD million, and
// what of that is not for the corridor's cargo of the year.
type Outlay struct {
	Year      int     `json:"year" doc:"calendar year"`
	PaidMUSD  float64 `json:"paid_musd" doc:"paid by the end of the year, before the first year simulated included" unit:"USD million"`
	LaterMUSD float64 `json:"later_musd" doc:"of it: for works that do not serve by then" unit:"USD million"`
	OtherMUSD float64 `json:"other_musd" doc:"of the rest: for other traffic, in proportion to what passes the segments that they change" unit:"USD million"`
}

// OutlayOf adds up spending.csv and projects.csv to the end of a year. Measures and works
// that change no segment are taken to be for the corridor alone.
func OutlayOf(spending, projects *tables.Table, year int) Outlay {
	o := Outlay{Year: year}
	of := &tables.Spending
	paid := map[string]float64{}
	for row, name := range tables.Projects.Project.Of(projects) {
		paid[name] = tables.Projects.SpentBeforeMUSD.Of(projects)[row]
	}
	for row, at := range of.Year.Of(spending) {
		name := of.Project.Of(spending)[row]
		if int(at) > year {
			continue
		}
		paid[name] += of.BuildingMUSD.Of(spending)[row] + of.RunningMUSD.Of(spending)[row]
		if int(at) < year {
			continue
		}
		o.PaidMUSD += paid[name]
		own, others := of.OwnTrafficMt.Of(spending)[row], of.OtherTrafficMt.Of(spending)[row]
		switch {
		case !of.Serves.True(spending, row):
			o.LaterMUSD += paid[name]
		case own+others > 0: // else nothing passes, or nobody knows
			o.OtherMUSD += float64(paid[name] * (others / (own + others)))
		}
	}
	return o
}

// elsewhere is the part of what is paid that may come later or serve others where what is
// paid is set against the corridor's tonnes. The limit is ours.
const elsewhere = 1 - Decided

// NotPerTonne says for readers why money is not set against tonnes.
var NotPerTonne = fmt.Sprintf("What is paid in the expected future is set against the tonnes of the corridor only where at most %.0f %% of it is for later years and other traffic:", 100*elsewhere)

// PerTonne reports whether what is paid can be set against the tonnes of the corridor: all
// but a tenth is for works that serve, and for the corridor.
func (o *Outlay) PerTonne() bool {
	return o.PaidMUSD > 0 && o.LaterMUSD+o.OtherMUSD <= float64(elsewhere*o.PaidMUSD)
}

// OwnMUSD is what is paid for works that serve, in proportion to the corridor's traffic.
func (o *Outlay) OwnMUSD() float64 { return o.PaidMUSD - o.LaterMUSD - o.OtherMUSD }

// Sentence says what of the money is for later years and for other traffic; nothing where
// none is.
func (o *Outlay) Sentence() string {
	var parts []string
	if o.LaterMUSD >= shown {
		parts = append(parts, millions(o.LaterMUSD)+" go to works that come into use later")
	}
	if o.OtherMUSD >= shown {
		parts = append(parts, millions(o.OtherMUSD)+" go to other traffic, in proportion to what passes the same segments")
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("Of the USD %s million paid by the end of %d, %s: at most USD %s million go to what the corridor carries then.",
		millions(o.PaidMUSD), o.Year, strings.Join(parts, " and "), millions(o.OwnMUSD()))
}
