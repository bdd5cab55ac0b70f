package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/tables"
)

func newRoutesCommand() *cobra.Command {
	var segments, asJSON bool
	c := scenarioCommand(&cobra.Command{
		Use:   "routes SCENARIO",
		Short: "List the routes of every market: cost, days, share",
		Long: `List the markets of a scenario with the routes they choose from: cost, free-flow
days and generalised cost in the first month, and the share in the base year.
Routes outside the corridor are marked as rivals.` + exitStatus,
		Example: "  corridor routes reference --segments",
	}, func(w io.Writer, s *scenarios.Scenario) error {
		run := s.Run()
		run.Wanted = []tables.Described{tables.Routes}
		result, err := run.Run()
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(w, rowsOf[routeRow](result.Routes))
		}
		return printRoutes(w, result.Routes, segments)
	})
	c.Flags().BoolVar(&segments, "segments", false, "list the segments of each route too")
	c.Flags().BoolVar(&asJSON, "json", false, "print the routes as JSON, with their segments")
	return c
}

func printRoutes(w io.Writer, routes *tables.Table, segments bool) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	number := func(row int, column tables.NumberColumn, decimals int) string {
		return fixed(column.Of(routes)[row], decimals)
	}
	market := ""
	for row := range routes.Len() {
		if now := tables.Routes.Market.Of(routes)[row]; now != market {
			if market != "" {
				fmt.Fprintln(t)
			}
			market = now
			fmt.Fprintf(t, "%s (%s)\t%s\tUSD/t\tDays\tGeneralised USD/t\tShare %%\t\n", tables.Routes.MarketTitle.Of(routes)[row], market, tables.Routes.CargoTitle.Of(routes)[row])
		}
		rival := ""
		if tables.Routes.Rival.True(routes, row) {
			rival = "rival"
		}
		share := fixed(100*tables.Routes.BaseShare.Of(routes)[row], 2)
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\t\n", tables.Routes.Route.Of(routes)[row], rival,
			number(row, tables.Routes.CostUSDPerT, 0), number(row, tables.Routes.Days, 1), number(row, tables.Routes.GeneralisedCostUSDPerT, 0), share)
		if path := tables.Routes.Segments.Of(routes)[row]; segments && path != "" {
			fmt.Fprintf(t, "    %s\n", strings.ReplaceAll(path, ">", " → "))
		}
	}
	return t.Flush()
}
