package plots

import (
	"slices"

	"corridor/plots/page"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// lastFit returns the fit that knows most, which is the last one: that for use.
func lastFit(fits []string) string {
	for _, fit := range slices.Backward(fits) {
		if fit != tables.NoYears {
			return fit
		}
	}
	return ""
}

// conditions say for readers what the model was told of the years it speaks of.
var conditions = map[string]string{
	tables.Conditional: words.Text("Told the rates, water and closures of the year"),
	tables.Forecast:    words.Text("Told nothing after the year before"),
}

// conditionOf names a kind for readers.
func conditionOf(on *page.Page, kind string) string {
	if said, known := conditions[kind]; known {
		return on.Say(said)
	}
	return kind
}

// The names and units of the series of the history are the program's own
// and not a scenario's, so they are translated.
var _ = []string{
	words.Text("Tonnes, headline"), words.Text("Tonnes, like-for-like"), words.Text("Containers"), words.Text("Oil to the BTC pipeline"),
	words.Text("Containers by trains from China"), words.Text("Containers of the corridor at Aktau"), words.Text("Containers at Aktau"),
	words.Text("Containers at Baku"), words.Text("Wagons by Kuryk"), words.Text("Wagons by all ferries"), words.Text("Vehicles by Kuryk"),
	words.Text("Mt"), words.Text("TEU"), words.Text("wagons"), words.Text("vehicles"),
}
