package language

// expectationSpec is a check: its text alone, or with a title.
var expectationSpec = either(
	plain(formText, "A check on the results, such as throughput_mt 2030 >= 5, or utilisation of rail-ferry < 95 % in every month"),
	object("A check with a title",
		may("title", titled("Name for readers")),
		must("check", plain(formText, "The check, such as throughput_mt 2030 >= 5 in 80 % of futures")),
	))
