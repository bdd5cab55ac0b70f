package tables

// Labels are the words that go with a model's names in result tables, by name. A
// thing without a label is called by its name.
type Labels struct {
	Segments map[string]SegmentLabel
	Nodes    map[string]NodeLabel
	Markets  map[string]MarketLabel
	Cargo    map[string]CargoLabel
	Projects map[string]ProjectLabel
	Rivals   map[string]RivalLabel

	Financiers map[string]string

	Declared DeclaredCapacity
}

// DeclaredCapacity is the capacity of the corridor as officially declared, and what of the
// corridor's is like it.
type DeclaredCapacity struct {
	Mt, LowMt, HighMt float64  // per year; 0 where none is declared, and its range
	Scope             string   // official series whose cargo it counts, "" for all cargo
	Through           []string // segments one of which its ways pass, nil for any way
	SegmentAlone      string   // segment of which alone it may be the capacity, "" for none
}

// SegmentLabel says what a segment is and which nodes it joins.
type SegmentLabel struct {
	Title, Kind, From, To string
}

// NodeLabel is a node's name for readers, where it lies on the earth, degrees, and its place on
// a schematic; NaN where it has none.
type NodeLabel struct {
	Title               string
	Latitude, Longitude float64
	X, Y                float64
}

// RivalLabel is a rival's name for readers, the node at which it leaves the corridor, empty where
// that is not given, and where to: a place on its way, degrees, NaN where it is not given.
type RivalLabel struct {
	Title, From         string
	Latitude, Longitude float64
}

// MarketLabel is a market's name for readers and the official series that count it, as in the
// column scope.
type MarketLabel struct {
	Title, Scope string
}

// CargoLabel is a class's name for readers and the tonnes in one unit, 0 where
// none is given.
type CargoLabel struct {
	Title         string
	TonnesPerUnit float64
}

// ProjectLabel is a project's name for readers, and what kind of work it is, as far as the
// scenario says.
type ProjectLabel struct {
	Title                string
	Kind, Class, Country string // what is built, who builds, and where
	Soft                 bool   // a measure, and no works
}

// The cargo classes that are counted apart, by the name a scenario gives them: of official
// series, and in units of their own.
const (
	Containers = "containers"
	Wagons     = "wagons"
	Trucks     = "trucks"
	Oil        = "oil"
)

// Project returns a project's name for readers.
func (l *Labels) Project(name string) string {
	if label, ok := l.Projects[name]; ok {
		return label.Title
	}
	return name
}

// Financier returns a financier's name for readers.
func (l *Labels) Financier(name string) string {
	if title, ok := l.Financiers[name]; ok {
		return title
	}
	return name
}
