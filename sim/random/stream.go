package random

// Stream holds the uniform random numbers of one named thing: the number at
// (seed, draw, name, k) is the same however many other streams there are, in
// which order they are read, and on which machine.
//
// The numbers are those of Philox4x64-10 under the key (seed, FNV-1a hash of
// the name) at the counter (k/4, draw, 0, 0). Every seed is a key of its own, 0
// too; two names have the same numbers only if their 64-bit hashes are equal.
type Stream struct {
	key [2]uint64
}

// NewStream returns the stream of a name under a seed. The name is any text,
// such as the path of an uncertainty or the name of a project.
func NewStream(seed uint64, name string) Stream {
	return Stream{[2]uint64{seed, hashName(name)}}
}

// hashName returns the FNV-1a hash of a name: draft-eastlake-fnv, 64 bits.
func hashName(name string) uint64 {
	hash := uint64(0xcbf29ce484222325)
	for i := range len(name) {
		hash = (hash ^ uint64(name[i])) * 0x100000001b3
	}
	return hash
}

// At returns the numbers of one draw, from the first on.
func (s Stream) At(draw uint64) Numbers {
	return Numbers{key: s.key, draw: draw}
}

// Float64 returns the first number of a draw, in (0, 1).
func (s Stream) Float64(draw uint64) float64 {
	word, _, _, _ := philox(0, draw, 0, 0, s.key[0], s.key[1])
	return unit(word)
}

// Numbers are the uniform random numbers of one stream in one draw, one after
// the other. A copy goes on by itself from where it was made.
type Numbers struct {
	key   [2]uint64
	draw  uint64
	used  uint64 // numbers taken
	block [4]uint64
}

// Uint64 returns the next number as 64 random bits.
func (n *Numbers) Uint64() uint64 {
	if n.used&3 == 0 {
		n.refill()
	}
	word := n.block[n.used&3]
	n.used++
	return word
}

// refill makes the block that holds the next number.
func (n *Numbers) refill() {
	b := &n.block
	b[0], b[1], b[2], b[3] = philox(n.used>>2, n.draw, 0, 0, n.key[0], n.key[1])
}

// Float64 returns the next number in (0, 1), never 0 and never 1: an odd
// multiple of 2^-53.
func (n *Numbers) Float64() float64 {
	return unit(n.Uint64())
}

// unit turns random bits into a number in (0, 1), without rounding.
func unit(bits uint64) float64 {
	return float64((float64(bits>>12) + 0.5) * 0x1p-52)
}
