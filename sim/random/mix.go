package random

// mix returns the place-th word under a key: G. L. Steele, D. Lea and C. H.
// Flood, "Fast splittable pseudorandom number generators", Proceedings of
// OOPSLA 2014, with the constants of D. Stafford's variant 13. Where a point of
// a design needs many random bits it is several times faster than a [Stream];
// keys are drawn from streams.
func mix(key, place uint64) uint64 {
	z := key + (place+1)*0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
