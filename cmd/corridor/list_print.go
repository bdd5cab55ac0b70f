package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/jsonschema"
	"corridor/sim/tables"
)

// printLibrary prints the entries of the library by group.
func printLibrary(w io.Writer, entries []scenarios.Entry) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	group := ""
	for _, e := range entries {
		if e.Group != group {
			if group != "" {
				fmt.Fprintln(t)
			}
			group = e.Group
			if e.Overlay() {
				fmt.Fprintf(t, "Overlays: %s\n", group)
			} else {
				fmt.Fprintln(t, "Scenarios")
			}
		}
		fmt.Fprintf(t, "  %s\t%s\n", e.Name, e.Title)
	}
	return t.Flush()
}

// libraryEntry is how programs read an entry of the library.
type libraryEntry struct {
	Name  string `json:"name" doc:"name, as commands take it"`
	Title string `json:"title" doc:"name for readers"`
	Group string `json:"group" doc:"what it is listed under"`
	For   string `json:"for,omitempty" doc:"scenario that the overlay is made for"`
}

func libraryForPrograms(entries []scenarios.Entry) []libraryEntry {
	var all []libraryEntry
	for _, e := range entries {
		all = append(all, libraryEntry{e.Name, e.Title, e.Group, e.For})
	}
	return all
}

// printListings prints what a scenario names, in columns.
func printListings(w io.Writer, listings []language.Listing) error {
	for i, l := range listings {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s (%d)\n", l.Section, countedRows(&l))
		if err := printListing(w, &l); err != nil {
			return err
		}
	}
	return nil
}

// countedRows counts the things that a section has, without those that were taken away.
func countedRows(l *language.Listing) (n int) {
	for _, row := range l.Rows {
		if row.Change != language.TakenAway {
			n++
		}
	}
	return n
}

// becameOf says in words what became of a thing.
func becameOf(row *language.ListRow) string {
	if len(row.Changed) > 0 {
		return row.Change + ": " + strings.Join(row.Changed, ", ")
	}
	return row.Change
}

func printListing(w io.Writer, l *language.Listing) error {
	titled := slices.ContainsFunc(l.Rows, func(r language.ListRow) bool { return r.Title != "" })
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	meant := slices.ContainsFunc(l.Rows, func(r language.ListRow) bool { return len(r.Meant) > 0 })
	marked := slices.ContainsFunc(l.Rows, func(r language.ListRow) bool { return r.Change != "" })
	line := func(name, title string, cells []string, means, became string) {
		fmt.Fprintf(t, "  %s", name)
		if titled {
			fmt.Fprintf(t, "\t%s", title)
		}
		for _, cell := range cells {
			fmt.Fprintf(t, "\t%s", cell)
		}
		if meant {
			fmt.Fprintf(t, "\t%s", means)
		}
		if marked && became != "" {
			fmt.Fprintf(t, "\t%s", became)
		}
		fmt.Fprintln(t)
	}
	heads := make([]string, len(l.Columns))
	for i, column := range l.Columns {
		heads[i] = column.Head
	}
	if len(heads) > 0 {
		line("Name", "Title", heads, "Meant", "Change")
	}
	for _, row := range l.Rows {
		cells := make([]string, len(l.Columns))
		for i, column := range l.Columns {
			cells[i] = cellOf(row.Cells[i], column.Decimals)
		}
		line(row.Name, row.Title, cells, few(row.Meant), becameOf(&row))
	}
	return t.Flush()
}

func cellOf(cell any, decimals int) string {
	switch cell := cell.(type) {
	case string:
		return cell
	case float64:
		return tables.Rounded(cell, decimals)
	}
	return "–"
}

// listedForPrograms is the same with a key for every figure, by section.
type listedForPrograms map[string]any

// JSONSchema says which sections there may be, and what is told of each thing.
func (listedForPrograms) JSONSchema() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: jsonschema.Types{"object"}, Required: []string{"scenario"}, Additional: false}
	text := jsonschema.Types{"string"}
	s.Properties = append(s.Properties, jsonschema.Property{Name: "scenario", Schema: &jsonschema.Schema{Type: text, Description: "name of the scenario"}})
	for _, section := range language.ListedSections() {
		row := &jsonschema.Schema{Type: jsonschema.Types{"object"}, Required: []string{"name"}, Additional: false}
		row.Properties = append(row.Properties,
			jsonschema.Property{Name: "name", Schema: &jsonschema.Schema{Type: text, Description: "name in the scenario"}},
			jsonschema.Property{Name: "title", Schema: &jsonschema.Schema{Type: text, Description: "name for readers"}},
			jsonschema.Property{Name: "change", Schema: &jsonschema.Schema{Type: text, Description: "what became of it against the scenario below: " + strings.Join(language.Marks, ", ") + "; without it nothing"}},
			jsonschema.Property{Name: "changed_keys", Schema: &jsonschema.Schema{Type: jsonschema.Types{"array"}, Items: &jsonschema.Schema{Type: text}, Description: "keys of it that are changed"}},
			jsonschema.Property{Name: "meant", Schema: &jsonschema.Schema{Type: jsonschema.Types{"array"}, Items: &jsonschema.Schema{Type: text}, Description: "what is meant by its selections, such as all of KZ or alat-*"}})
		for _, c := range language.ListedColumns(section) {
			row.Required = append(row.Required, c.Key)
			row.Properties = append(row.Properties, jsonschema.Property{Name: c.Key, Schema: &jsonschema.Schema{
				Type: jsonschema.Types{"string", "number", "null"}, Description: c.Head,
			}})
		}
		s.Properties = append(s.Properties, jsonschema.Property{Name: section, Schema: &jsonschema.Schema{
			Type: jsonschema.Types{"array"}, Items: row, Description: "the " + section + " of the scenario",
		}})
	}
	return s
}

func listingsForPrograms(scenario string, listings []language.Listing) listedForPrograms {
	all := listedForPrograms{"scenario": scenario}
	for _, l := range listings {
		rows := []map[string]any{}
		for _, row := range l.Rows {
			told := map[string]any{"name": row.Name}
			if row.Title != "" {
				told["title"] = row.Title
			}
			if row.Change != "" {
				told["change"] = row.Change
			}
			if len(row.Changed) > 0 {
				told["changed_keys"] = row.Changed
			}
			if len(row.Meant) > 0 {
				told["meant"] = row.Meant
			}
			for i, column := range l.Columns {
				told[column.Key] = row.Cells[i]
			}
			rows = append(rows, told)
		}
		all[l.Section] = rows
	}
	return all
}
