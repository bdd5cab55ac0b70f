package network

// lookAhead finds how far nodes are from the goal, out to the start: Dijkstra's algorithm (1959,
// Numerische Mathematik 1, 269–271) backwards. It reports whether the start leads there.
func (n *Network) lookAhead(start, goal int32) bool {
	n.ahead.found.clear()
	n.queue.clear()
	n.ahead.shorten(goal, 0)
	n.queue.push(waiting{0, goal, 0}, nearer)
	for len(n.queue.waiting) > 0 {
		at := n.queue.pop(nearer)
		switch {
		case at.node == start:
			n.farthest = at.usd
			return true
		case at.usd > n.ahead.usd[at.node]:
			continue
		}
		for _, l := range n.in[at.node] {
			cost := n.costs.at(l)
			if cost == Closed {
				continue
			}
			if node, usd := n.from[l], at.usd+cost; n.ahead.shorten(node, usd) {
				n.queue.push(waiting{usd, node, 0}, nearer)
			}
		}
	}
	return false
}

// least is no more than the distance of a node to the goal: of nodes beyond the start, that of
// the start.
func (n *Network) least(node int32) float64 {
	if n.ahead.found.has(node) {
		return min(n.ahead.usd[node], n.farthest)
	}
	return n.farthest
}

// isOpen reports whether a search may go by a link.
func (n *Network) isOpen(link int32) bool {
	return !n.barred.has(link) && !n.closed.has(n.to[link]) && n.costs.at(link) != Closed
}

// distance finds how far the goal is from a node, but for rounding, by the open links: A* (Hart,
// Nilsson & Raphael 1968, IEEE Transactions on Systems Science and Cybernetics 4(2), 100–107), led
// by the distances without anything barred. It gives up beyond the most that is asked for.
func (n *Network) distance(start, goal int32, most float64) (usd float64, found bool) {
	n.sofar.found.clear()
	n.queue.clear()
	n.sofar.shorten(start, 0)
	n.queue.push(waiting{n.least(start), start, 0}, nearer)
	for len(n.queue.waiting) > 0 {
		at := n.queue.pop(nearer)
		sofar := n.sofar.usd[at.node]
		switch {
		case at.node == goal:
			return sofar, true
		case at.usd > most:
			return 0, false
		case at.usd > sofar+n.least(at.node):
			continue
		}
		for _, l := range n.out[at.node] {
			if !n.isOpen(l) {
				continue
			}
			if node, usd := n.to[l], sofar+n.costs.at(l); n.sofar.shorten(node, usd) {
				n.queue.push(waiting{usd + n.least(node), node, 0}, nearer)
			}
		}
	}
	return 0, false
}
