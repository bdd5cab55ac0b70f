package model

// terms are what a rival, a route or a segment asks of shippers before any delay.
type terms struct {
	costUSD, days, reliabilityUSD float64 // USD/t, days, and USD/t for being unreliable
}
