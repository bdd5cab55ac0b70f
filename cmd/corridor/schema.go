package main

import (
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios/language"
	"corridor/scenarios/text"
	"corridor/sim/jsonschema"
)

func newSchemaCommand() *cobra.Command {
	var of string
	c := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scenario files, or of what --json prints",
		Long: `Print the JSON Schema (draft 2020-12) of scenario files, with the meaning, unit,
range and default of every key. Editors use it to complete and check as you type.
With --of it is that of what a command prints with --json, with the meaning and unit
of every field: ` + strings.Join(printingCommands(), ", ") + "." + exitStatus,
		Example: `  corridor schema > scenario.schema.json
  corridor schema --of run`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !cmd.Flags().Changed("of") {
				_, err := cmd.OutOrStdout().Write(language.JSONSchema())
				return err
			}
			s := schemaOf(of)
			if s == nil {
				return usageError("corridor %s prints no JSON%s", of, text.DidYouMean(of, printingCommands()))
			}
			return printJSON(cmd.OutOrStdout(), s)
		},
	}
	c.Flags().StringVar(&of, "of", "", "command whose --json is meant: "+strings.Join(printingCommands(), ", "))
	return c
}

// printed is what commands print with --json, by command.
var printed = []struct {
	command string
	types   []reflect.Type // one of them
}{
	{"appraise", typesOf[*appraisalSummary]()},
	{"calibrate", typesOf[calibrationSummary]()},
	{"check", typesOf[*checksSummary]()},
	{"compare", typesOf[*comparisonSummary]()},
	{"discover", typesOf[*discoverySummary]()},
	{"ensemble", typesOf[*ensembleSummary]()},
	{"evidence", typesOf[*evidenceSummary]()},
	{"explain", typesOf[*language.Explanation]()},
	{"hindcast", typesOf[hindcastSummary]()},
	{"indicators", typesOf[[]yearOfIndicators]()},
	{"list", append(typesOf[[]libraryEntry](), typesOf[listedForPrograms]()...)},
	{"matrix", typesOf[matrixSummary]()},
	{"merge", typesOf[*ensembleSummary]()},
	{"plan", typesOf[*planSummary]()},
	{"routes", typesOf[[]routeRow]()},
	{"run", typesOf[[]summary]()},
	{"seek", typesOf[*seekSummary]()},
	{"sensitivity", typesOf[*sensitivitySummary]()},
	{"show", typesOf[shownSummary]()},
	{"sources", typesOf[sourcesSummary]()},
	{"validate", typesOf[[]validatedSummary]()},
	{"verify", typesOf[verificationSummary]()},
}

// typesOf is the type of what a pointer leads to, or a type.
func typesOf[T any]() []reflect.Type {
	t := reflect.TypeFor[T]()
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return []reflect.Type{t}
}

// printingCommands lists the commands that print JSON.
func printingCommands() (names []string) {
	for _, p := range printed {
		names = append(names, p.command)
	}
	return names
}

// schemaOf is the schema of what a command prints, nil for one that prints none.
func schemaOf(command string) *jsonschema.Schema {
	i := slices.Index(printingCommands(), command)
	if i < 0 {
		return nil
	}
	s := &jsonschema.Schema{}
	if types := printed[i].types; len(types) == 1 {
		s = jsonschema.Of(types[0])
	} else {
		for _, t := range types {
			s.AnyOf = append(s.AnyOf, jsonschema.Of(t))
		}
	}
	s.Dialect, s.Title = "https://json-schema.org/draft/2020-12/schema", "What corridor "+command+" --json prints"
	return s
}
