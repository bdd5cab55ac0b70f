package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"corridor/plots/explore"
	"corridor/plots/explore/engine"
	"corridor/scenarios"
	"corridor/sim/disk"
	"corridor/sim/explorer"
	"corridor/sim/runs"
)

type exploreOptions struct {
	overlayFlags
	out    string
	strict strictFlag
}

func newExploreCommand() *cobra.Command {
	var opts exploreOptions
	c := &cobra.Command{
		Use:   "explore [SCENARIO …]",
		Short: "Make one HTML page with the model in it, to try scenarios by hand",
		Long: `Make one HTML page that holds the model itself and one or more scenarios, with a lever
for each that the scenario declares under levers, and for every project and measure whether it
goes ahead and how late it is. The charts follow. The page opens from disk and needs no network;
its figures are those of corridor run with the same values, to the last bit, and it writes the
command that gives them.` + exitStatus,
		Example: `  corridor explore reference stated
  corridor explore my.yaml --out mine.html`,
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"reference"}
			}
			return runExplore(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	c.Flags().StringVar(&opts.out, "out", "explorer.html", "file for the page")
	return c
}

// mostExplored is how many scenarios one page has.
const mostExplored = 12

func runExplore(ctx context.Context, stdout, stderr io.Writer, opts exploreOptions, words []string) error {
	if len(words) > mostExplored {
		return usageError("a page holds at most %d scenarios, got %d", mostExplored, len(words))
	}
	if info, err := os.Stat(opts.out); err == nil && info.IsDir() {
		return usageError("%s is a directory, expected a file for the page", opts.out)
	}
	var loaded []*scenarios.Scenario
	for _, word := range words {
		s, err := opts.load(ctx, word)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(loaded, func(other *scenarios.Scenario) bool { return other.Name == s.Name }) {
			return usageError("two scenarios are called %s, expected names that differ", s.Name)
		}
		loaded = append(loaded, s)
	}
	if err := opts.strict.warn(stderr, loaded...); err != nil {
		return err
	}
	if engine.Shape() != explorer.Shape() {
		return errors.New("the model for the page is not of these sources: go generate ./plots/explore/engine")
	}
	parts := explore.Parts{Version: runs.Version, Engine: engine.Script(), Program: engine.Program}
	for i, s := range loaded {
		if err := ctx.Err(); err != nil {
			return err
		}
		asked, err := opts.request(words[i])
		if err != nil {
			return err
		}
		e, err := s.Explorer(runs.RecordedWord(asked.String()))
		if err != nil {
			return codedError{exitInvalid, err}
		}
		shown, err := explored(s, e)
		if err != nil {
			return err
		}
		parts.Scenarios = append(parts.Scenarios, shown)
	}
	var page bytes.Buffer
	if err := explore.Write(&page, parts); err != nil {
		return codedError{exitInvalid, err}
	}
	if err := disk.Replace(opts.out, page.Bytes()); err != nil {
		return err
	}
	_, err := fmt.Fprintln(stdout, opts.out)
	return err
}

// explored describes a scenario to the page.
func explored(s *scenarios.Scenario, e *scenarios.Explorer) (explore.Scenario, error) {
	sum := sha256.Sum256([]byte(s.Effective()))
	first, n := s.Corridor.Years()
	years := make([]int, n)
	for i := range years {
		years[i] = first + i
	}
	corridor, err := squeezed(explorer.Append(nil, e.Corridor))
	named := namer(s)
	out := explore.Scenario{
		Name: s.Name, Hash: hex.EncodeToString(sum[:]), Title: named(s.Heading()), Years: years, Question: named(s.Question), Corridor: corridor,
		Levers: []explore.Lever{}, Nodes: []explore.Node{}, Projects: []explore.Project{}, Targets: []explore.Target{}, Observed: happened(s),
	}
	c := &s.Corridor
	projects := map[string]*explore.Project{}
	for i := range c.Projects {
		name := c.Projects[i].Name
		out.Projects = append(out.Projects, explore.Project{Name: name, Title: named(s.Labels.Project(name))})
	}
	for i := range out.Projects {
		projects[out.Projects[i].Name] = &out.Projects[i]
	}
	for i := range e.Levers {
		l := &e.Levers[i]
		shown := explore.Lever{
			Name: l.Name, Title: named(l.Title), Group: l.Group, Kind: l.Kind,
			From: min(l.From, l.Value), To: max(l.To, l.Value), Step: l.Step, Value: l.Value,
		}
		if l.Kind == "range" {
			unit := l.Unit
			shown.Scale, unit = inPercent(unit)
			shown.Unit = named(unit)
		}
		for _, label := range l.Labels {
			shown.Labels = append(shown.Labels, named(label))
		}
		out.Levers = append(out.Levers, shown)
		switch p := projects[l.Project]; {
		case p == nil:
		case l.Kind == "switch":
			p.Switch = l.Name
		default:
			p.Late = l.Name
		}
	}
	for _, class := range e.Classes {
		out.Classes = append(out.Classes, explore.Class{Name: class, Title: named(cmp.Or(s.Labels.Cargo[class].Title, class))})
	}
	for i := range c.Segments {
		name := c.Segments[i].Name
		l := s.Labels.Segments[name]
		out.Segments = append(out.Segments, explore.Segment{Name: name, Title: named(cmp.Or(l.Title, name)), Kind: l.Kind, From: l.From, To: l.To})
	}
	for _, name := range slices.Sorted(maps.Keys(s.Labels.Nodes)) {
		l := s.Labels.Nodes[name]
		node := explore.Node{Name: name, Title: named(cmp.Or(l.Title, name))}
		if !math.IsNaN(l.Latitude) {
			node.Place = []float64{l.Latitude, l.Longitude}
		}
		out.Nodes = append(out.Nodes, node)
	}
	for _, t := range s.Targets {
		out.Targets = append(out.Targets, explore.Target{Name: t.Name, Title: named(t.Title), Metric: t.Metric.String(), At: t.At.String(), Value: t.Threshold})
	}
	return out, err
}

// happened is what the corridor is known to have carried.
func happened(s *scenarios.Scenario) []explore.Observed {
	list := []explore.Observed{}
	for _, o := range runs.ObservedIn(s) {
		list = append(list, explore.Observed{Year: o.Year, Metric: o.Metric, Value: o.Value})
	}
	return list
}

// inPercent returns the unit in which readers are shown a number of another, and what it is
// multiplied by for that: shares are read in per cent.
func inPercent(unit string) (scale float64, shown string) {
	switch unit {
	case "", "share":
		return 100, "%"
	case "per year", "share per year":
		return 100, "% a year"
	case "share per month", "per month":
		return 100, "% a month"
	}
	return 0, unit
}

// namer returns what gives a text in all languages that it is known in.
func namer(s *scenarios.Scenario) func(english string) explore.Names {
	own := s.Translations()
	return func(english string) explore.Names {
		if english == "" {
			return nil
		}
		names := explore.Names{"en": english}
		for code, texts := range own {
			if t, ok := texts[english]; ok {
				names[code] = t
			}
		}
		return names
	}
}

// squeezed is some bytes, gzip.
func squeezed(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}
