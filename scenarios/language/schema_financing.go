package language

var financierSpec = object("Who pays for projects: a budget, a bank, a programme",
	may("title", titled("Name for readers")),
	may("pledged_musd", byYear("What it has announced, by year, for these projects and others; nothing is computed from it", amount("Announced", "USD million"))),
)

// financingSpec is what a financier pays of a project.
var financingSpec = object("What a financier pays of a project's cost, and of keeping it going",
	may("share", share("Share of what is spent on it")),
	may("musd", amount("Amount of its cost, whatever that comes to", "USD million")),
	may("form", words("Kind of money", financeForms...)),
	may("from", plain(formMonth, "First month it pays in; it pays its part of the cost out of what is spent between its dates")),
	may("to", plain(formMonth, "Last month it pays in")),
).exactlyOne("share", "musd")

var financeForms = []string{"budget", "equity", "grant", "loan", "guaranteed loan"}
