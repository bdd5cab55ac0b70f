package runs

// Signpost is an observation that would change the plan.
type Signpost struct{}
