package runs

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"corridor/model"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/seek"
	"corridor/sim/sheet"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// SoughtIn is what became of a seek in many futures.
type SoughtIn struct {
	Upward bool         // more of the figure is needed; otherwise less
	Needs  []float64    // by future, ascending: the value that is enough; +∞ or −∞ where none of the range is
	Shares []SoughtDoes // of the values looked at
}

// SoughtDoes is in how many futures a value does.
type SoughtDoes struct {
	What  string
	Value float64
	Does  uint64
}

// soughtCells cut the range in each future.
const soughtCells = 16

// upward reports whether more of the figure is needed.
func (p *Seek) upward() bool {
	if len(p.Turns) > 0 {
		return p.Turns[0].Upward()
	}
	best, worst := p.Answer.Most, p.Answer.Least
	if p.within.AtMost {
		best, worst = worst, best
	}
	return !(best.X < worst.X)
}

// inFutures seeks the value in each of the futures, in all of which the same values are tried.
func (p *Seek) inFutures(ctx context.Context, by *means) (*SoughtIn, error) {
	upward := p.upward()
	question := p.within
	question.Cells = soughtCells
	var tried []SoughtDoes
	cells := soughtCells
	if question.Whole {
		cells = int(min(soughtCells, question.To-question.From))
	}
	for i := range cells + 1 {
		x := question.From + float64((question.To-question.From)*(float64(i)/float64(cells)))
		if question.Whole {
			x = math.Round(x)
		}
		tried = append(tried, SoughtDoes{What: "range", Value: x})
	}
	if !math.IsNaN(p.Now) {
		tried = append(tried, SoughtDoes{What: tables.SeekNow, Value: p.Now})
	}
	for _, t := range p.Turns {
		tried = append(tried, SoughtDoes{What: "sought", Value: t.Value})
	}
	journal, show, end, err := by.keep(task{
		scenario: p.Scenario, seed: p.Seed, rows: int(p.Draws), of: "draws",
		question: fmt.Sprintf("seek of %s for %s %v, at most %v, from %v to %v, whole %v", p.Question.Figure, p.Question.Metric, p.Asked.Threshold, p.Asked.AtMost, question.From, question.To, question.Whole),
	})
	if err != nil {
		return nil, err
	}
	defer end()
	rows, err := (&sheet.Sheet{
		Rows: int(p.Draws), Columns: 1 + len(tried), Workers: by.workers, Journal: journal, Progress: show,
		New: func() (sheet.Row, error) {
			var list []tables.Target
			if p.Worth == nil {
				list = append(list, p.Asked)
			}
			ask, err := probe.New(p.futures, list)
			if err != nil {
				return nil, err
			}
			set, err := p.setters()
			if err != nil {
				return nil, err
			}
			value := 0.0
			change := func(c *model.Corridor) {
				for _, s := range set {
					s(c, value)
				}
			}
			return func(row int, out []float64) error {
				q := question
				draw := func(c probe.Change, out []float64) { ask.Draw(uint64(row), c, out) }
				at := func(x float64) float64 {
					value = x
					return p.ask(draw, ask, change)
				}
				q.Value = func(x float64) (float64, error) { return at(x), nil }
				found, err := q.Answer()
				if err != nil {
					return err
				}
				out[0] = needed(&q, found, upward)
				for i := range tried {
					x := tried[i].Value
					place, asked := slices.BinarySearchFunc(found.Points, x, func(p seek.Point, x float64) int { return cmp.Compare(p.X, x) })
					var y float64
					if asked {
						y = found.Points[place].Y
					} else {
						y = at(x)
					}
					out[1+i] = 0
					if q.Met(y) {
						out[1+i] = 1
					}
				}
				return nil
			}, nil
		},
	}).Fill(ctx)
	if err != nil {
		return nil, err
	}
	in := &SoughtIn{Upward: upward, Shares: tried}
	for _, row := range rows {
		in.Needs = append(in.Needs, row[0])
		for i := range tried {
			tried[i].Does += uint64(row[1+i])
		}
	}
	slices.SortFunc(in.Needs, cmp.Compare[float64])
	return in, nil
}

// needed is the least value that is enough, or the most that is not too much.
func needed(q *seek.Question, a *seek.Answer, upward bool) float64 {
	first, last := a.Points[0], a.Points[len(a.Points)-1]
	if upward {
		if q.Met(first.Y) {
			return first.X
		}
		for _, t := range a.Turns {
			if t.Upward() {
				return t.Met.X
			}
		}
		return math.Inf(1)
	}
	if q.Met(last.Y) {
		return last.X
	}
	for _, t := range slices.Backward(a.Turns) {
		if !t.Upward() {
			return t.Met.X
		}
	}
	return math.Inf(-1)
}

// Enough is the value that is enough in a share of the futures, ±∞ where none of the range is.
func (in *SoughtIn) Enough(share float64) float64 {
	n := len(in.Needs)
	rank := int(math.Ceil(share*float64(n))) - 1
	rank = max(0, min(n-1, rank))
	if in.Upward {
		return in.Needs[rank]
	}
	return in.Needs[n-1-rank]
}

// enoughShares are those of sought.csv.
var enoughShares = []float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95}

// soughtTable is sought.csv.
func (p *Seek) soughtTable() *tables.Table {
	t := tables.New(tables.Sought)
	n := uint64(len(p.Sought.Needs))
	for _, s := range p.Sought.Shares {
		cells := []any{p.Scenario.Name, p.Question.Figure, p.Question.Metric, s.What, s.Value, int(n)}
		t.Append(stats.AppendShare(cells, []uint64{s.Does}, []uint64{n}, ensemble.Confidence)...)
	}
	for _, share := range enoughShares {
		t.Append(p.Scenario.Name, p.Question.Figure, p.Question.Metric, "needs", tables.Finite(p.Sought.Enough(share)), int(n), share, nil, nil)
	}
	return t
}
