package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
	"corridor/sim/tables"
)

type matrixOptions struct {
	overlayFlags
	outFlags
	strict             strictFlag
	growth, investment []string
	json               bool
}

// matrixSummary is how programs read a matrix.
type matrixSummary struct {
	Scenario       string      `json:"scenario" doc:"name of the scenario that all pairs vary"`
	Title          string      `json:"title" doc:"its name for readers"`
	Pairs          []matrixRow `json:"pairs" doc:"a row for each pair of a growth and an investment overlay, as in matrix.csv"`
	ShippersChoose bool        `json:"shippers_choose" doc:"whether a corridor that is faster or cheaper draws more cargo, and can turn away more of it"`
	Directory      string      `json:"directory" doc:"where the results are"`
	Files          []string    `json:"files" doc:"the files there"`
}

func newMatrixCommand() *cobra.Command {
	var opts matrixOptions
	c := &cobra.Command{
		Use:   "matrix [SCENARIO]",
		Short: "Run every growth overlay against every investment overlay",
		Long: `Run a scenario once for each pair of a growth and an investment overlay, and show
when cargo is first held back, when the target capacity is reached, and how much
cargo is turned away until then. Without the flags the pairs are those of the
scenario's levers; the results go to out/NAME-matrix, with the overlays chosen in its
name.` + exitStatus,
		Example: `  corridor matrix stated
  corridor matrix stated --growth low,stated,high --investment none,on-time,late-2-years
  corridor matrix stated --json`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMatrix(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "stated"))
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.outFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	addList(c.Flags(), &opts.growth, "growth", "growth overlays (default the scenario's lever growth)")
	addList(c.Flags(), &opts.investment, "investment", "investment overlays (default the scenario's lever investment)")
	c.Flags().BoolVar(&opts.json, "json", false, "print the matrix as JSON")
	return c
}

func runMatrix(ctx context.Context, stdout, stderr io.Writer, opts matrixOptions, name string) error {
	asked, err := opts.request(name)
	if err != nil {
		return err
	}
	plan, err := runs.NewMatrix(ctx, asked, opts.growth, opts.investment)
	if err != nil {
		return err
	}
	if err := opts.strict.warn(stderr, plan.Scenarios...); err != nil {
		return err
	}
	r, err := opts.do(ctx, plan, runs.NewRequest([]string{name}, opts.with, opts.set), alone(ctx, stderr))
	if err != nil {
		return err
	}
	if opts.json {
		return printJSON(stdout, matrixSummary{
			plan.Base.Name, plan.Base.Title, rowsOf[matrixRow](plan.Table), plan.ShippersChoose(), r.Directory(), outputsOf(r.Manifest),
		})
	}
	fmt.Fprintf(stdout, "%s (%s): growth against investment\n\n", plan.Base.Title, plan.Base.Name)
	if err := printMatrix(stdout, plan.Table); err != nil {
		return err
	}
	if plan.ShippersChoose() {
		fmt.Fprint(stdout, "\nShippers choose: a corridor that is faster or cheaper draws more cargo, and can turn away more of it.\n")
	}
	fmt.Fprint(stdout, "\nOf what is spent by the end of the last year: for works that come into use later, and for other\ntraffic in proportion to what passes the same segments. All is of expected futures.\n")
	printFiles(stdout, r.Directory(), r.Manifest)
	return nil
}

func printMatrix(w io.Writer, matrix *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Growth\tInvestment\tFirst held back\tTarget capacity\tTurned away until then\tof\tCarried in the last year\tSpent\tFor later\tFor others\tLeft to pay")
	fmt.Fprintln(t, "\t\t\t\tMt\tMt\tMt\tUSD m\tUSD m\tUSD m\tUSD m")
	orNever := func(month string) string {
		if month == "" {
			return "never"
		}
		return month
	}
	for row := range matrix.Len() {
		number := func(column tables.NumberColumn, decimals int) string {
			return fixed(column.Of(matrix)[row], decimals)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			tables.Matrix.Growth.Of(matrix)[row], tables.Matrix.Investment.Of(matrix)[row],
			orNever(tables.Matrix.FirstHeldBackMonth.Of(matrix)[row]), orNever(tables.Matrix.TargetMonth.Of(matrix)[row]),
			number(tables.Matrix.DivertedBeforeTargetMt, 2), number(tables.Matrix.OfferedBeforeTargetMt, 2),
			number(tables.Matrix.ThroughputEndMt, 2), number(tables.Matrix.CapexMUSD, 0),
			number(tables.Matrix.ForLaterMUSD, 0), number(tables.Matrix.ForOthersMUSD, 0), number(tables.Matrix.SpentAfterMUSD, 0))
	}
	return t.Flush()
}
