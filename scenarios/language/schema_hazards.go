package language

import "corridor/model"

// monthNames are the calendar months in order.
var monthNames = []string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

var hazardSpec = object("Something that befalls the corridor at random: a run takes its expected value, each future of an ensemble one course of it",
	may("title", titled("Name for readers")),
	may("closure", closureSpec),
	may("level", levelSpec),
	may("outage", outageSpec),
	may("shock", hazardShockSpec),
).exactlyOne("closure", "level", "outage", "shock")

var closureSpec = object("Storms or ice that shut segments together, in spells; the mean share of each month is what the availability of the segments leaves",
	must("segments", selects("Segments shut; the one shut most by its availability has the days drawn, the others in proportion", "segments")),
	must("shortest_days", number("Shortest spell", "days", 1, model.MostSpellDays).integer()),
	must("longest_days", number("Longest spell; all lengths between are as likely", "days", 1, model.MostSpellDays).integer()),
)

var levelSpec = object("The level of the water wanders about its path: each year after the last given one adds a step of mean 0",
	must("sd_m_per_year", number("Standard deviation of a year's step", "m", 0, 10).
		sets(in(func(h *model.Hazard) *float64 { return &h.SDMPerYear }))),
)

var outageSpec = object("Events that take capacity of segments", append([]field{
	must("segments", selects("Segments that lose capacity together", "segments")),
	must("severity", share("Share of the capacity lost while it lasts").
		sets(in(func(h *model.Hazard) *float64 { return &h.Severity }))),
}, eventFields...)...)

var hazardShockSpec = object("Events that change the potential of markets, or the price and time of rivals", append([]field{
	may("markets", selects("Markets whose potential is multiplied", "markets")),
	may("factor", number("What it is multiplied by while it lasts", "", 0, 100).asFactor().
		sets(in(func(h *model.Hazard) *float64 { return &h.Factor }))),
	may("rivals", selects("Rivals that become dearer or slower", "rivals")),
	may("add_cost_usd_per_t", signed("Cost added to the rivals while it lasts", "USD/t").
		sets(in(func(h *model.Hazard) *float64 { return &h.AddUSDPerT }))),
	may("add_days", signed("Time added to the rivals while it lasts", "days").
		sets(in(func(h *model.Hazard) *float64 { return &h.AddDays }))),
}, eventFields...)...).exactlyOne("markets", "rivals")

// eventFields say how the events of outages and shocks arrive and last.
var eventFields = []field{
	must("rate_per_year", number("Mean number of events a year, at random times (Poisson process)", "per year", 0, 100).
		sets(in(func(h *model.Hazard) *float64 { return &h.Events.PerYear }))),
	may("months", list("Calendar months they begin in; without it, any", words("Month", monthNames...))),
	must("shortest_days", number("Shortest duration", "days", 0, model.MostEventDays)),
	must("longest_days", number("Longest duration; all between are as likely", "days", 0, model.MostEventDays)),
	may("contained", plain(formBoolean, "The scenario's figures contain the mean of the events: a run leaves them as they are, and futures differ about them").or("false")),
}
