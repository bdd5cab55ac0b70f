package report

import (
	"math"
	"slices"

	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// sensitivityPart says of some metrics which uncertainties matter.
type sensitivityPart struct {
	Label   string
	Metrics []metricMatters
}

// metricMatters is one metric, in a table and a sentence.
type metricMatters struct {
	Title, Sentence string
	Rows            []influenceRow
}

// influenceRow has the shares of an uncertainty, alone and in all, each with its interval.
type influenceRow struct {
	Name  string
	Cells []cell
}

// mostInfluences is how many rows a metric has.
const mostInfluences = 8

// sensitivityOf returns what the first of the runs that has shares of a variance says, nil where
// none does: of the metrics of which it says what one figure alone does, not of every year.
func sensitivityOf(subjects []*subject) *sensitivityPart {
	for _, s := range subjects {
		t := s.Package.Table(tables.Sensitivity)
		if t == nil || !slices.Contains(tables.Sensitivity.Method.Of(t), tables.SobolMethod) {
			continue
		}
		var shown []string
		if swings := s.Package.Table(tables.Swings); swings != nil {
			shown = tables.Swings.Target.Of(swings)
		}
		out := &sensitivityPart{Label: s.Label}
		list := findings.SensitivityOf(t)
		for i := range list {
			if m := &list[i]; len(shown) == 0 || slices.Contains(shown, m.Metric) {
				out.Metrics = append(out.Metrics, mattersOf(s.w, m))
			}
		}
		return out
	}
	return nil
}

func mattersOf(w *words.Language, m *findings.Mattering) metricMatters {
	out := metricMatters{Title: m.Title, Sentence: m.Sentence(w)}
	share := func(v float64) cell {
		if math.IsNaN(v) {
			return cell{Text: none}
		}
		return cell{number(100*findings.PartOf(v), 1), raw(v)}
	}
	for i := range m.Inputs {
		in := &m.Inputs[i]
		if len(out.Rows) == mostInfluences || !m.Matters(in) {
			break
		}
		first, total := in.Index[tables.FirstIndex], in.Index[tables.TotalIndex]
		out.Rows = append(out.Rows, influenceRow{in.Title, []cell{share(first.Value), share(first.Low), share(first.High), share(total.Value), share(total.Low), share(total.High)}})
	}
	return out
}
