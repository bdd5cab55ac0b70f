package random

import (
	"math"
	"math/bits"
)

// permutation is a random order of the numbers from 0 to n − 1 in which any
// place can be looked up alone, without a table: the numbers are laid out in
// rows and columns, and rows and columns are moved by a hash of each other in
// turn, eight times (a generalised Feistel cipher: J. Black and P. Rogaway,
// "Ciphers with arbitrary finite domains", CT-RSA 2002, LNCS 2271). What falls
// into a cell beyond n is moved on until it does not.
type permutation struct {
	n, rows, columns uint64
	key              uint64
}

// newPermutation returns the order of n numbers, from 1 to 2^32, under a key.
func newPermutation(n, key uint64) permutation {
	// Fewer rows and columns would leave some orders less likely than others.
	const least = 8
	rows := max(least, uint64(math.Sqrt(float64(n))))
	return permutation{n: n, rows: rows, columns: max(least, (n+rows-1)/rows), key: key}
}

// at returns the number at a place, for 0 ≤ place < n.
func (p permutation) at(place uint64) uint64 {
	row, column := place/p.columns, place%p.columns
	for {
		for round := uint64(0); round < 8; round += 2 {
			row = p.shift(row, p.rows, round, column)
			column = p.shift(column, p.columns, round+1, row)
		}
		if number := row*p.columns + column; number < p.n {
			return number
		}
	}
}

// shift moves x around a circle of size places by a hash of the round and y.
func (p permutation) shift(x, size, round, y uint64) uint64 {
	by, _ := bits.Mul64(mix(p.key, y<<3|round), size)
	if x += by; x >= size {
		x -= size
	}
	return x
}
