package plots

import (
	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// In returns a package with its names and texts in a language: those of its scenario as far as it
// says what they are, and the titles that the program itself gives in tables.
func In(p *tables.Package, w *words.Language) *tables.Package {
	if w.Code == words.Languages[0] || p.Translations == nil && len(w.Texts) == 0 {
		return p.In(w.Code)
	}
	titles := titlesIn(w)
	targets := p.In(w.Code).Targets
	for i := range p.Targets {
		titles[p.Targets[i].Dated()] = findings.Dated(w, &targets[i])
	}
	return p.In(w.Code, titles)
}

// titlesIn are the program's titles in a language, by their English texts.
func titlesIn(w *words.Language) map[string]string {
	out := map[string]string{}
	for _, title := range programTitles {
		out[title] = w.Say(title)
	}
	for _, m := range tables.MetricColumns() {
		out[m.Label] = w.Say(m.Label)
		out[m.Label+" in %s"] = w.Say("%[1]s in %[2]s", w.Say(m.Label), "%s")
		out[m.YearUnit] = w.Say(m.YearUnit)
	}
	return out
}

// programTitles are those that the program gives in tables, but for metrics in a year and targets with
// their dates.
var programTitles = []string{
	words.Text("What shippers gain"), words.Text("of it by waiting"), words.Text("of it by cargo turned away"), words.Text("What operators keep"),
	words.Text("Emissions, of rivals too"), words.Text("Keeping works going"), words.Text("Building works"), words.Text("What works leave"), words.Text("All together"),
	words.Text("Cargo is held back in every month"), words.Text("the other %s inputs together"), words.Text("Not said"), words.Text("No financier named"), words.Text("Share of cargo turned away"), words.Text("Cost"),
	words.Text("Tonnes, headline"), words.Text("Tonnes, like-for-like"), words.Text("Containers"), words.Text("Oil to the BTC pipeline"),
	words.Text("Containers by trains from China"), words.Text("Containers of the corridor at Aktau"), words.Text("Containers at Aktau"),
	words.Text("Containers at Baku"), words.Text("Wagons by Kuryk"), words.Text("Wagons by all ferries"), words.Text("Vehicles by Kuryk"),
}
