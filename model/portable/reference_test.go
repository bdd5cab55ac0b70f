package portable

import (
	"math"
	"math/big"
	"testing"
)

// The reference functions compute with 256 bits by the plainest series known
// for each function, and share nothing with the code under test.

const referenceBits = 256

// enough stops a series: a term this many bits below the sum changes nothing.
const enough = referenceBits + 8

func bigFloat(x float64) *big.Float {
	return new(big.Float).SetPrec(referenceBits).SetFloat64(x)
}

func bigSum(a, b *big.Float) *big.Float {
	return new(big.Float).SetPrec(referenceBits).Add(a, b)
}

func bigDifference(a, b *big.Float) *big.Float {
	return new(big.Float).SetPrec(referenceBits).Sub(a, b)
}

func bigProduct(a, b *big.Float) *big.Float {
	return new(big.Float).SetPrec(referenceBits).Mul(a, b)
}

func bigQuotient(a, b *big.Float) *big.Float {
	return new(big.Float).SetPrec(referenceBits).Quo(a, b)
}

func negligible(term, sum *big.Float) bool {
	return term.Sign() == 0 || term.MantExp(nil) < sum.MantExp(nil)-enough
}

// bigExp returns e**x: the Taylor series of x/2^k with |x/2^k| < 2^-8, squared k times.
func bigExp(x *big.Float) *big.Float {
	k := max(0, x.MantExp(nil)+8)
	x = new(big.Float).SetMantExp(bigProduct(x, bigFloat(1)), -k)
	sum, term := bigFloat(1), bigFloat(1)
	for n := 1.0; !negligible(term, sum); n++ {
		term = bigQuotient(bigProduct(term, x), bigFloat(n))
		sum = bigSum(sum, term)
	}
	for range k {
		sum = bigProduct(sum, sum)
	}
	return sum
}

// bigLog returns log(x): x = 2^k·z with z in [2/3, 4/3), and
// log z = 2·artanh((z−1)/(z+1)).
func bigLog(x *big.Float) *big.Float {
	z := new(big.Float)
	k := x.MantExp(z)
	if z.Cmp(big.NewFloat(2./3)) < 0 {
		z.SetMantExp(z, 1)
		k--
	}
	return bigSum(bigProduct(bigFloat(float64(k)), bigLn2), bigTwiceArtanh(z))
}

// bigLn2 is log 2 = log(4/3) + log(3/2).
var bigLn2 = bigSum(
	bigTwiceArtanh(bigQuotient(bigFloat(4), bigFloat(3))),
	bigTwiceArtanh(bigFloat(1.5)))

func bigTwiceArtanh(z *big.Float) *big.Float {
	u := bigQuotient(bigDifference(z, bigFloat(1)), bigSum(z, bigFloat(1)))
	square := bigProduct(u, u)
	power := bigProduct(u, bigFloat(2))
	sum, term := power, power
	for n := 3.0; !negligible(term, sum); n += 2 {
		power = bigProduct(power, square)
		term = bigQuotient(power, bigFloat(n))
		sum = bigSum(sum, term)
	}
	return sum
}

// bigPow returns x**y for x > 0.
func bigPow(x, y float64) *big.Float {
	return bigExp(bigProduct(bigFloat(y), bigLog(bigFloat(x))))
}

// bigDensity returns exp(−x²/2)/√(2π), with π from Machin's formula.
func bigDensity(x *big.Float) *big.Float {
	half := bigProduct(bigProduct(x, x), bigFloat(-0.5))
	return bigQuotient(bigExp(half), bigSqrtTwoPi)
}

var bigSqrtTwoPi = func() *big.Float {
	quarter := bigDifference(
		bigProduct(bigFloat(4), bigArctanInverse(5)), bigArctanInverse(239))
	return new(big.Float).SetPrec(referenceBits).Sqrt(bigProduct(bigFloat(8), quarter))
}()

// bigArctanInverse returns arctan(1/n).
func bigArctanInverse(n float64) *big.Float {
	power := bigQuotient(bigFloat(1), bigFloat(n))
	sum, term := power, power
	for odd := 3.0; !negligible(term, sum); odd += 2 {
		power = bigQuotient(power, bigFloat(-n*n))
		term = bigQuotient(power, bigFloat(odd))
		sum = bigSum(sum, term)
	}
	return sum
}

// bigNormCDF returns Φ(x): from 5 on Laplace's continued fraction for the
// tail, 1/(x + 1/(x + 2/(x + …))), and nearer the centre
// 1/2 + density·(x + x³/3 + x⁵/(3·5) + …).
func bigNormCDF(x float64) *big.Float {
	at := bigFloat(x)
	if math.Abs(x) < 5 {
		square := bigProduct(at, at)
		sum, term := at, at
		for odd := 3.0; !negligible(term, sum); odd += 2 {
			term = bigQuotient(bigProduct(term, square), bigFloat(odd))
			sum = bigSum(sum, term)
		}
		return bigSum(bigFloat(0.5), bigProduct(bigDensity(at), sum))
	}
	size := bigFloat(math.Abs(x))
	fraction := size
	for n := 250.0; n > 0; n-- {
		fraction = bigSum(size, bigQuotient(bigFloat(n), fraction))
	}
	tail := bigQuotient(bigDensity(at), fraction)
	if x > 0 {
		return bigDifference(bigFloat(1), tail)
	}
	return tail
}

// bigRelative returns |got − want|/|want|.
func bigRelative(got, want *big.Float) float64 {
	off, _ := bigQuotient(bigDifference(got, want), want).Float64()
	return math.Abs(off)
}

func TestReferenceKnowsItsConstants(t *testing.T) {
	for name, check := range map[string]struct {
		got  *big.Float
		want string // OEIS A001113, A002392, A231863
	}{
		"e":      {bigExp(bigFloat(1)), "2.71828182845904523536028747135266249775724709369995957"},
		"log 10": {bigLog(bigFloat(10)), "2.30258509299404568401799145468436420760110148862877298"},
		"φ(0)":   {bigDensity(bigFloat(0)), "0.398942280401432677939946059934381868475858631164934658"},
	} {
		t.Run(name, func(t *testing.T) {
			want, _, err := big.ParseFloat(check.want, 10, referenceBits, big.ToNearestEven)
			if err != nil {
				t.Fatal(err)
			}
			if off := bigRelative(check.got, want); off > 0x1p-170 {
				t.Errorf("off by %g of itself", off)
			}
		})
	}
}

func TestReferenceNormCDFAgreesWithItselfWhereItsTwoFormsMeet(t *testing.T) {
	below, above := bigNormCDF(math.Nextafter(-5, 0)), bigNormCDF(-5)
	step := bigProduct(bigDensity(bigFloat(-5)), bigFloat(math.Nextafter(-5, 0)+5))
	if off := bigRelative(bigDifference(below, step), above); off > 0x1p-90 {
		t.Errorf("off by %g of itself", off)
	}
}
