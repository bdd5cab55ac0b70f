package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// exampleEvidence are the tables of a target that one figure turns, and one that nothing does.
func exampleEvidence() []*tables.Table {
	headlines, evidence, observations := tables.New(tables.Headlines), tables.New(tables.Evidence), tables.New(tables.Observations)
	headlines.Append("stated", "capacity-10", "A capacity of <10> Mt/yr by December 2028", "capacity_mt", "2028-12", 8.0, 10.0, false, false,
		1000, 9.0, 1.1, 7.4, 8.9, 11.0, 0.18, 0.1, 0.0, 0.0, 0.8, 0.05, 0.05, nil, "", nil)
	evidence.Append("stated", "capacity-10", "tankers", "the <tankers>, Mt/yr", "segments.tankers.capacity", "assumed", "a;b", "assumed", 2.2, 1.6, 7.4, 7.0, 11.25, 0.67, nil, 4.0, 0.12, "", "")
	evidence.Append("stated", "capacity-10", "stall/port", "stall of the port", "projects.port.enabled", "project", "", "", nil, nil, nil, nil, nil, 0.03, nil, nil, nil, "", "")
	evidence.Append("stated", "capacity-10", "idle", "idle", "segments.idle", "published", "c", "assumed", 1.0, 0.5, 8.0, 2.0, 8.0, 0.001, nil, nil, nil, "", "")
	observations.Append("stated", "capacity-10", "trucks", "Vehicles", "vehicles", 2027, 100.0, 10.0, 0.03, 0.1, 0.5, 0.1)
	return []*tables.Table{headlines, evidence, observations}
}

func TestEvidence(t *testing.T) {
	require.Nil(t, evidenceOf(subjectsOf([]Run{stated(t)})))
	got := evidenceOf(subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: "stated", Tables: exampleEvidence()})}))
	none := cell{"–", ""}
	require.Equal(t, &evidencePart{
		Label: "stated, evidence", Ranges: "Whatever their values are, the ranges of all 2 figures are assumed.",
		Headlines: []headlineRests{{
			Title: "A capacity of <10> Mt/yr by December 2028",
			Sentences: []string{
				"8 Mt/yr in the expected future, 2 short of it; 7.4 to 11 in nine futures of ten; met in 18 % of them.",
				"Of the variance 80 % comes from assumed figures, 10 % from published figures, 5 % from how projects turn out; 5 % is weather and what is not linear.",
				"For the opposite one figure is enough: the <tankers>, Mt/yr at 4 or more, of which the chance is 12 %.",
				"To watch, with the part of the variance that an observation is expected to take away: vehicles in 2027, 10 %. To know the <tankers>, Mt/yr would take away 67 %.",
			},
			RestsOn: []foundationRow{
				{"the <tankers>, Mt/yr", "assumed", "a and 1 more", cell{"67", "0.67"}, cell{"1.6", "1.6"}, cell{"7.4", "7.4"}, cell{"7", "7"}, cell{"11.25", "11.25"}},
				{"stall of the port", "project", "", cell{"3", "0.03"}, none, none, none, none},
			},
		}},
	}, got)
}

// TestEvidenceInThePage: it stands in the page, its words as text.
func TestEvidenceInThePage(t *testing.T) {
	run := stated(t)
	require.NotContains(t, written(t, Options{}, run), "What the figures rest on")
	run.Package.Tables = append(run.Package.Tables, exampleEvidence()...)
	page := written(t, Options{}, runOf(t, run.Package))
	require.Contains(t, page, `<a href="#evidence">What the figures rest on</a>`)
	require.Contains(t, page, "the &lt;tankers&gt;, Mt/yr")
}
