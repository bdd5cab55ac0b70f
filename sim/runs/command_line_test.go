package runs

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCommandLine(t *testing.T) {
	seed := uint64(7)
	for want, m := range map[string]*Manifest{
		"corridor run stated": {Program: "corridor", Command: "run", Request: Request{Scenario: "stated"}},
		"corridor ensemble my.yaml --with growth/high,investment/half --set 'projects.*.delay_months=12' --set a=1 --draws 500 --seed 7": {
			Program: "corridor", Command: "ensemble", Seed: &seed, Draws: 500,
			Request: Request{Scenario: "my.yaml", With: []string{"growth/high", "investment/half"}, Set: []string{"projects.*.delay_months=12", "a=1"}},
		},
		"corridor ensemble reference --draws 500 --seed 7 --precision 0.5% --shard 3/8": {
			Program: "corridor", Command: "shard", Seed: &seed, Draws: 500, Precision: 0.005, Shard: 3, Shards: 8, Request: Request{Scenario: "reference"},
		},
		"corridor ensemble reference --draws 500 --seed 7": {
			Program: "corridor", Command: "ensemble", Seed: &seed, Draws: 500, Precision: UsualPrecision, Request: Request{Scenario: "reference"},
		},
		`corridor run 'it'\''s here.yaml'`: {Program: "corridor", Command: "run", Request: Request{Scenario: "it's here.yaml"}},
	} {
		require.Equal(t, want, m.CommandLine())
	}
}
