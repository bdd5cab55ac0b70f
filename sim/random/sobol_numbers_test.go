package random

import "testing"

// TestJoeKuoTable checks what is published about the table: every primitive
// polynomial in the order of degree and coefficients, odd initial numbers below
// 2^k, and in any number of dimensions d Sobol's property A, by which the first
// 2^d draws fall into different ones of the 2^d boxes that halve every
// dimension.
func TestJoeKuoTable(t *testing.T) {
	row := 0
	for degree := 1; row < len(joeKuo); degree++ {
		for coefficients := 0; coefficients < 1<<(degree-1) && row < len(joeKuo); coefficients++ {
			if !isPrimitive(1<<degree|coefficients<<1|1, degree) {
				continue
			}
			got := joeKuo[row]
			if int(got.coefficients) != coefficients || len(got.initial) != degree {
				t.Errorf("row %d: coefficients %d of degree %d, want %d of %d", row, got.coefficients, len(got.initial), coefficients, degree)
			}
			for k, m := range got.initial {
				if m%2 == 0 || int(m) >= 2<<k {
					t.Errorf("row %d: initial number %d is %d", row, k+1, m)
				}
			}
			row++
		}
	}
	// Row i is the first digit of dimension i, as a sum of digits of the draw;
	// 128 of them need more digits than a draw has, so the recurrence goes on.
	rows := make([][]bool, len(joeKuo)+1)
	for i := range rows {
		rows[i] = firstDigits(i, len(rows))
	}
	if !leadingMinorsAreOne(rows) {
		t.Error("property A does not hold")
	}
}

// isPrimitive reports whether the powers of x modulo a polynomial over two
// elements run through all 2^degree − 1 others before they come back to 1.
func isPrimitive(polynomial, degree int) bool {
	period := 0
	for power := 1; ; {
		power <<= 1
		if power>>degree == 1 {
			power ^= polynomial
		}
		period++
		if power == 1 {
			return period == 1<<degree-1
		}
		if period > 1<<degree {
			return false
		}
	}
}

// firstDigits returns the first binary digit of n direction numbers of a
// dimension. In the recurrence the number of degree steps before is also moved
// down by degree digits, so that all digits are kept.
func firstDigits(dimension, n int) []bool {
	first := make([]bool, n)
	if dimension == 0 {
		first[0] = true
		return first
	}
	row := joeKuo[dimension-1]
	degree := len(row.initial)
	numbers := make([][]bool, n) // digits from the first down
	for k := range numbers {
		numbers[k] = make([]bool, n)
		if k < degree {
			for digit := range k + 1 {
				numbers[k][digit] = row.initial[k]>>(k-digit)&1 == 1
			}
		} else {
			for digit := range numbers[k] {
				one := numbers[k-degree][digit]
				if digit >= degree {
					one = one != numbers[k-degree][digit-degree]
				}
				for j := 1; j < degree; j++ {
					if row.coefficients>>(degree-1-j)&1 == 1 {
						one = one != numbers[k-j][digit]
					}
				}
				numbers[k][digit] = one
			}
		}
		first[k] = numbers[k][0]
	}
	return first
}

// leadingMinorsAreOne reports whether the first d rows and columns of a matrix
// of binary digits are regular for every d: elimination needs no exchange.
func leadingMinorsAreOne(rows [][]bool) bool {
	for d := range rows {
		if !rows[d][d] {
			return false
		}
		for i := d + 1; i < len(rows); i++ {
			if rows[i][d] {
				for k := d; k < len(rows); k++ {
					rows[i][k] = rows[i][k] != rows[d][k]
				}
			}
		}
	}
	return true
}
