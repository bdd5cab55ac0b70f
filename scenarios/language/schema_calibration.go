package language

// calibrationSpec holds what the base shares belong to. The loader writes it when a file
// or --set changes such a figure on top of another file; a scenario may also give it.
var calibrationSpec = object("Figures the base shares belong to, where the scenario has others now. It is kept by the program: what changes on top of a calibrated scenario leaves them as they were, unless it says recalibrate",
	may("segments", section("By segment", object("What a segment was when the base shares were found",
		may("added", plain(formBoolean, "It was not there").or("false")),
		may("built", plain(formBoolean, "Whether it had any capacity in the base year")),
		may("accepts", list("Cargo classes that could pass it", reference("Cargo class", "cargo"))),
		may("cost_usd_per_t", amount("Cost of crossing it in the base year", "USD/t")),
		may("free_flow_days", amount("Time to cross it in the base year", "days")),
	))),
	may("rivals", section("By rival", object("What a rival asked in the base year",
		may("cost_usd_per_t", amount("Cost from door to door", "USD/t")),
		may("days", amount("Time from door to door", "days")),
		may("reliability_usd_per_t", amount("What shippers would pay to be rid of its unreliability", "USD/t")),
	))),
	may("markets", section("By market", object("What a market was when its base shares were found",
		may("added", plain(formBoolean, "It came with what was added to the network").or("false")),
		may("value_of_time_usd_per_t_day", amount("What a day was worth to the shipper", "USD per t and day")),
		may("sensitivity_per_usd", amount("How strongly the choice of route followed generalised cost", "1 per USD/t")),
		may("routes", section("By route", object("What a route asked besides its segments in the base year",
			may("cost_usd_per_t", amount("Cost besides the segments'", "USD/t")),
			may("days", amount("Time besides the segments'", "days")),
			may("reliability_usd_per_t", amount("What shippers would pay to be rid of its unreliability", "USD/t")),
		))),
	))),
)
