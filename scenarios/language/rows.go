package language

import "corridor/model"

// maxMonths bounds the horizon: a hundred years.
const maxMonths = 1200

// maxRows bounds the tables by month, which all commands but run hold in memory: a row
// takes some 350 bytes. 5,000 segments and 5,000 routes have room for twelve years.
const maxRows = 1_500_000

// rows reports a scenario whose tables by month would be too large.
func (c *compiler) rows(corridor *model.Corridor) {
	routes := 0
	for i := range corridor.Markets {
		routes += len(corridor.Markets[i].Routes)
	}
	if rows := corridor.Months * (len(corridor.Segments) + routes); rows > maxRows {
		c.report.Mistake(c.top.of("time").of("end").Position, "%d months of %d segments and %d routes are %d rows of tables, expected at most %d: take fewer months",
			corridor.Months, len(corridor.Segments), routes, rows, maxRows)
	}
}
