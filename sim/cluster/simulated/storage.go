package simulated

// pipe lets bytes through one transfer after the other, in the order in which they are asked
// for: a server with one place and a queue.
type pipe struct {
	rate float64 // bytes a second; 0 for no limit
	free float64 // when the last transfer is over
	busy float64 // s
	sum  float64 // bytes
}

// transfer returns when bytes are through that are asked for now.
func (p *pipe) transfer(now, bytes float64) float64 {
	p.sum += bytes
	if p.rate == 0 {
		return now
	}
	takes := bytes / p.rate
	p.busy += takes
	p.free = max(p.free, now) + takes
	return p.free
}
