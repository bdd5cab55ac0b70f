package report

import (
	"cmp"
	"math"

	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// evidencePart says of headline figures what they rest on.
type evidencePart struct {
	Label, Ranges string
	Headlines     []headlineRests
}

// headlineRests is one headline figure, in sentences and a table.
type headlineRests struct {
	Title     string
	Sentences []string
	RestsOn   []foundationRow
}

type foundationRow struct {
	Name, Status, Sources string
	Part                  cell
	Low, AtLow            cell
	High, AtHigh          cell
}

// evidenceOf returns what the first of the runs that tells of it says, nil where none does.
func evidenceOf(subjects []*subject) *evidencePart {
	for _, s := range subjects {
		p := s.Package
		if !filled(p, tables.Headlines) || p.Table(tables.Evidence) == nil || p.Table(tables.Observations) == nil {
			continue
		}
		list := findings.EvidenceOf(p.Table(tables.Headlines), p.Table(tables.Evidence), p.Table(tables.Observations))
		out := &evidencePart{Label: s.Label, Ranges: findings.Ranges(s.w, list)}
		for i := range list {
			out.Headlines = append(out.Headlines, restsOf(s.w, &list[i]))
		}
		return out
	}
	return nil
}

func restsOf(w *words.Language, r *findings.Resting) headlineRests {
	h := headlineRests{Title: r.Title}
	for _, sentence := range []string{r.Says(w), r.Comes(w), r.Opposite(w), r.Surer(w)} {
		if sentence != "" {
			h.Sentences = append(h.Sentences, sentence)
		}
	}
	value := func(v float64) cell {
		if math.IsNaN(v) {
			return cell{Text: none}
		}
		return cell{r.Number(w, v), raw(v)}
	}
	figure := func(v float64, label string) cell { return cell{cmp.Or(label, plain(v)), raw(v)} }
	for i := range r.RestsOn {
		f := &r.RestsOn[i]
		h.RestsOn = append(h.RestsOn, foundationRow{
			Name: f.Called(), Status: f.Status, Sources: f.Works(w),
			Part: cell{number(100*f.Part, 0), raw(f.Part)},
			Low:  figure(f.Low, f.LowLabel), AtLow: value(f.AtLow), High: figure(f.High, f.HighLabel), AtHigh: value(f.AtHigh),
		})
	}
	return h
}
