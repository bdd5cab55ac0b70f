package tables

// Schema describes a table: its file is Name + ".csv".
type Schema struct {
	Name        string
	Title       string
	Description string
	Columns     []Column
}

// File returns the file name of the table in a run directory.
func (s *Schema) File() string { return s.Name + ".csv" }

// Described is what describes a table: a schema, or the columns of a table with their
// schema, such as Annual.
type Described interface{ Describe() *Schema }

// Describe returns the schema.
func (s *Schema) Describe() *Schema { return s }

// The columns that many tables have.
var (
	scenarioColumn = text("scenario", "name of the scenario")
	monthColumn    = month("month", "calendar month, 2024-01")
)

// All lists every table a run directory may hold, in the order they are written.
var All = []*Schema{
	Annual.Schema, Monthly.Schema, Segments.Schema, Flows.Schema, Targets.Schema, Swings.Schema, Headlines.Schema, Evidence.Schema, Observations.Schema, Sensitivity.Schema, Seek.Schema, Sought.Schema, Ranking.Schema, Together.Schema, Appraisal.Schema, Boxes.Schema, Limits.Schema, Trajectory.Schema, Tree.Schema, Projects.Schema, Spending.Schema, Financing.Schema, Pools.Schema, Classes.Schema, Capacities.Schema, Directions.Schema,
	Network.Schema, Routes.Schema, Rivals.Schema, Matrix.Schema, Hindcast.Schema, Series.Schema, Scores.Schema, Experiments.Schema, Studies.Schema,
	Parameters.Schema, Sample.Schema, Predictive.Schema, Stages.Schema, Skill.Schema,
	Plans.Schema, Members.Schema, PlanYears.Schema, Robustness.Schema, Regret.Schema, Signposts.Schema,
	Quantiles.Schema, Probabilities.Schema, Chances.Schema, Attainment.Schema, Bottlenecks.Schema,
	Findings.Schema, Differences.Schema, Economics.Schema, Precision.Schema, Failures.Schema, Inputs.Schema, Figures.Schema, Warnings.Schema, Contributions.Schema, Breakdown.Schema,
}
