package tables

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// near is a vocabulary of two figures that another scenario has too.
func near(values map[string]float64) (Vocabulary, func(*Word) float64) {
	find := func(text string) *Word {
		for _, name := range []string{"carried", "queue"} {
			if len(text) >= len(name) && text[:len(name)] == name {
				return &Word{Name: name}
			}
		}
		return nil
	}
	return Vocabulary{
			Find: find,
			Scenario: func(text string) string {
				if len(text) >= 4 && text[:4] == "base" {
					return "base"
				}
				return ""
			},
			Elsewhere: func(of *Word, scenario string) *Word { return &Word{Name: of.Name + " in " + scenario} },
		}, func(w *Word) float64 {
			if v, known := values[w.Name]; known {
				return v
			}
			return math.NaN()
		}
}

func TestWithin(t *testing.T) {
	vocabulary, value := near(map[string]float64{"carried": 5, "carried in base": 5.1, "queue": 1, "queue in base": 2, "none in base": 0})
	for _, c := range []struct {
		condition    string
		holds, known bool
	}{
		{"carried within 2 % of base", true, true}, // 0.1 of 5.1 is 1.96 %
		{"carried within 1.9 % of base", false, true},
		{"carried within 0.1 of base", true, true}, // rounding alone
		{"carried within 0.09 of base", false, true},
		{"carried + queue within 1 of base", false, true}, // 6 and 7.1
		{"carried + queue within 1.1 of base", true, true},
		{"carried within 10 % of 5.5", true, true},
		{"carried within 5 of 2 * queue + 3", true, true},
		{"carried within 1 of base and queue < 50 %", false, true},
		{"not (queue within 0.5 of base)", true, true},
		{"queue / 0 within 1 of base", false, false},
	} {
		parsed, err := vocabulary.Parse(c.condition)
		require.NoError(t, err, c.condition)
		holds, known := parsed.Holds(value)
		require.Equal(t, c.holds, holds, c.condition)
		require.Equal(t, c.known, known, c.condition)
	}
	for _, wrong := range []string{"carried within base", "carried within 2 %", "carried within 2 % of", "carried within 2 base", "5 within", "carried within 2 % of 5 within 2 % of 5"} {
		_, err := vocabulary.Parse(wrong)
		require.Error(t, err, wrong)
	}
	_, err := ParseCondition("carried within 2 % of 5", vocabulary.Find)
	require.ErrorContains(t, err, "expected a comparison", "where there are no scenarios")
}

func TestPercent(t *testing.T) {
	e, err := ParseExpression("95 % - 5%*2 + 1", nil)
	require.NoError(t, err)
	require.InDelta(t, 1.85, e.Eval(nil), 1e-12)
	for _, wrong := range []string{"%", "95 % %", "throughput_mt %", "(95) %"} {
		_, err := ParseExpression(wrong, nil)
		require.Error(t, err, wrong)
	}
}

// Values that differ by rounding alone are the same to every comparison.
func TestSameByRounding(t *testing.T) {
	vocabulary, value := near(map[string]float64{"carried": 0.1 + 0.2})
	for condition, holds := range map[string]bool{
		"carried == 0.3": true, "carried != 0.3": false, "carried <= 0.3": true, "carried > 0.3": false, "carried >= 0.3": true, "carried < 0.3": false,
		"carried > 0.29": true, "carried < 0.31": true, "carried == 0.300001": false,
	} {
		c, err := vocabulary.Parse(condition)
		require.NoError(t, err)
		got, known := c.Holds(value)
		require.True(t, known)
		require.Equal(t, holds, got, condition)
	}
}
