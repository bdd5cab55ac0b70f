package tables

import "math"

// Unlimited reads a row as it would be if no segment ever limited, given as a function from
// column to value: all that is asked for is carried, and nothing waits or is turned away. What
// is said of capacities has no value then, NaN, nor what is known of the future alone that was
// simulated.
func Unlimited(column func(metric string) float64) func(metric string) float64 {
	c := &Annual.CorridorColumns
	return func(metric string) float64 {
		switch metric {
		case c.OfferedMt.Name, c.ThroughputMt.Name, c.DemandMt.Name:
			return column(c.DemandMt.Name)
		case c.ContainersKTEU.Name, c.ContainersDemandKTEU.Name:
			return column(c.ContainersDemandKTEU.Name)
		case c.DivertedMt.Name, c.QueueMt.Name:
			return 0
		case c.PotentialMt.Name, c.CapexMUSD.Name:
			return column(metric)
		}
		return math.NaN()
	}
}

// OfDemand reports whether it can be asked of a target what it would come to if no segment ever
// limited: one to reach in what is carried, and of nothing that has no value then.
func (t *Target) OfDemand() bool {
	c := &Annual.CorridorColumns
	if t.AtMost || !t.Metric.Uses(c.ThroughputMt.Name) && !t.Metric.Uses(c.ContainersKTEU.Name) {
		return false
	}
	known := Unlimited(func(string) float64 { return 1 })
	all := true
	t.Metric.root.eval(func(metric string) float64 {
		all = all && !math.IsNaN(known(metric))
		return 1
	})
	return all
}
