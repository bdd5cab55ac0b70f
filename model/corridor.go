package model

import "corridor/model/calendar"

// Corridor describes a corridor and the future it is asked about. It is plain
// data: New checks it and lays it out for stepping.
type Corridor struct {
	Start    calendar.Month // first month simulated
	Months   int            // how many months are simulated
	BaseYear int            // year of the base shares and base costs; 0 for the year of Start
	Classes  []Class        // cargo classes that send empties back
	Segments []Segment
	Rivals   []Rival
	Markets  []Market
	Projects []Project
	Shocks   []Shock
	Water    WaterLevel
	Hazards  []Hazard
	Pools    []Pool

	Economics   Economics
	Discounting Discounting
}

// Years returns the first calendar year simulated and how many there are.
func (c *Corridor) Years() (first, n int) {
	first = c.Start.Year()
	return first, (c.Start + calendar.Month(c.Months) - 1).Year() - first + 1
}

// EndsYear reports whether a calendar year, or the future, ends with a month.
func (c *Corridor) EndsYear(at calendar.Month) bool {
	return at.IsDecember() || at == c.Start+calendar.Month(c.Months)-1
}

// Segment is a port terminal, border, rail line or sea service.
type Segment struct {
	Name            string
	Supply          Supply
	BothWays        bool                            // the capacity counts both directions together; else there is as much for each
	IncludesWeather bool                            // the capacity is what passes in a year with its closures
	Availability    [calendar.MonthsPerYear]float64 // share of each calendar month it is open, 0 to 1
	CatchUp         float64                         // κ, how much faster than in a calm month it works after it was shut, until what was lost in the month is made good
	Effectiveness   float64                         // practical over nameplate capacity
	FreeFlowDays    float64                         // time to cross it when nothing is in the way
	DaysFrom        []Dated                         // the same from later months on, in their order
	CostUSDPerT     float64
	CostFrom        []Dated   // likewise
	Base            BaseTerms // cost and time to which the base shares belong
	DistanceKm      float64
	EmissionsG      float64 // g CO2e per tonne-km
	StorageMt       float64 // cargo that may wait for it before an embargo, +Inf for no limit
	OtherTraffic    Series  // Mt per year of its capacity that trade outside the corridor takes
	DraftLossPerM   float64 // share of the load lost per metre of fallen water
	DraftFullM      float64 // metres above the reference level at which its ships are full; 0 where they are at the reference
	Congestion      Congestion
}

// Market is a demand for transport: an origin, a destination and a cargo class.
type Market struct {
	Name               string
	Cargo              string
	Eastbound          bool
	Growth             Growth
	Schedule           Schedule                        // what agreements say, in the place of growth
	Season             [calendar.MonthsPerYear]float64 // mean 1: share of the year's potential times 12
	ValueOfTimeUSD     float64                         // USD per tonne and day
	BaseValueOfTimeUSD *float64                        // the one to which the base shares belong, where it was changed since
	BaseShiftUSDPerT   float64                         // κ, what the base cost of the corridor is more by than prices and times say; see Uncensor
	Sensitivity        float64                         // θ of the choice, per USD/t; 0 keeps the base shares
	Inertia            float64                         // ι, share of the way to the new choice that is gone in a month, 0 to 1
	PerceptionLag      float64                         // share of the news about delays that is believed in a month, 0 to 1
	GiveUp             float64                         // ρ, share of waiting cargo that gives up in a month, 0 to 1
	PathSize           float64                         // β, how much less a way counts that shares its segments with others; 0 for not at all
	Priority           int                             // cargo of a market with a higher one is carried first where both pass a segment
	Routes             []Route
	Nests              []Nest
}

// Nest is a group of routes of a market that are closer to each other, in the eyes of its
// shippers, than to the rest. A route is in one nest at most.
type Nest struct {
	Name          string
	Dissimilarity float64 // λ, above 0 and at most 1: 1 where its routes are like any others
	Routes        []int   // indices into Market.Routes
}

// Route is one way a market's cargo can go: an ordered list of segments of the
// corridor, or a rival way outside it. A market on a route is a flow.
type Route struct {
	Name               string
	Rival              bool      // outside the corridor: not counted in its throughput
	Via                int       // index into Corridor.Rivals of a rival route, where there are any
	Outlet             bool      // of a rival: it takes what the market's other routes turn away, and has no share
	Segments           []int     // indices into Corridor.Segments; empty for a rival without a capacity limit
	Weights            []float64 // capacity used per tonne on each of Segments
	Share              float64   // share of the market in the base year
	Later              bool      // not yet built in the base year: Share is what it would draw beside the others, besides the 1 they add to
	Beside             int       // of one that comes later: the route it would draw beside, of those that were there
	CostUSDPerT        float64   // cost besides the segments'
	CostFrom           []Dated   // the same from later months on, in their order
	Days               float64   // time besides the segments'
	DaysFrom           []Dated   // likewise
	ReliabilityUSDPerT float64   // penalty for unreliability
	Base               BaseTerms // to which the base shares belong
}

// Rival is a way outside the corridor that routes of several markets can use.
type Rival struct {
	Name               string
	CostUSDPerT        Series
	Days               Series
	ReliabilityUSDPerT Series
	EmissionsKgPerT    float64   // kg CO2e per tonne from door to door; 0 where it is not known
	Base               BaseTerms // to which the base shares belong
}

// Shock is a dated disturbance: while it lasts it multiplies the availability of
// a segment or the potential of a market, or makes a rival dearer or slower.
type Shock struct {
	From, To calendar.Month // first and last month
	Segment  int            // index, or -1
	Market   int            // index, or -1
	Factor   float64

	Rival      int // index; used when one of the following is not 0
	AddUSDPerT float64
	AddDays    float64
}

// disturbs reports whether the shock multiplies something, at the given index.
func (s *Shock) disturbs(index int) bool { return index >= 0 && !s.onRival() }

// onRival reports whether the shock makes a rival dearer or slower.
func (s *Shock) onRival() bool { return s.AddUSDPerT != 0 || s.AddDays != 0 }

func (s *Shock) active(t calendar.Month) bool { return s.From <= t && t <= s.To }
