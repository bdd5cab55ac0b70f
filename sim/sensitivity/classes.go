package sensitivity

import "fmt"

// classes are draws by the size of an input.
type classes struct {
	of []int // class of each draw
	n  []int // draws in each class
}

// newClasses cuts draws, in the order of an input, into at most so many classes of as equal
// numbers of draws as equal inputs allow: an input that is one of a few values has a class for
// each.
func newClasses(x []float64, order []int, most int) classes {
	c := classes{of: make([]int, len(order))}
	values := 1
	for i := 1; i < len(order); i++ {
		if x[order[i]] != x[order[i-1]] {
			values++
		}
	}
	start := 0
	for i := 1; i <= len(order); i++ {
		if i < len(order) {
			end := start*most/len(order) + 1 // of the classes that would be equal, the next one to end
			if x[order[i]] == x[order[i-1]] || values > most && i*most < end*len(order) {
				continue
			}
		}
		for _, draw := range order[start:i] {
			c.of[draw] = len(c.n)
		}
		c.n = append(c.n, i-start)
		start = i
	}
	return c
}

// sizes tells classes of other sizes apart.
func (c *classes) sizes() string { return fmt.Sprint(c.n) }

// shuffled returns classes of the same sizes of draws in a random order.
func (c *classes) shuffled(order []int) classes {
	of := make([]int, len(c.of))
	for class, n := range c.n {
		for _, draw := range order[:n] {
			of[draw] = class
		}
		order = order[n:]
	}
	return classes{of, c.n}
}
