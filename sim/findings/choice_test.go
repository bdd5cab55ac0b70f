package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// put appends a row in which some columns have values.
func put(t *tables.Table, values map[string]any) {
	var cells []any
	for _, c := range t.Schema.Columns {
		v := values[c.Name]
		if v == nil && c.Type == tables.String {
			v = ""
		}
		cells = append(cells, v)
	}
	t.Append(cells...)
}

func TestChoices(t *testing.T) {
	none := &tables.Package{}
	require.Empty(t, Worth(English, none))
	require.Empty(t, CarryOut(English, none)+MostForMoney(English, none)+Brought(English, none))
	require.Empty(t, Doubts(English, none))

	ranking, together := tables.New(tables.Ranking), tables.New(tables.Together)
	put(ranking, map[string]any{"project": "ships", "title": "Ships", "npv_musd": 90.0, "costs_musd": 10.0, "ratio_first": 12.0, "ratio_last": 10.0, "worth_first_share": 1.0, "worth_last_share": 0.95, "late_npv_musd": -3.0})
	put(ranking, map[string]any{"project": "rail", "title": "Rail", "npv_musd": -40.0, "costs_musd": 50.0, "ratio_first": 0.2, "ratio_last": 0.2, "worth_first_share": 0.0, "worth_last_share": 0.05, "late_npv_musd": 1.0})
	for _, m := range []struct {
		name                       string
		mean, p05, p95, aboveShare float64
	}{{tables.NPV, 50, -20, 130, 0.8}, {tables.PresentBenefits, 110, 0, 0, 1}, {tables.PresentCosts, 60, 0, 0, 1}} {
		put(together, map[string]any{"metric": m.name, "period": tables.Total, "mean": m.mean, "p05": m.p05, "p95": m.p95, "above_share": m.aboveShare})
	}

	plans, robust := tables.New(tables.Plans), tables.New(tables.Robustness)
	for _, p := range []struct {
		name       string
		cost, gain float64
	}{{tables.PlanNothing, 0, 0}, {tables.PlanKnee, 53, 0.55}, {tables.PlanBest, 135, 0.78}} {
		put(plans, map[string]any{"plan": p.name, "cost_musd": p.cost})
		put(robust, map[string]any{"plan": p.name, "objective": "cost", "metric": "cost", "gain": -p.cost})
		put(robust, map[string]any{"plan": p.name, "objective": "mean throughput_mt_2030", "metric": "throughput_mt_2030", "title": "Throughput in 2030", "unit": "Mt", "gain": p.gain})
	}
	members := tables.New(tables.Members)
	for _, title := range []string{"Ships", "Rail", "Port"} {
		put(members, map[string]any{"plan": tables.PlanKnee, "title": title, "taken": title != "Rail"})
	}

	sensitivity := tables.New(tables.Sensitivity)
	for input, v := range map[string]float64{"oil": 0.3, "iran": 0.4} {
		put(sensitivity, map[string]any{
			"metric": "throughput_mt_2030", "title": "Throughput in 2030", "method": tables.SobolMethod, "index": tables.TotalIndex,
			"input": input, "input_title": "the figure of " + input, "value": v, "low": v - 0.05, "high": v + 0.05,
		})
	}

	boxes, limits := tables.New(tables.Boxes), tables.New(tables.Limits)
	put(boxes, map[string]any{"condition": "throughput_mt_2030 < 5.5", "box": 1, "judged_density": 0.6, "judged_coverage": 0.8})
	put(limits, map[string]any{"condition": "throughput_mt_2030 < 5.5", "box": 1, "input": "oil", "title": "the oil", "unit": "Mt/yr", "side": tables.AtMost, "limit": 1.5})

	p := &tables.Package{Tables: []*tables.Table{ranking, together, plans, robust, members, sensitivity, boxes, limits}}
	require.Equal(t, "All 2 projects and measures together have a net present value of USD 50 million, −20 to 130 in nine of ten futures: undecided, worth their cost in 80 %; benefits of 110 over costs of 60, a ratio of 1.83.", Worth(English, p))
	require.Equal(t, "Most for its money, of what is worth its cost in nine of ten futures beside all the others: Ships, USD 10 for every dollar it costs and 12 alone.", MostForMoney(English, p))
	require.Empty(t, Brought(English, p), "it is said in money")
	require.Equal(t, "Carry out first: Ships, Port. After these, more money begins to bring less. Throughput in 2030: +0.55 Mt against nothing, for USD 53 million. "+
		"The best plan that was found for Throughput in 2030: +0.78 Mt for USD 135 million.", CarryOut(English, p))
	require.Equal(t, "Throughput in 2030 hangs most on two figures: the figure of iran (40 %, 35 to 45 %) and the figure of oil (30 %, 25 to 35 % of the variance). "+
		"throughput_mt_2030 < 5.5 where the oil is below 1.5 Mt/yr. It is so in 60 % of the futures inside, which are 80 % of all in which it is.", Doubts(English, p))

	// Where the knee is the best plan, it is said once.
	tables.Plans.Also.Of(plans)[2], tables.Plans.Plan.Of(plans)[1] = tables.PlanKnee, "01"
	require.Equal(t, "Carry out first: nothing. After these, more money begins to bring less. Throughput in 2030: +0.78 Mt against nothing, for USD 135 million.", CarryOut(English, p))
}

// TestOneFigure: where one figure makes all, no other is named beside it.
func TestOneFigure(t *testing.T) {
	share := func(low, value, high float64) map[string]Estimate {
		return map[string]Estimate{tables.TotalIndex: {Value: value, Low: low, High: high}}
	}
	m := Mattering{Title: "Throughput in 2030", Method: tables.SobolMethod, Inputs: []Influence{{"oil", "the oil", share(0.9, 1, 1.1)}, {"cost", "the cost", share(0, 0, 0)}}}
	require.Equal(t, "Throughput in 2030 hangs on one figure: the oil (100 %, 90 to 100 % of the variance).", m.two(English))
}
