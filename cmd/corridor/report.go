package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/plots"
	"corridor/plots/report"
	"corridor/sim/disk"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// The formats of a report.
const (
	formatHTML = "html"
	formatPDF  = "pdf"
)

type reportOptions struct {
	out, title, format, lang string
}

func newReportCommand() *cobra.Command {
	var opts reportOptions
	c := &cobra.Command{
		Use:   "report RUNDIR …",
		Short: "Make one HTML page of results to hand on: it needs no network and prints",
		Long: `Make one self-contained HTML page from the tables of run directories. The first page
answers: how the target comes out, what is carried, what it is worth, what to do and how
sure that is, with the map, the fan, and costs against tonnes. Then come targets, key
figures, the years, charts, where cargo is held back, assumptions with sources, method,
the tables to download, and an annex with the hashes. The model is not run: what the
results given do not say, the page names the command for.
The page is about the first directory; an ensemble of the same scenario adds how sure its
figures are, an appraisal what each project brings, plans which to carry out, evidence what
the figures rest on, a sensitivity analysis which uncertainties matter, a hindcast how far
the model can be believed; other runs are compared with it. The page of one directory
goes to RUNDIR/report.html, whose manifest is brought up to date; of several, to the file
--out. With --format pdf Chromium, Chrome or Edge, where one is installed, prints the same
page on A4, tagged and with bookmarks; the page itself prints so from any browser.` + exitStatus,
		Example: `  corridor report out/stated
  corridor report out/reference out/reference-ensemble out/reference-appraisal out/reference-plan --out reference.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runReport(cmd.Context(), cmd.OutOrStdout(), opts, args)
		},
	}
	c.Flags().StringVar(&opts.out, "out", "", "file for the page (default RUNDIR/report.html; needed for several directories)")
	c.Flags().StringVar(&opts.title, "title", "", "title of the page (default what the target comes to)")
	c.Flags().StringVar(&opts.lang, "lang", plots.Languages[0], "language of the page: "+strings.Join(plots.Languages, ", "))
	c.Flags().StringVar(&opts.format, "format", formatHTML, "format: html, or pdf, for which a browser that is installed prints the page")
	return c
}

func runReport(ctx context.Context, stdout io.Writer, opts reportOptions, dirs []string) error {
	if opts.title != tables.ShownInLine(opts.title) {
		return usageError("--title %s has control characters, expected a text of one line", tables.ShownInLine(opts.title))
	}
	switch {
	case !slices.Contains(plots.Languages, opts.lang):
		return usageError("there is no language %q; valid: %s", opts.lang, strings.Join(plots.Languages, ", "))
	case opts.format != formatHTML && opts.format != formatPDF:
		return usageError("there is no format %q; valid: %s, %s", opts.format, formatHTML, formatPDF)
	case opts.format == formatPDF && opts.out == "":
		return usageError("a PDF is no part of a run directory, as a browser never makes the same bytes again: give --out FILE.pdf")
	}
	browser := ""
	if opts.format == formatPDF {
		if browser = report.Browser(); browser == "" {
			return report.ErrNoBrowser
		}
	}
	if len(dirs) > 1 && opts.out == "" {
		return usageError("a report of several directories belongs to none of them: give --out FILE.html")
	}
	if len(dirs) > report.MostRuns {
		return usageError("a report compares at most %d directories, got %d", report.MostRuns, len(dirs))
	}
	var about []report.Run
	var seen []string
	for _, dir := range dirs {
		if slices.Contains(seen, filepath.Clean(dir)) {
			return usageError("%s is given twice", dir)
		}
		seen = append(seen, filepath.Clean(dir))
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := runs.ReadFinished(ctx, dir)
		if err != nil {
			return err
		}
		about = append(about, reported(f))
	}
	page, err := writeReport(about, opts.title, opts.lang, notesOf(ctx))
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	file := opts.out
	if file == "" {
		file = filepath.Join(dirs[0], runs.ReportFile)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return usageError("%s is a directory, expected a file for the page", file)
	}
	if browser != "" {
		if page, err = report.Print(ctx, browser, page); err != nil {
			return err
		}
	}
	if browser == "" && len(dirs) == 1 && samePath(file, filepath.Join(dirs[0], runs.ReportFile)) {
		err = runs.AddReport(dirs[0], page, opts.title, strings.TrimPrefix(opts.lang, plots.Languages[0]), about[0].Manifest.Outputs)
	} else {
		err = disk.Replace(file, page)
	}
	if err == nil {
		_, err = fmt.Fprintln(stdout, file)
	}
	return err
}
