package scenarios

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
)

// TestHazards compiles one hazard of each kind.
func TestHazards(t *testing.T) {
	s, err := Load(Request{Scenario: "../testdata/good/everything.yaml"})
	require.NoError(t, err)
	lasting := func(rate, shortest, longest float64) model.Events {
		return model.Events{PerYear: rate, Lasting: model.Days{Shortest: shortest, Longest: longest}}
	}
	strike := lasting(0.5, 2, 9)
	strike.In[2], strike.In[3] = true, true
	line, ships, port, north := 0, 1, 2, 3
	require.Equal(t, "line", s.Corridor.Segments[line].Name)
	require.Equal(t, []model.Hazard{
		{Name: "storm-season", Kind: model.StormClosure, Segments: []int{ships, north}, Spells: model.Days{Shortest: 1, Longest: 7}},
		{Name: "sea-level", Kind: model.LevelWalk, SDMPerYear: 0.1},
		{Name: "strike", Kind: model.Outage, Segments: []int{port}, Events: strike, Severity: 0.8, Contained: true},
		{Name: "fever", Kind: model.MarketShock, Markets: []int{2}, Events: lasting(0.2, 30, 90), Factor: 1.4},
		{Name: "sea-blocked", Kind: model.RivalShock, Rivals: []int{0}, Events: lasting(0.3, 10, 60), AddUSDPerT: 30, AddDays: 6},
	}, s.Corridor.Hazards)
}

// TestHazardSetter: a number put into the compiled corridor is the one compiled.
func TestHazardSetter(t *testing.T) {
	const file = "../testdata/good/everything.yaml"
	s, err := Load(Request{Scenario: file})
	require.NoError(t, err)
	for path, value := range map[string]string{
		"hazards.sea-level.level.sd_m_per_year":        "0.2",
		"hazards.strike.outage.rate_per_year":          "0.9",
		"hazards.strike.outage.severity":               "0.3",
		"hazards.fever.shock.factor":                   "1.7",
		"hazards.sea-blocked.shock.add_cost_usd_per_t": "45",
		"hazards.sea-blocked.shock.add_days":           "12",
	} {
		set, err := s.Setter(path)
		require.NoError(t, err, path)
		direct := s.Corridor.Clone()
		v, _ := strconv.ParseFloat(value, 64)
		set(&direct, v)
		compiled, err := Load(Request{Scenario: file, Set: []string{path + "=" + value}})
		require.NoError(t, err, path)
		require.Equal(t, compiled.Corridor.Hazards, direct.Hazards, path)
		require.NotEqual(t, s.Corridor.Hazards, direct.Hazards, path)
	}
	for _, path := range []string{
		"hazards.nothing.outage.severity", "hazards.strike.shock.factor", "hazards.strike.outage.longest_days",
		"hazards.storm-season.closure.longest_days", "hazards.storm-season.level.sd_m_per_year", "hazards.fever.shock.severity", "hazards.fever.outage.rate_per_year",
	} {
		_, err := s.Setter(path)
		require.ErrorContains(t, err, path)
	}
}

// TestHazardsCanBeLeftOut: an overlay takes one away, or all.
func TestHazardsCanBeLeftOut(t *testing.T) {
	all, err := Load(Request{Scenario: "reference"})
	require.NoError(t, err)
	require.NotEmpty(t, all.Corridor.Hazards)
	s, err := Load(Request{Scenario: "reference", With: []string{"shock/none"}})
	require.NoError(t, err)
	require.Empty(t, s.Corridor.Hazards)
	all.Corridor.Hazards = nil
	require.Equal(t, all.Corridor, s.Corridor)
}
