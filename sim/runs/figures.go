package runs

import (
	"strconv"
	"strings"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// figuresOf lists the numbers a scenario is made of, in the order of its file.
func figuresOf(s *scenarios.Scenario) *tables.Table {
	t := tables.New(tables.Figures)
	figures := s.Figures()
	for i := range figures {
		f := &figures[i]
		t.Append(s.Name, f.Path, numberOrNone(f.Value), f.Unit, numberOrNone(f.Low), numberOrNone(f.High),
			f.Kind(), strings.Join(f.Works(), ";"), f.Known, f.Note)
	}
	return t
}

// numberOrNone reads a number of a checked scenario, nil where none is given.
func numberOrNone(text string) any {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	return v
}
