package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/sim/findings"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func newIndicatorsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "indicators RUNDIR…",
		Short: "Say how safe, efficient and sustainable runs are, by year",
		Long: `Read from the tables of run directories how steady and open the corridor is, what it
holds back and turns away, what it takes in days and money, and what it emits, by year.
The model is not run. What is not in the model is not among the indicators: accidents,
theft and damage, empty boxes, and what ways outside the corridor emit. sim/README.md
has how each is worked out.` + exitStatus,
		Example: "  corridor indicators out/reference out/sea-first",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runIndicators(cmd.Context(), cmd.OutOrStdout(), asJSON, args)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the indicators as JSON")
	return c
}

// yearOfIndicators is how programs read a year; what has no value is null.
type yearOfIndicators struct {
	Scenario    string   `json:"scenario" doc:"name of the scenario"`
	Year        int      `json:"year" doc:"calendar year"`
	Steady      *float64 `json:"steady_months" doc:"share of the months in which no segment held cargo back"`
	Open        *float64 `json:"open_share" doc:"share of the time that services at sea were open"`
	HeldBack    *float64 `json:"held_back_share" doc:"cargo held back over what came"`
	TurnedAway  *float64 `json:"turned_away_share" doc:"cargo turned away over what came"`
	Days        *float64 `json:"transit_days" doc:"mean door-to-door time" unit:"d"`
	USDPerT     *float64 `json:"cost_usd_per_t" doc:"mean transport cost" unit:"USD/t"`
	Utilisation *float64 `json:"utilisation" doc:"throughput over capacity"`
	KgPerT      *float64 `json:"kg_co2e_per_t" doc:"emissions by tonne carried" unit:"kg CO2e/t"`
	GramsPerTkm *float64 `json:"g_co2e_per_tkm" doc:"emissions by tonne and kilometre" unit:"g CO2e per tonne-km"`
}

func runIndicators(ctx context.Context, w io.Writer, asJSON bool, dirs []string) error {
	all := []yearOfIndicators{}
	for n, dir := range dirs {
		p, _, err := runs.ReadTables(ctx, dir)
		if err != nil {
			return err
		}
		for _, needed := range findings.Needed() {
			if p.Table(needed) == nil {
				return fmt.Errorf("%s has no %s, expected the directory of corridor run", dir, needed.Describe().File())
			}
		}
		years := findings.IndicatorsOf(p)
		for i := range years {
			y := &years[i]
			all = append(all, yearOfIndicators{
				p.Name, y.Year, numberOrNil(y.SteadyMonths), numberOrNil(y.OpenShare), numberOrNil(y.HeldBack), numberOrNil(y.TurnedAway),
				numberOrNil(y.Days), numberOrNil(y.USDPerT), numberOrNil(y.Utilisation), numberOrNil(y.KgPerT), numberOrNil(y.GramsPerTkm),
			})
		}
		if asJSON {
			continue
		}
		if n > 0 {
			fmt.Fprintln(w)
		}
		if err := printIndicators(w, p, years); err != nil {
			return err
		}
	}
	if asJSON {
		return printJSON(w, all)
	}
	return nil
}

func printIndicators(w io.Writer, p *tables.Package, years []findings.Indicators) error {
	fmt.Fprintf(w, "%s (%s)\n\n", p.Title, p.Name)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tSafe\t\t\t\tEfficient\t\t\tSustainable\t\t")
	fmt.Fprintln(t, "Year\tSteady\tOpen\tHeld back\tTurned away\tDays\tUSD/t\tUse\tCO2e kg/t\tg/tkm\t")
	fmt.Fprintln(t, "\t% of months\t% at sea\t%\t%\t\t\t%\t\t\t")
	for i := range years {
		y := &years[i]
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", y.Year, fixed(100*y.SteadyMonths, 0), fixed(100*y.OpenShare, 0), fixed(100*y.HeldBack, 1),
			fixed(100*y.TurnedAway, 1), fixed(y.Days, 1), fixed(y.USDPerT, 0), fixed(100*y.Utilisation, 0), fixed(y.KgPerT, 0), fixed(y.GramsPerTkm, 1))
	}
	return t.Flush()
}
