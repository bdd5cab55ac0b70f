package language

import "corridor/model"

var shockSpec = object("A dated disturbance of one segment or one market",
	may("title", titled("Name for readers")),
	must("from", plain(formMonth, "First month")),
	must("to", plain(formMonth, "Last month")),
	may("segment", reference("Segment whose availability is multiplied", "segments")),
	may("market", reference("Market whose potential is multiplied", "markets")),
	may("factor", number("What it is multiplied by", "", 0, 100).asFactor().
		sets(in(func(s *model.Shock) *float64 { return &s.Factor }))),
	may("rival", reference("Rival that becomes dearer or slower", "rivals")),
	may("add_cost_usd_per_t", signed("Cost added to the rival", "USD/t").
		sets(in(func(s *model.Shock) *float64 { return &s.AddUSDPerT }))),
	may("add_days", signed("Time added to the rival", "days").
		sets(in(func(s *model.Shock) *float64 { return &s.AddDays }))),
).exactlyOne("segment", "market", "rival")
