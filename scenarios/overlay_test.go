package scenarios

import "testing"

// A capacity given in another way takes the place of the one that is taken away.
func TestRemoveAndReplace(t *testing.T) {
	over := "overlay: trains\nsegments: {border: {capacity: {fixed_mt_per_year: null, rail: {trains_per_day: 5, net_tonnes: 2000}}}}\n"
	file := t.TempDir() + "/trains.yaml"
	write(t, file, over)
	s, err := Load(Request{Scenario: "teaching", With: []string{file}})
	if err != nil {
		t.Fatal(err)
	}
	if rail := s.Corridor.Segments[2].Supply.Rail; rail.TrainsPerDay != 5 {
		t.Errorf("got %v", rail)
	}
}
