package ink

// Half is half of a length or number, rounded on its own: a compiler may take x/2 + y in
// one operation. Nothing is lost by that, since a half is exact; but what may be fused is
// listed, and the list is to be empty.
func Half[T ~float64](x T) T { return T(x / 2) }
