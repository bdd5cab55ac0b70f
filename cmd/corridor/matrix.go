package main

import (
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/matrix"
	"corridor/sim/tables"
)

type matrixOptions struct {
	overlayFlags
	outFlags
	strict             strictFlag
	growth, investment []string
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
  corridor matrix stated --growth low,stated,high --investment none,on-time,late-2-years`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMatrix(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "stated"))
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	opts.strict.add(c)
	addList(c, &opts.growth, "growth", "growth overlays (default the scenario's lever growth)")
	addList(c, &opts.investment, "investment", "investment overlays (default the scenario's lever investment)")
	for _, group := range []string{"growth", "investment"} {
		_ = c.RegisterFlagCompletionFunc(group, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			inGroup := func(e scenarios.Entry) bool { return e.Group == group }
			return completeLibrary("", typed, inGroup), cobra.ShellCompDirectiveNoFileComp
		})
	}
	return c
}

func runMatrix(ctx context.Context, stdout, stderr io.Writer, opts matrixOptions, name string) error {
	asked, err := opts.request(name)
	if err != nil {
		return err
	}
	base, err := load(ctx, asked)
	if err != nil {
		return err
	}
	growth, err := leverOf(base, "growth", opts.growth)
	if err != nil {
		return err
	}
	investment, err := leverOf(base, "investment", opts.investment)
	if err != nil {
		return err
	}
	var loaded []*scenarios.Scenario
	var cells []manifestCell
	for _, g := range growth {
		for _, i := range investment {
			s, err := load(ctx, asked.And([]string{g, i}, nil))
			if err != nil {
				return err
			}
			loaded = append(loaded, s)
			cell := newCell(s, s.Name, shortName(g), shortName(i))
			cell.Variant = base.Variant // of all of them
			cells = append(cells, cell)
		}
	}
	if err := opts.strict.warn(stderr, loaded...); err != nil {
		return err
	}
	m := newManifest("matrix", base.Name, requested([]string{name}, opts.with, opts.set), cells, nil)
	to, formats, err := opts.place(opts.resultsOf(base.Name), m)
	if err != nil {
		return err
	}
	defer to.Close()
	matrix, content, err := simulateMatrix(ctx, base.Name, cells, formats)
	if err != nil {
		return err
	}
	m.Charts = formats
	if err := writeRun(to, m, content, nil); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s (%s): growth against investment\n\n", base.Title, base.Name)
	if err := printMatrix(stdout, matrix); err != nil {
		return err
	}
	if slices.ContainsFunc(base.Corridor.Markets, choosing) {
		fmt.Fprint(stdout, "\nShippers choose: a corridor that is faster or cheaper draws more cargo, and can turn away more of it.\n")
	}
	printFiles(stdout, to.String(), m)
	return nil
}

// resultsOf names the results: a choice of overlays stands in the name.
func (o *matrixOptions) resultsOf(scenario string) string {
	name := scenario + "-matrix"
	for _, chosen := range []struct {
		lever    string
		overlays []string
	}{{"growth", o.growth}, {"investment", o.investment}} {
		var short []string
		for _, overlay := range chosen.overlays {
			short = append(short, shortName(overlay))
		}
		if len(short) > 0 {
			name += "-" + chosen.lever + "-" + strings.Join(short, ",")
		}
	}
	return scenarios.FileName(name, mostResults)
}

// mostResults bounds the names of results of several scenarios in bytes.
const mostResults = 150

// leverOf returns the overlays to compare: those asked for, a short name being that of
// one in the scenario's lever or else in the group of that name, or those of the lever.
func leverOf(s *scenarios.Scenario, group string, asked []string) ([]string, error) {
	if len(asked) == 0 {
		if asked = s.Lever(group); len(asked) == 0 {
			return nil, usageError("%s has no lever %s; give --%s", s.Name, group, group)
		}
		return asked, nil
	}
	out := make([]string, len(asked))
	for i, name := range asked {
		out[i] = name
		if path.Dir(name) != "." || path.Ext(name) != "" {
			continue
		}
		out[i] = group + "/" + name
		lever := s.Lever(group)
		if own := slices.IndexFunc(lever, func(overlay string) bool { return shortName(overlay) == name }); own >= 0 {
			out[i] = lever[own]
		}
	}
	return out, nil
}

func shortName(overlay string) string {
	return path.Base(overlay[:len(overlay)-len(path.Ext(overlay))])
}

// simulateMatrix runs every cell from its effective scenario, so that the same
// function serves to verify.
func simulateMatrix(ctx context.Context, name string, cells []manifestCell, formats []string) (*tables.Table, files, error) {
	grid := matrix.New(name)
	var loaded []*scenarios.Scenario
	for _, cell := range cells {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		s, err := cell.parse()
		if err != nil {
			return nil, nil, err
		}
		result, err := runOf(s).RunContext(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", cell.Name, err)
		}
		if err := grid.Add(cell.Growth, cell.Investment, result); err != nil {
			return nil, nil, codedError{exitInvalid, fmt.Errorf("%s: %w", cell.Name, err)}
		}
		loaded = append(loaded, s)
	}
	described := packageOf(loaded[0], []*tables.Table{grid.Table}, loaded[1:]...)
	described.Name = name
	described.Tables = slices.DeleteFunc(described.Tables, func(t *tables.Table) bool {
		return t.Schema == tables.Figures.Schema // which are of one cell alone
	})
	content, err := renderPackage(ctx, described, formats)
	return grid.Table, content, err
}

func printMatrix(w io.Writer, matrix *tables.Table) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Growth\tInvestment\tFirst held back\tTarget capacity\tTurned away until then\tof\tCarried in the last year\tSpent\tLeft for later")
	fmt.Fprintln(t, "\t\t\t\tMt\tMt\tMt\tUSD m\tUSD m")
	orNever := func(month string) string {
		if month == "" {
			return "never"
		}
		return month
	}
	for row := range matrix.Len() {
		number := func(column string, decimals int) string {
			return fixed(matrix.Numbers(column)[row], decimals)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
			matrix.Text("growth")[row], matrix.Text("investment")[row],
			orNever(matrix.Text("first_held_back_month")[row]), orNever(matrix.Text("target_month")[row]),
			number("diverted_before_target_mt", 2), number("offered_before_target_mt", 2),
			number("throughput_end_mt", 2), number("capex_musd", 0), number("spent_after_musd", 0))
	}
	return t.Flush()
}

// choosing reports whether a market's cargo can go another way than the corridor, and
// does as that is cheaper.
func choosing(m model.Market) bool {
	return m.Sensitivity > 0 && slices.ContainsFunc(m.Routes, func(r model.Route) bool { return r.Rival })
}
