// Package portable computes exp, log, pow, the normal distribution function
// and its inverse with the same bits on every machine.
//
// The functions of package math do not promise that. Several processors have
// an assembly version of their own, the one for amd64 chooses at run time by
// whether the processor has a fused multiply-add, and Go compilers for arm64,
// ppc64, riscv64, s390x and others may fuse x*y + z into one rounding.
//
// Here every product is written float64(x*y). The language specification says
// that such a conversion rounds, so no product can be fused with an addition,
// neither in this package nor in a caller into which a function is inlined.
// What remains (+, −, ×, ÷, square root, comparison and bit operations on
// float64) is exact or correctly rounded by IEEE 754. A result that is not a
// number is always math.NaN(), because processors differ in the sign of the
// one they make.
//
// Errors are given in ulp, units in the last place of the exact result. The
// tests hold each stated bound against 256-bit arithmetic.
package portable
