package appraisal

import (
	"context"
	"math"
	"slices"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/probe"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// Player is a project or measure, or a package of them that come together.
type Player struct {
	Name, Title          string
	Kind, Class, Country string // as far as its projects have them in common
	Soft                 bool   // measures alone
	Projects             []int  // of the corridor
}

// Question is what is asked of a scenario.
type Question struct {
	Run     sim.Run            // its expected future
	Futures *ensemble.Ensemble // its draws, each independent, of one alternative, that of the run
	Players []Player           // projects of no player are as the scenario has them
	Years   []int              // that are shown one by one, ascending
	Orders  int                // of the players, by draw; even

	Journal  sheet.Journal   // nil to keep nothing
	Progress func(draws int) // nil for nobody
}

// Answer is what came out.
type Answer struct {
	Appraisal, Ranking, Together *tables.Table
}

// FuturesByDraw is how many futures a draw takes, and Columns how many numbers it leaves.
func (q *Question) FuturesByDraw() int { return q.game().Futures() }
func (q *Question) Columns() int       { return q.game().Columns() }

// game is what the players bring together.
func (q *Question) game() *Game {
	return &Game{Players: len(q.Players), Figures: len(q.figures()) + q.ofMoney(), Orders: q.Orders, Seed: q.Futures.Seed, New: q.value}
}

// Answer simulates the draws, each with nobody, with each alone, with all but each, with each
// late, and in some orders. What comes out does not depend on the number of workers.
func (q *Question) Answer(ctx context.Context) (*Answer, error) {
	g := q.game()
	s := &sheet.Sheet{
		Rows: int(q.Futures.Draws), Columns: g.Columns(), New: g.Rows, Workers: q.Futures.Workers, Journal: q.Journal, Progress: q.Progress,
	}
	rows, err := s.Fill(ctx)
	if err != nil {
		return nil, err
	}
	return &Answer{q.appraisal(g, rows), q.ranking(g, rows), q.together(g, rows)}, nil
}

// monthsLate is the delay that is looked at.
const monthsLate = 12

// value returns what asks a future with some players.
func (q *Question) value() (Value, error) {
	p, err := probe.New(q.Futures, nil)
	if err != nil {
		return nil, err
	}
	figures := q.figures()
	var in []bool
	var delayed int
	change := func(c *model.Corridor) {
		for i := range q.Players {
			for _, project := range q.Players[i].Projects {
				switch {
				case !in[i]:
					c.Projects[project].Disabled = true
				case i == delayed:
					c.Projects[project].DelayMonths += monthsLate
				}
			}
		}
	}
	return func(draw uint64, now []bool, late int, out []float64) {
		in, delayed = now, late
		p.Draw(draw, change, nil)
		years := p.Years()
		for i := range figures {
			out[i] = figures[i].value(years)
		}
		if q.inMoney() {
			worth(p, out[len(figures):])
		}
	}, nil
}

// viewNames are those of the column view, in the order of the views.
var viewNames = [Views]string{tables.FirstIn, tables.LastIn, tables.Shapley, tables.Delayed}

// appraisal writes what each player brings, by view and figure.
func (q *Question) appraisal(g *Game, rows [][]float64) *tables.Table {
	out := tables.New(tables.Appraisal)
	start, _ := q.Run.Corridor.Years()
	for i := range q.Players {
		p := &q.Players[i]
		for v, view := range viewNames {
			for place, f := range q.figures() {
				s := spreadOf(rows, g.Place(View(v), i, place))
				out.Append(append([]any{q.Run.Name, p.Name, p.Title, view, f.of.Name, f.period(start)}, s.cells()...)...)
			}
			if q.inMoney() {
				s := q.present(g, rows, View(v), i)
				out.Append(append([]any{q.Run.Name, p.Name, p.Title, view, tables.NPV, tables.Total}, s.cells()...)...)
			}
		}
	}
	return out
}

// together writes what the future is with nobody and with all, and what all bring.
func (q *Question) together(g *Game, rows [][]float64) *tables.Table {
	out := tables.New(tables.Together)
	start, _ := q.Run.Corridor.Years()
	brought := make([]float64, 0, len(rows))
	for place, f := range q.figures() {
		without, with := spreadOf(rows, g.Without(place)), spreadOf(rows, g.With(place))
		brought = brought[:0]
		for _, row := range rows {
			if d := row[g.With(place)] - row[g.Without(place)]; !math.IsNaN(d) {
				brought = append(brought, d)
			}
		}
		s := spreadIn(brought)
		out.Append(append([]any{q.Run.Name, f.of.Name, f.period(start), tables.Finite(without.mean), tables.Finite(with.mean)}, s.cells()...)...)
	}
	if q.inMoney() {
		for _, m := range []struct {
			name string
			of   func(figures []float64) float64
		}{
			{tables.NPV, func(f []float64) float64 { return f[benefits] - f[costs] }},
			{tables.PresentBenefits, func(f []float64) float64 { return f[benefits] }},
			{tables.PresentCosts, func(f []float64) float64 { return f[costs] }},
		} {
			brought = brought[:0]
			for _, row := range rows {
				if d := m.of(row[g.With(len(q.figures())):]) - m.of(row[g.Without(len(q.figures())):]); !math.IsNaN(d) {
					brought = append(brought, d)
				}
			}
			s := spreadIn(brought)
			out.Append(append([]any{q.Run.Name, m.name, tables.Total, nil, nil}, s.cells()...)...)
		}
	}
	return out
}

// ranking writes a row for each player, first who brings most.
func (q *Question) ranking(g *Game, rows [][]float64) *tables.Table {
	figures := q.figures()
	total := func(m tables.MetricColumn, v View, player int) spread {
		return spreadOf(rows, g.Place(v, player, slices.IndexFunc(figures, func(f figure) bool { return f.year < 0 && f.of.Name == m.Name })))
	}
	order := make([]int, len(q.Players))
	by := func(of func(player int) spread) (said bool) {
		means := make([]float64, len(q.Players))
		for i := range means {
			order[i], means[i] = i, of(i).mean
			said = said || !math.IsNaN(means[i])
		}
		slices.SortStableFunc(order, func(a, b int) int { return descending(means[a], means[b]) })
		return said
	}
	if !q.inMoney() || !by(func(player int) spread { return q.present(g, rows, Shapley, player) }) {
		by(func(player int) spread { return total(tables.Annual.ThroughputMt, Shapley, player) })
	}
	out := tables.New(tables.Ranking)
	for rank, i := range order {
		p := &q.Players[i]
		c := total(tables.Annual.ThroughputMt, Shapley, i)
		cells := []any{q.Run.Name, rank + 1, p.Name, p.Title, p.Kind, p.Class, p.Country, p.Soft,
			tables.Finite(total(tables.Annual.CapexMUSD, Shapley, i).mean),
			tables.Finite(c.mean), tables.Finite(c.error), tables.Finite(c.p05), tables.Finite(c.p95)}
		for _, v := range []View{FirstIn, LastIn, Delayed} {
			cells = append(cells, tables.Finite(total(tables.Annual.ThroughputMt, v, i).mean))
		}
		out.Append(append(cells, q.moneyCells(g, rows, i)...)...)
	}
	return out
}

// moneyCells are those of a player in money, empty where nothing is said of it.
func (q *Question) moneyCells(g *Game, rows [][]float64, player int) (cells []any) {
	if !q.inMoney() {
		return make([]any, 16)
	}
	npv, first, last := q.present(g, rows, Shapley, player), q.present(g, rows, FirstIn, player), q.present(g, rows, LastIn, player)
	sums, alone, beside := q.sums(g, rows, Shapley, player), q.sums(g, rows, FirstIn, player), q.sums(g, rows, LastIn, player)
	for _, v := range []float64{
		npv.mean, npv.error, npv.p05, npv.p95, first.mean, last.mean, first.above, last.above, sums[benefits], sums[costs],
		ratio(sums[benefits], sums[costs]), ratio(alone[benefits], alone[costs]), ratio(beside[benefits], beside[costs]),
		q.internalRate(sums), ratio(sums[costs], sums[tonnes]), q.present(g, rows, Delayed, player).mean,
	} {
		cells = append(cells, tables.Finite(v))
	}
	return cells
}
