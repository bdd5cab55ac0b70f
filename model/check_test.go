package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCheck breaks a sound corridor in one place at a time.
func TestCheck(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		want string
		harm func(*Corridor)
	}{
		{"at least one month", func(c *Corridor) { c.Months = 0 }},
		{"segment corridor: storage", func(c *Corridor) { c.Segments[0].StorageMt = nan }},
		{"segment corridor: storage", func(c *Corridor) { c.Segments[0].StorageMt = -1 }},
		{"finite number", func(c *Corridor) { c.Segments[0].Effectiveness = inf }},
		{"finite number", func(c *Corridor) { c.Segments[0].Congestion.Alpha = nan }},
		{"finite number", func(c *Corridor) { c.Segments[0].Supply.Fixed.MtPerYear[0] = -1 }},
		{"1 years with 0 capacities", func(c *Corridor) { c.Segments[0].Supply.Fixed.MtPerYear = nil }},
		{"round trip of 0 days", func(c *Corridor) { c.Segments[0].Supply = Supply{Fleet: Fleet{Vessels: 2}} }},
		{"from 0 to 1", func(c *Corridor) { c.Segments[0].Availability[3] = 1.1 }},
		{"open in no month", func(c *Corridor) {
			c.Segments[0].IncludesWeather, c.Segments[0].Availability = true, always(0)
		}},
		{"at least 0", func(c *Corridor) { c.Segments[0].CatchUp = -0.1 }},
		{"cargo class boxes", func(c *Corridor) { c.Classes = []Class{{Name: "boxes", EmptyReturn: 1.2}} }},
		{"more than 5 cargo classes go both ways", func(c *Corridor) {
			for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
				c.Classes = append(c.Classes, Class{name, 1, 1})
				west := market("west", 1, route("corridor", 1, 0))
				west.Cargo = name
				east := west
				east.Eastbound = true
				c.Markets = append(c.Markets, west, east)
			}
		}},
		{"has no route", func(c *Corridor) { c.Markets[0].Routes = nil }},
		{"growth needs", func(c *Corridor) { c.Markets[0].Growth.Years = nil }},
		{"growth needs", func(c *Corridor) { c.Markets[0].Growth.Years = []int{2024, 2025} }},
		{"finite number", func(c *Corridor) { c.Markets[0].Growth.MtPerYear[0] = inf }},
		{"finite number", func(c *Corridor) { c.Markets[0].Season[11] = nan }},
		{"from 0 to 1", func(c *Corridor) { c.Markets[0].GiveUp = 2 }},
		{"from 0 to 1", func(c *Corridor) { c.Markets[0].Inertia = nan }},
		{"add to 0.89", func(c *Corridor) { c.Markets[0].Routes[1].Share = 0.3 }},
		{"add to 0,", func(c *Corridor) { c.Markets[0].Routes = []Route{route("corridor", 0, 0)} }},
		{"1 segments with 2 weights", func(c *Corridor) { c.Markets[0].Routes[0].Weights = []float64{1, 1} }},
		{"passes no segment", func(c *Corridor) { c.Markets[0].Routes[1].Rival = false }},
		{"weight 0", func(c *Corridor) { c.Markets[0].Routes[0].Weights[0] = 0 }},
		{"finite number", func(c *Corridor) { c.Markets[0].Routes[0].Weights[0] = inf }},
		{"segment 1 with", func(c *Corridor) { c.Markets[0].Routes[0].Segments[0] = 1 }},
		{"twice", func(c *Corridor) { c.Markets[0].Routes[0] = route("corridor", 0.6, 0, 0) }},
		{"unknown segment", func(c *Corridor) { c.Projects[0].Changes[0].Segment = 1 }},
		{"unknown segment or quantity", func(c *Corridor) { c.Projects[0].Changes[0].Quantity = quantities }},
		{"finite number", func(c *Corridor) { c.Projects[0].Changes[0].Add = nan }},
		{"finite number", func(c *Corridor) { c.Projects[0].DelayFactor = -1 }},
		{"requires an unknown", func(c *Corridor) { c.Projects[0].Requires = []int{1} }},
		{"requires itself", func(c *Corridor) { c.Projects[0].Requires = []int{0} }},
		{"unknown segment, market or rival", func(c *Corridor) { c.Shocks = []Shock{{Segment: 1, Market: -1}} }},
		{"finite number", func(c *Corridor) { c.Shocks = []Shock{{Segment: -1, Market: 0, Factor: nan}} }},
	} {
		c := single()
		c.Projects = []Project{{Name: "port", Changes: []Change{{Segment: 0, Quantity: Capacity, Add: 1}}}}
		_, err := New(c)
		require.NoError(t, err)
		test.harm(&c)
		_, err = New(c)
		require.ErrorContains(t, err, test.want)
	}
}

// TestCheckWritesNothing: the values of a market may be the head of a longer
// list that others read.
func TestCheckWritesNothing(t *testing.T) {
	forecast := []float64{5, 6, 7}
	c := single()
	c.Markets[0].Growth.MtPerYear = forecast[:1]
	must(c)
	require.Equal(t, []float64{5, 6, 7}, forecast)
}
