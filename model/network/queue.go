package network

// queue has nodes to be looked at, the least first: a binary heap (Williams 1964,
// Communications of the ACM 7(6), 347–348).
type queue struct{ waiting []waiting }

// waiting is a node at a distance. It is out of date where the node has come nearer since.
type waiting struct {
	usd   float64
	node  int32
	label int32 // of a search that has labels
}

func (q *queue) clear() { q.waiting = q.waiting[:0] }

func (q *queue) push(w waiting, before func(a, b waiting) bool) {
	q.waiting = append(q.waiting, w)
	h, i := q.waiting, len(q.waiting)-1
	for i > 0 && before(w, h[(i-1)/2]) {
		h[i] = h[(i-1)/2]
		i = (i - 1) / 2
	}
	h[i] = w
}

func (q *queue) pop(before func(a, b waiting) bool) waiting {
	h := q.waiting
	top, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	q.waiting = h
	if len(h) == 0 {
		return top
	}
	i := 0
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && before(h[child+1], h[child]) {
			child++
		}
		if !before(h[child], last) {
			break
		}
		h[i] = h[child]
		i = child
	}
	h[i] = last
	return top
}

// nearer is the order of distances alone.
func nearer(a, b waiting) bool { return a.usd < b.usd || a.usd == b.usd && a.node < b.node }
