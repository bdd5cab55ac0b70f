package random

// scramble returns a number in (0, 1) whose binary digits are the given ones,
// each flipped or not by a random bit that depends on the key and on all digits
// before it, followed by random digits. Two numbers that agree in their first k
// digits still do, and differ in the next if they did: A. B. Owen, "Randomly
// permuted (t,m,s)-nets and (t,s)-sequences", in H. Niederreiter and P. J.-S.
// Shiue (eds.), Monte Carlo and Quasi-Monte Carlo Methods in Scientific
// Computing, LNS 106 (1995) 299–317.
//
// The random bits are not stored but hashed when needed, as in B. Burley,
// "Practical hash-based Owen scrambling", Journal of Computer Graphics
// Techniques 9 (2020) no. 4. Where that has one fast hash for all digits, here
// each word of 64 bits is the tree of flips of six digits, so that the flips are
// as good as the random words.
func scramble(key uint64, digits uint32) float64 {
	x := uint64(digits) << 4
	var flipped uint64
	for level := uint64(0); level < 6; level++ {
		rest := 30 - 6*level
		tree := mix(key, x>>(rest+6)<<3|level)
		// Node 1 is the root; the children of node i are 2i and 2i + 1.
		six := x >> rest & 63
		node := 64 | six
		flips := tree>>(node>>6)&1<<5 | tree>>(node>>5)&1<<4 | tree>>(node>>4)&1<<3 |
			tree>>(node>>3&63)&1<<2 | tree>>(node>>2&63)&1<<1 | tree>>(node>>1&63)&1
		flipped = flipped<<6 | (six ^ flips)
	}
	return unit(flipped<<28 | mix(key, x<<3|6)>>36)
}
