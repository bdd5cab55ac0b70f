package expect

import "slices"

// Part is what of the corridor a figure is of: a segment, a cargo class or a market; the zero
// value is the corridor as a whole.
type Part struct{ Kind, Name string }

// The kinds of parts, as a check may say them.
const (
	Segment = "segment"
	Cargo   = "cargo"
	Market  = "market"
)

// column is a figure that parts of a kind have.
type column struct {
	name    string
	monthly bool // it is known by month
	yearly  bool // and by year
	share   bool // it is a share, shown in percent
}

// columns are the figures by kind of part, with the names of the columns of segments.csv,
// flows.csv and classes.csv.
var columns = map[string][]column{
	Segment: {
		{name: "capacity_mt", monthly: true, yearly: true}, {name: "load_mt", monthly: true, yearly: true},
		{name: "utilisation", monthly: true, yearly: true, share: true}, {name: "held_back_mt", monthly: true},
		{name: "queue_mt", monthly: true, yearly: true}, {name: "wait_days", monthly: true},
		{name: "availability", monthly: true, yearly: true, share: true},
	},
	Cargo: {
		{name: "offered_mt", monthly: true, yearly: true}, {name: "carried_mt", monthly: true, yearly: true},
		{name: "diverted_mt", monthly: true, yearly: true}, {name: "queue_mt", monthly: true, yearly: true},
		{name: "capacity_mt", yearly: true}, {name: "demand_mt", yearly: true}, {name: "held_back_months", yearly: true},
	},
	Market: {
		{name: "offered_mt", monthly: true, yearly: true}, {name: "carried_mt", monthly: true, yearly: true},
		{name: "diverted_mt", monthly: true, yearly: true}, {name: "queue_mt", monthly: true, yearly: true},
	},
}

// columnOf finds a figure of a kind of part.
func columnOf(kind, name string) (c column, found bool) {
	i := slices.IndexFunc(columns[kind], func(c column) bool { return c.name == name })
	if i < 0 {
		return column{}, false
	}
	return columns[kind][i], true
}

// ColumnsOf lists the figures that parts of a kind have.
func ColumnsOf(kind string) (names []string) {
	for _, c := range columns[kind] {
		names = append(names, c.name)
	}
	return names
}

// isPartColumn reports whether parts of some kind have a figure of that name.
func isPartColumn(name string) bool {
	for kind := range columns {
		if _, found := columnOf(kind, name); found {
			return true
		}
	}
	return false
}
