package explore

// Names are a text by language code. English is always there and stands in for the others.
type Names map[string]string

// Scenario is a corridor as the page describes it. Everything of it but Corridor is written
// into the page as JSON.
type Scenario struct {
	Name       string     `json:"name"`
	Hash       string     `json:"hash"` // of the scenario, for the foot of the page
	Title      Names      `json:"title"`
	Question   Names      `json:"question,omitempty"`
	Years      []int      `json:"years"`
	FirstMonth int        `json:"firstMonth"` // of the first year that is simulated, 0 for January
	Levers     []Lever    `json:"levers"`
	Classes    []Class    `json:"classes"`
	Nodes      []Node     `json:"nodes"`
	Segments   []Segment  `json:"segments"`
	Projects   []Project  `json:"projects"`
	Targets    []Target   `json:"targets"`
	Observed   []Observed `json:"observed"`

	// What it comes to as it is, to be seen before the model runs.
	Layout  [][]Part `json:"layout"` // of results: of what is carried, and of money
	First   []byte   `json:"first"`  // the numbers of both
	Command string   `json:"command"`

	Corridor []byte `json:"-"` // compiled, gzip; the page hands it to the engine as it is
}

// Part is one of the things that a result says, in rows of the same length.
type Part struct {
	Name  string `json:"name"`
	Rows  int    `json:"rows"`
	Width int    `json:"width"`
}

// Lever is a number of the scenario that a reader may move.
type Lever struct {
	Name   string  `json:"name"`
	Title  Names   `json:"title"`
	Unit   Names   `json:"unit,omitempty"`
	Note   Names   `json:"note,omitempty"`
	Group  string  `json:"group"` // one of Groups
	Kind   string  `json:"kind"`  // range, switch (0 or 1) or choice (an index into Labels)
	From   float64 `json:"from"`
	To     float64 `json:"to"`
	Step   float64 `json:"step"`
	Value  float64 `json:"value"` // as the scenario has it
	Labels []Names `json:"labels,omitempty"`
	Scale  float64 `json:"scale,omitempty"` // what it shows is its number times this, where not 0
}

// Groups are what levers stand under, in their order on the page.
var Groups = []string{"market", "project", "hazard", "rival", "money"}

// Class is a kind of cargo.
type Class struct {
	Name   string `json:"name"`
	Title  Names  `json:"title"`
	Colour string `json:"colour"` // as in every chart; Write says which
}

// Node is a place. Place is its latitude and longitude, degrees, empty where they are not known.
type Node struct {
	Name  string    `json:"name"`
	Title Names     `json:"title"`
	Place []float64 `json:"place,omitempty"`
	At    []float64 `json:"at,omitempty"` // km east and south of the middle of the map, from Place
}

// Segment leads from one node to another.
type Segment struct {
	Name  string `json:"name"`
	Title Names  `json:"title"`
	Kind  string `json:"kind"` // rail, road, sea, port, border, pipeline
	From  string `json:"from"`
	To    string `json:"to"`
}

// Project is one whose levers belong together.
type Project struct {
	Name   string `json:"name"`
	Title  Names  `json:"title"`
	Switch string `json:"switchLever,omitempty"` // names of levers
	Late   string `json:"lateLever,omitempty"`
}

// Target is what the scenario wants to reach.
type Target struct {
	Name   string  `json:"name"`
	Title  Names   `json:"title"`
	Metric string  `json:"metric"` // of the tables, such as throughput_mt
	At     string  `json:"at"`     // 2028 or 2028-12
	Value  float64 `json:"value"`
}

// Observed is a value of a year that is known.
type Observed struct {
	Year   int     `json:"year"`
	Metric string  `json:"metric"`
	Value  float64 `json:"value"`
}
