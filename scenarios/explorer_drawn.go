package scenarios

import "corridor/sim/explorer"

// drawn describes what is uncertain, with every project and measure: of those that do not go ahead
// nothing is drawn until they are made to.
func (e *exploring) drawn() error {
	e.all = e.scenario
	var ahead []string
	for i := range e.base.Projects {
		if p := &e.base.Projects[i]; p.Disabled {
			ahead = append(ahead, e.path(p)+"enabled=true")
		}
	}
	var err error
	if len(ahead) > 0 {
		if e.all, err = e.scenario.Set(ahead...); err != nil {
			return err
		}
	}
	d := &e.out.Corridor.Drawn
	if top := e.scenario.root.Get("within"); top != nil {
		d.Lack = "futures are drawn within limits, which a page cannot do: corridor ensemble does"
		return nil
	}
	var pairs []explorer.Pair
	for _, p := range e.all.Pairs {
		pairs = append(pairs, explorer.Pair(p))
	}
	described, err := explorer.Draws(&e.all.Corridor, e.all.Uncertainties, pairs)
	if err != nil {
		d.Lack = err.Error()
		return nil
	}
	*d = *described
	return nil
}
