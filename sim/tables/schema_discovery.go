package tables

// The columns that the tables of a discovery share.
var (
	conditionColumn = text("condition", "what is asked of the draws")
	boxColumn       = integer("box", "number of the box: the first is found among all draws, each other among those that the boxes before it leave")
)

// BoxesColumns are the columns of boxes.csv.
type BoxesColumns struct {
	*Schema
	Scenario, Condition, Method                                 TextColumn
	Box, Limits                                                 NumberColumn
	Draws, Cases, DrawsIn, CasesIn, Density, Coverage           NumberColumn
	JudgedDraws, JudgedCases, JudgedDrawsIn, JudgedCasesIn      NumberColumn
	JudgedDensity, JudgedDensityLow, JudgedDensityHigh          NumberColumn
	JudgedCoverage, JudgedCoverageLow, JudgedCoverageHigh, Mass NumberColumn
	Overlay                                                     TextColumn
}

// Boxes is boxes.csv: where a condition holds.
var Boxes = define(BoxesColumns{
	Schema: &Schema{
		Name:  "boxes",
		Title: "Boxes inside which a condition holds",
		Description: "A box is limits on few inputs. It is found on one half of the draws, chosen at random, and judged on the other, which had no part in it. Density is the share of the draws inside that meet the condition, coverage the share of the draws that meet it which are inside. " +
			"Of a second box only the draws outside the first are counted inside, and coverage is of all that meet the condition.",
	},
	Scenario:           scenarioColumn,
	Condition:          conditionColumn,
	Method:             text("method", "prim or cart"),
	Box:                boxColumn,
	Limits:             integer("limits", "inputs that have a limit"),
	Draws:              integer("draws", "draws it was found on"),
	Cases:              integer("cases", "of these, those that meet the condition"),
	DrawsIn:            integer("draws_in", "draws inside, of those it was found on"),
	CasesIn:            integer("cases_in", "of these, those that meet the condition"),
	Density:            number("density", "", "share of the draws inside that meet the condition, where it was found"),
	Coverage:           number("coverage", "", "share of the draws that meet the condition which are inside, where it was found"),
	JudgedDraws:        integer("judged_draws", "draws that were held out"),
	JudgedCases:        integer("judged_cases", "of these, those that meet the condition"),
	JudgedDrawsIn:      integer("judged_draws_in", "draws inside, of those held out"),
	JudgedCasesIn:      integer("judged_cases_in", "of these, those that meet the condition"),
	JudgedDensity:      number("judged_density", "", "density among the draws held out; empty where none is inside"),
	JudgedDensityLow:   number("judged_density_low", "", "low end of its 95 % interval (Wilson)"),
	JudgedDensityHigh:  number("judged_density_high", "", "high end"),
	JudgedCoverage:     number("judged_coverage", "", "coverage among the draws held out"),
	JudgedCoverageLow:  number("judged_coverage_low", "", "low end of its 95 % interval (Wilson)"),
	JudgedCoverageHigh: number("judged_coverage_high", "", "high end"),
	Mass:               number("mass", "", "share of all draws held out that are inside"),
	Overlay:            text("overlay", "file of the results with the box as an overlay"),
})

// LimitsColumns are the columns of limits.csv.
type LimitsColumns struct {
	*Schema
	Scenario                           TextColumn
	Box                                NumberColumn
	Input, Title, Unit, Path           TextColumn
	Side                               TextColumn
	Limit                              NumberColumn
	Among                              TextColumn
	Beyond                             NumberColumn
	QuasiP                             NumberColumn
	DensityWithout, CoverageWithout    NumberColumn
	FoundAtCoverage, FoundAtDensity    NumberColumn
	Low, P05, P25, P50, P75, P95, High NumberColumn
	AmongLabels, LowLabel, HighLabel   TextColumn
}

// The sides of a box, as limits.csv names them.
const (
	AtLeast = "at_least"
	AtMost  = "at_most"
	Among   = "among"
)

