package network

// Between finds the links that a walk from one node to another can pass by links that are open,
// and returns what tells whether one of them is among these.
func (n *Network) Between(from, to string, open func(link int) bool) func(link int) bool {
	start, known := n.numbers[from]
	goal, there := n.numbers[to]
	if !known || !there {
		return func(int) bool { return false }
	}
	ahead, back := reached(start, n.out, n.to, open), reached(goal, n.in, n.from, open)
	return func(link int) bool { return open(link) && ahead[n.from[link]] && back[n.to[link]] }
}

// reached tells of nodes whether links lead there, given those of each node and where they end.
func reached(from int32, links [][]int32, end []int32, open func(link int) bool) []bool {
	reached := make([]bool, len(links))
	reached[from] = true
	for next := []int32{from}; len(next) > 0; {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		for _, l := range links[at] {
			if to := end[l]; open(int(l)) && !reached[to] {
				reached[to] = true
				next = append(next, to)
			}
		}
	}
	return reached
}
