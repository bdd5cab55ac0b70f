package main

// listed are the files of model of which something is taken over, with the functions and
// types. Of a type with fields named, only these are.
var listed = []file{
	{"accounts.go", []string{"account", "Ratio", "sum"}, nil},
	{"alteration.go", []string{"alteration.value", "Change.apply", "positive"}, []string{"alteration", "effort"}},
	{"capacity.go", []string{"Fleet.CycleDays", "conditions.capacity", "conditions.stated", "conditions.left", "conditions.draft", "conditions.open", "atMostAll", "capacities"}, []string{"Fleet: SailingDays PortDays"}},
	{"catch_up.go", []string{"catchUp"}, nil},
	{"choice.go", []string{"prefer", "choose", "shift", "reassign"}, nil},
	{"conditions.go", []string{"conditionsOf", "State.move", "moveEffects", "alter", "derive", "cross"}, nil},
	{"congestion.go", []string{"Congestion.delay", "Congestion.steepness"}, []string{"Congestion"}},
	{"corridor.go", []string{"Shock.disturbs", "Shock.onRival"}, []string{"Corridor: Start Months Markets Segments Rivals Projects Shocks Economics Hazards", "Segment: Availability Congestion", "Market: Season ValueOfTimeUSD Sensitivity Inertia GiveUp Routes", "Route: Share Later CostUSDPerT Days"}},
	{"delay.go", []string{"delays", "along"}, nil},
	{"demand.go", []string{"demand", "newUnlimited", "resetUnlimited", "chooseUnlimited", "preferUnlimited"}, nil},
	{"generalised_cost.go", []string{"alternative.generalisedCost", "alternative.goBy", "alternative.see", "show"}, []string{"alternative"}},
	{"hazard.go", nil, []string{"Hazard: AddUSDPerT AddDays"}},
	{"layout.go", nil, []string{"flow"}},
	{"level.go", []string{"rise"}, nil},
	{"logarithm.go", []string{"logarithm.forget", "logarithm.of"}, []string{"logarithm"}},
	{"nests.go", []string{"preferInNests", "nest.worth"}, []string{"nest"}},
	{"directions.go", []string{"furnish", "fullest"}, nil},
	{"offer.go", []string{"offer"}, nil},
	{"outages.go", []string{"outages", "surges", "strains"}, nil},
	{"outcome.go", []string{"NewOutcome", "NewTotals"}, []string{"Outcome"}},
	{"outlet.go", []string{"divert"}, nil},
	{"potential.go", []string{"potentials"}, nil},
	{"project.go", nil, []string{"Change: Add Scale Part"}},
	{"quantity.go", nil, []string{"conditions"}},
	{"rival.go", nil, []string{"terms"}},
	{"state.go", []string{"NewState", "newSegmentState", "newFlowState", "newMarketState", "newRivalState", "Reset"}, []string{"State", "projectState", "segmentState", "crossing", "flowState", "marketState", "rivalState"}},
	{"step.go", []string{"Step"}, nil},
	{"storms.go", []string{"storms"}, nil},
	{"wait.go", []string{"WaitDays"}, nil},
	{"welfare.go", []string{"suit", "gain", "settle", "rest", "value", "charge", "refusal", "refusal.perT", "rationed", "otherCost", "lostByStaying", "atMost"}, []string{"refusal"}},
}

// file is what is taken over of one file.
type file struct {
	name  string
	funcs []string // of Model where no type is named
	types []string
}

// masked are functions that change what they are given, and are called for some of the lanes:
// they are told which.
var masked = set("reassign", "settle", "resize", "suit", "refusal", "rationed", "logarithm.of")

// differing are fields and parameters that are true in some of the lanes.
var differing = set("open", "closed", "turned", "left", "byCost", "boundless")

// apart are fields with a whole number for each lane.
var apart = set("Limiting", "FlowBinding")

// again are functions that may find anew, from the same numbers, what has not changed: where
// they return at once for some lanes, they go on with them.
var again = set("prefer", "preferInNests")

// alike are conditions that hold in all lanes or in none, and how that is known.
var alike = map[string]string{"theta == 0": "!m.costs[market]"}

// differ are functions written by hand that say for which lanes something is so.
var differ = set("Shock.active")

// byHand are types with a counterpart that is written by hand.
var byHand = map[string]string{"Model": "ModelLanes", "Rival": "Rival", "Project": "Project", "Weather": "weatherLanes", "filling": "fillingLanes", "Shock": "shockLanes"}

func set(names ...string) map[string]bool {
	s := map[string]bool{}
	for _, n := range names {
		s[n] = true
	}
	return s
}
