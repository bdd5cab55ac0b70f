package model

import "corridor/model/calendar"

// MaxWaitDays bounds a wait that Little's law makes endless: cargo waits and
// nothing of its flow is carried. The longest stop on record here is the embargo on
// wagons for Kuryk of 2025, 70 days; what would wait longer has gone another way.
const MaxWaitDays = 90

// WaitDays is the mean wait of a backlog by Little's law, backlog ÷ carried per
// month (Little 1961, Operations Research 9(3), 383–387).
func WaitDays(backlog, carried float64) float64 {
	if backlog <= 0 {
		return 0
	}
	if carried <= 0 {
		return MaxWaitDays
	}
	days := float64(backlog / carried * calendar.DaysPerMonth)
	if days > MaxWaitDays {
		return MaxWaitDays
	}
	return days
}
