package score

// Distribution is a forecast of one number: a *[Forecast] or a [Normal].
type Distribution interface {
	CRPS(happened float64) float64
	LogScore(happened float64) float64
	PIT(happened float64) float64
	Covers(happened, probability float64) bool
}

var (
	_ Distribution = (*Forecast)(nil)
	_ Distribution = Normal{}
)