// Limits is limits.csv: the limits of boxes.
var Limits = define(LimitsColumns{
	Schema: &Schema{
		Name:  "limits",
		Title: "Limits of boxes",
		Description: "One row for each side of a box. A quasi-p-value is the probability that chance alone makes the box as dense, given its density without the side, by a binomial test on the draws it was found on (Bryant & Lempert 2010); it is smaller than a true one, as these draws chose the side too. " +
			"A side stays where it is at most 0.05 over the number of sides that could have been chosen.",
	},
	Scenario:        scenarioColumn,
	Box:             boxColumn,
	Input:           text("input", "name of what is uncertain"),
	Title:           text("title", "what it is, for readers"),
	Unit:            text("unit", "of its numbers, for readers: times 100 where it begins with %; empty where nothing is said of it"),
	Path:            text("path", "where the scenario file says it"),
	Side:            text("side", "at_least, at_most, or among for one of a few values"),
	Limit:           number("limit", "see the path", "the least or greatest value inside; empty for one of a few values"),
	Among:           text("among", "the values inside of one that takes a few, joined by ;"),
	Beyond:          number("beyond", "", "share of all draws that lie beyond this side alone"),
	QuasiP:          number("quasi_p", "", "quasi-p-value of the side"),
	DensityWithout:  number("density_without", "", "density of the box without it, where it was found"),
	CoverageWithout: number("coverage_without", "", "coverage of the box without it, where it was found"),
	FoundAtCoverage: number("found_at_coverage", "", "share of repetitions on random halves in which the box nearest in coverage limits the input too; empty of a tree"),
	FoundAtDensity:  number("found_at_density", "", "share of repetitions in which the box nearest in density does; empty of a tree"),
	Low:             number("low", "see the path", "least value drawn"),
	P05:             number("p05", "see the path", "value that 5 % of the draws stay below"),
	P25:             number("p25", "see the path", "value that 25 % of the draws stay below"),
	P50:             number("p50", "see the path", "median of the draws"),
	P75:             number("p75", "see the path", "value that 75 % of the draws stay below"),
	P95:             number("p95", "see the path", "value that 95 % of the draws stay below"),
	High:            number("high", "see the path", "greatest value drawn"),
	AmongLabels:     text("among_labels", "what the values inside stand for, joined by ;, where the scenario says so"),
	LowLabel:        lowLabelColumn,
	HighLabel:       highLabelColumn,
})

// TrajectoryColumns are the columns of trajectory.csv.
type TrajectoryColumns struct {
	*Schema
	Scenario                                  TextColumn
	Box, Step                                 NumberColumn
	Cut                                       TextColumn
	DrawsIn, CasesIn, Density, Coverage, Mass NumberColumn
	Limits                                    NumberColumn
	JudgedDensity, JudgedCoverage             NumberColumn
	Chosen                                    BooleanColumn
}

// Trajectory is trajectory.csv: the boxes that peeling passes, of which one is chosen.
var Trajectory = define(TrajectoryColumns{
	Schema: &Schema{
		Name:        "trajectory",
		Title:       "The trade-off between coverage and density",
		Description: "Each step peels a little off the box before it. The chosen one becomes the box of boxes.csv when limits that chance explains are dropped and it is widened where that costs no density.",
	},
	Scenario:       scenarioColumn,
	Box:            boxColumn,
	Step:           integer("step", "counted from 0, all draws"),
	Cut:            text("cut", "input that was cut to come here; empty of all draws"),
	DrawsIn:        integer("draws_in", "draws inside, of those it was found on"),
	CasesIn:        integer("cases_in", "of these, those that meet the condition"),
	Density:        number("density", "", "share of the draws inside that meet the condition"),
	Coverage:       number("coverage", "", "share of the draws that meet the condition which are inside"),
	Mass:           number("mass", "", "share of the draws that are inside"),
	Limits:         integer("limits", "inputs that have a limit"),
	JudgedDensity:  number("judged_density", "", "density among the draws that were held out; empty where none is inside"),
	JudgedCoverage: number("judged_coverage", "", "coverage among the draws that were held out"),
	Chosen:         boolean("chosen", "whether the box was made of this step"),
})

// TreeColumns are the columns of tree.csv.
type TreeColumns struct {
	*Schema
	Scenario                     TextColumn
	Node, Parent, Depth          NumberColumn
	Input, Title                 TextColumn
	At                           NumberColumn
	Among                        TextColumn
	DrawsIn, CasesIn, Density    NumberColumn
	JudgedDrawsIn, JudgedDensity NumberColumn
	Left, Right                  NumberColumn
}

// Tree is tree.csv: a classification tree of the draws.
var Tree = define(TreeColumns{
	Schema: &Schema{
		Name:        "tree",
		Title:       "A classification tree of the draws",
		Description: "CART, grown by Gini impurity on the same half of the draws as the boxes and pruned by ten-fold cross-validation (Breiman et al. 1984).",
	},
	Scenario:      scenarioColumn,
	Node:          integer("node", "counted from 0, the root"),
	Parent:        integer("parent", "node above; empty of the root"),
	Depth:         integer("depth", "splits above"),
	Input:         text("input", "what is split; empty of a leaf"),
	Title:         text("title", "what it is, for readers; empty of a leaf"),
	At:            number("at", "as the input", "values at most this go left; empty of a leaf, and of one of a few values without order"),
	Among:         text("among", "of values without order those that go left, joined by ;"),
	DrawsIn:       integer("draws_in", "draws in the node, of those it was grown on"),
	CasesIn:       integer("cases_in", "of these, those that meet the condition"),
	Density:       number("density", "", "share of the draws in the node that meet the condition"),
	JudgedDrawsIn: integer("judged_draws_in", "draws in the node, of those held out"),
	JudgedDensity: number("judged_density", "", "density among the draws held out; empty where none is in it"),
	Left:          integer("left", "node of what goes left; empty of a leaf"),
	Right:         integer("right", "node of the rest; empty of a leaf"),
})
