package language

import "corridor/model"

var shockSpec = object("A dated disturbance of segments, markets or rivals",
	may("title", titled("Name for readers")),
	must("from", plain(formDay, "First month or first day; some days of a month count as their share of it")),
	may("to", plain(formDay, "Last month, or last day; or days, weeks or months say how long it lasts")),
	may("days", lastingFor("days")),
	may("weeks", lastingFor("weeks")),
	may("months", lastingFor("months")),
	may("segment", selects("Segment whose availability is multiplied", "segments")),
	may("market", selects("Market whose potential is multiplied", "markets")),
	may("factor", number("What it is multiplied by", "", 0, 100).asFactor().
		sets(ofShock(func(s *model.Shock, share, n float64) { s.Factor = inPart(n, share) }))),
	may("rival", selects("Rival that becomes dearer or slower", "rivals")),
	may("add_cost_usd_per_t", signed("Cost added to the rival", "USD/t").
		sets(ofShock(func(s *model.Shock, share, n float64) { s.AddUSDPerT = n * share }))),
	may("add_days", signed("Time added to the rival", "days").
		sets(ofShock(func(s *model.Shock, share, n float64) { s.AddDays = n * share }))),
).exactlyOne("segment", "market", "rival")

// mostLasting bounds how long a shock lasts, in days, weeks or months.
const mostLasting = 4000

// lastingFor is how long a shock lasts, in a unit.
func lastingFor(unit string) *spec {
	return number("How long it lasts, in the place of to", unit, 1, mostLasting).integer()
}
