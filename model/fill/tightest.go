package fill

import "math"

// tightest returns the exposed group of the part that fills first, at the least λ, of equal
// ones that whose scarcest resource comes first, or −1 when none will.
func (p *filling) tightest() int {
	if p.ranked() {
		return p.best()
	}
	return p.lookThrough()
}

// lookThrough finds it by looking at all of them.
func (p *filling) lookThrough() int {
	tightest, least := -1, math.Inf(1)
	on := p.on[:len(p.fills)]
	for i, fills := range p.fills {
		if fills > least {
			continue
		}
		if fills == unfound {
			fills = on[i].fills()
			p.fills[i] = fills
		}
		if fills < least || fills == least && tightest >= 0 && on[i].scarcest < on[tightest].scarcest {
			tightest, least = i, fills
		}
	}
	return tightest
}

// few groups are looked through sooner than they are kept in an order.
const few = 24

// ranked reports whether the exposed groups are kept in an order: a tournament, in which each
// has only those to play again against whom it has moved (Knuth 1998, The Art of Computer
// Programming 3, 2nd ed., §5.4.1). Its leaves are behind its inner nodes: n of each, with the
// first at 1, and what node i won is between 2i and 2i + 1.
func (p *filling) ranked() bool { return len(p.fills) > few }

// rank plays the whole tournament.
func (p *filling) rank() {
	n := len(p.fills)
	p.moved = p.moved[:0]
	p.won = p.won[:2*n]
	for i := range p.fills {
		p.fills[i] = p.on[i].fills()
		p.won[n+i] = int32(i)
	}
	for node := n - 1; node > 0; node-- {
		p.won[node] = p.sooner(p.won[2*node], p.won[2*node+1])
	}
}

// best returns the winner after those that have moved have played again.
func (p *filling) best() int {
	for _, i := range p.moved {
		p.fills[i] = p.on[i].fills()
	}
	for _, i := range p.moved {
		for node := (len(p.fills) + int(i)) / 2; node > 0; node /= 2 {
			p.won[node] = p.sooner(p.won[2*node], p.won[2*node+1])
		}
	}
	p.moved = p.moved[:0]
	if winner := int(p.won[1]); !math.IsInf(p.fills[winner], 1) {
		return winner
	}
	return -1
}

// sooner returns which of two exposed groups fills first.
func (p *filling) sooner(a, b int32) int32 {
	if p.fills[b] < p.fills[a] || p.fills[b] == p.fills[a] && p.on[b].scarcest < p.on[a].scarcest {
		return b
	}
	return a
}
