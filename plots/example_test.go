package plots_test

import (
	"bytes"
	"fmt"

	"corridor/plots"
	"corridor/sim/tables"
)

// A table to an SVG chart. The tables of a run are read with tables.ReadDir.
func Example() {
	annual := tables.New(tables.Annual)
	for i, carried := range []float64{4.5, 5.1, 5.8} {
		known := []any{"stated", 2024 + i, 6.0, 5.9, carried, 0.1, 0.0, 6.0, 6.0, 6.0, carried / 6, "aktau-port", "", "", 18.5, 2400.0, 21 * carried, 12.0, nil, 6.0}
		annual.Append(append(known, make([]any, len(annual.Schema.Columns)-len(known))...)...)
	}
	run := &tables.Package{Name: "stated", Title: "A corridor of one port", Tables: []*tables.Table{annual}}

	chart, _ := plots.Lookup("throughput")
	figure, err := chart.DrawAs(run, plots.Options{Lang: "ka", Size: plots.Paper})
	if err != nil {
		fmt.Println(err)
		return
	}
	var svg bytes.Buffer
	if err := figure.Write(&svg, plots.SVG); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(figure.Title())
	fmt.Println(bytes.HasPrefix(svg.Bytes(), []byte("<svg ")))
	// Output:
	// 2026 წელს დერეფანი გადაზიდავს 5,8 მლნ ტონას იმ 6,0 მლნ ტონიდან, რომელიც შეზღუდვის გარეშე მოვიდოდა
	// true
}

// Which of the charts can be drawn follows from the tables.
func ExampleChart_Possible() {
	run := &tables.Package{Tables: []*tables.Table{tables.New(tables.Annual)}}
	for _, chart := range plots.Charts {
		if chart.Possible(run) {
			fmt.Println(chart.Name)
		}
	}
	annual := run.Tables[0]
	annual.Append(append([]any{"stated", 2024, 6.0, 5.9, 4.5}, make([]any, len(annual.Schema.Columns)-5)...)...)
	run.Tables = append(run.Tables, tables.New(tables.Projects)) // a scenario may have none
	for _, chart := range plots.Charts {
		if chart.Possible(run) {
			fmt.Println(chart.Name)
		}
	}
	// Output:
	// throughput
	// additions
}
