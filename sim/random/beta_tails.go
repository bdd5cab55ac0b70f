package random

import "sync"

// betaTails keeps the tails that were made, by their shapes: a scenario that is compiled
// again and again, as a fit does, has the same ones each time.
var betaTails = struct {
	sync.Mutex
	made map[[2]float64]*betaTail
}{made: map[[2]float64]*betaTail{}}

// mostBetaTails bounds what is kept; a tail takes a few kilobytes.
const mostBetaTails = 1024

// betaTailOf returns the tail of the shapes, which nobody may change.
func betaTailOf(a, b float64) *betaTail {
	shapes := [2]float64{a, b}
	betaTails.Lock()
	tail := betaTails.made[shapes]
	betaTails.Unlock()
	if tail != nil {
		return tail
	}
	tail = newBetaTail(a, b)
	betaTails.Lock()
	defer betaTails.Unlock()
	if len(betaTails.made) >= mostBetaTails {
		clear(betaTails.made)
	}
	betaTails.made[shapes] = tail
	return tail
}
