package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func newRoutesCommand() *cobra.Command {
	var segments bool
	c := scenarioCommand(&cobra.Command{
		Use:   "routes SCENARIO",
		Short: "List the routes of every market: cost, days, share",
		Long: `List the markets of a scenario with the routes they choose from: cost, free-flow
days and generalised cost in the first month, and the share in the base year.
Routes outside the corridor are marked as rivals.` + exitStatus,
		Example: "  corridor routes reference --segments",
	}, func(w io.Writer, s *scenarios.Scenario) error {
		result, err := runs.Expected(s).Run()
		if err != nil {
			return err
		}
		return printRoutes(w, result.Routes, segments)
	})
	c.Flags().BoolVar(&segments, "segments", false, "list the segments of each route too")
	return c
}

func printRoutes(w io.Writer, routes *tables.Table, segments bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	number := func(row int, column string, decimals int) string {
		return fixed(routes.Numbers(column)[row], decimals)
	}
	market := ""
	for row := range routes.Len() {
		if now := routes.Text("market")[row]; now != market {
			if market != "" {
				fmt.Fprintln(t)
			}
			market = now
			fmt.Fprintf(t, "%s (%s)\t%s\tUSD/t\tDays\tGeneralised USD/t\tShare %%\t\n", routes.Text("market_title")[row], market, routes.Text("cargo_title")[row])
		}
		rival := ""
		if routes.Text("rival")[row] == "true" {
			rival = "rival"
		}
		share := fixed(100*routes.Numbers("base_share")[row], 2)
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t\n", routes.Text("route")[row], rival,
			number(row, "cost_usd_per_t", 0), number(row, "days", 1), number(row, "generalised_cost_usd_per_t", 0), share)
		if path := routes.Text("segments")[row]; segments && path != "" {
			fmt.Fprintf(t, "    %s\n", strings.ReplaceAll(path, ">", " → "))
		}
	}
	return t.Flush()
}
