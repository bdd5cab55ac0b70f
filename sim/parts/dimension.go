package parts

import "slices"

// Dimension is a way to take a corridor apart.
type Dimension struct {
	Name, Plural string
	Metrics      []Metric // that are known of its parts, in the order they are shown
	once         bool     // whether each tonne passes one of its parts alone
}

// Metric is a figure of a part in a year.
type Metric struct {
	Name  string  // as in contributions.csv
	Title string  // for readers
	Unit  string  // of what is shown of a difference
	Scale float64 // shown over stored
	place int
}

// The places of metrics in a tally.
const (
	carried = iota
	utilisation
	heldBack
	turnedAway
	spent
	metricCount
)

var (
	carriedMt    = Metric{"carried_mt", "Carried", "Mt", 1, carried}
	useOfSegment = Metric{"utilisation", "Use", "points", 100, utilisation}
	heldBackMt   = Metric{"held_back_mt", "Held back", "Mt", 1, heldBack}
	turnedAwayMt = Metric{"turned_away_mt", "Turned away", "Mt", 1, turnedAway}
	spentMUSD    = Metric{"spent_musd", "Spent", "USD m", 1, spent}
)

// The dimensions, in the order they are written.
var (
	segments  = Dimension{Name: "segment", Plural: "segments", Metrics: []Metric{carriedMt, useOfSegment, heldBackMt, turnedAwayMt}}
	markets   = Dimension{Name: "market", Plural: "markets", Metrics: []Metric{carriedMt, heldBackMt, turnedAwayMt}, once: true}
	classes   = Dimension{Name: "class", Plural: "cargo classes", Metrics: []Metric{carriedMt, heldBackMt, turnedAwayMt}, once: true}
	countries = Dimension{Name: "country", Plural: "countries", Metrics: []Metric{carriedMt, heldBackMt, turnedAwayMt, spentMUSD}}
	places    = Dimension{Name: "place", Plural: "places", Metrics: []Metric{carriedMt, heldBackMt, turnedAwayMt}}
	projects  = Dimension{Name: "project", Plural: "projects", Metrics: []Metric{spentMUSD}}
)

// Dimensions lists all.
func Dimensions() []Dimension {
	return []Dimension{segments, markets, classes, countries, places, projects}
}

// DimensionOf returns the dimension of a name.
func DimensionOf(name string) (d Dimension, found bool) {
	all := Dimensions()
	i := slices.IndexFunc(all, func(d Dimension) bool { return d.Name == name })
	if i < 0 {
		return d, false
	}
	return all[i], true
}

// Names lists the names of the dimensions.
func Names() (names []string) {
	for _, d := range Dimensions() {
		names = append(names, d.Name)
	}
	return names
}

// Passes reports whether a metric is of tonnes that count in each of its parts that they pass.
func (d *Dimension) Passes(m Metric) bool { return m.place == carried && !d.once }

// Adds reports whether the figures of its parts add up to that of the corridor: not the use of
// segments, and not what passes where a tonne passes several.
func (d *Dimension) Adds(m Metric) bool {
	return m.place != utilisation && !d.Passes(m)
}
