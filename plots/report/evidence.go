package report

import (
	"cmp"
	"math"
	"strings"

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
		out := &evidencePart{Label: s.Label, Ranges: findings.Ranges(list)}
		for i := range list {
			out.Headlines = append(out.Headlines, restsOf(&list[i]))
		}
		return out
	}
	return nil
}

func restsOf(r *findings.Resting) headlineRests {
	h := headlineRests{Title: r.Title}
	said := strings.TrimPrefix(r.Sentence(), r.Title+": ") // which stands above
	for _, sentence := range []string{said, r.Comes(), r.Opposite(), r.Surer()} {
		if sentence != "" {
			h.Sentences = append(h.Sentences, sentence)
		}
	}
	value := func(v float64) cell {
		if math.IsNaN(v) {
			return cell{Text: none}
		}
		return cell{r.Number(v), raw(v)}
	}
	figure := func(v float64, label string) cell { return cell{cmp.Or(label, plain(v)), raw(v)} }
	for i := range r.RestsOn {
		f := &r.RestsOn[i]
		h.RestsOn = append(h.RestsOn, foundationRow{
			Name: f.Called(), Status: f.Status, Sources: f.Works(),
			Part: cell{number(100*f.Part, 0), raw(f.Part)},
			Low:  figure(f.Low, f.LowLabel), AtLow: value(f.AtLow), High: figure(f.High, f.HighLabel), AtHigh: value(f.AtHigh),
		})
	}
	return h
}
