package main

import (
	"github.com/spf13/cobra"

	"corridor/scenarios/language"
)

func newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scenario files",
		Long: `Print the JSON Schema (draft 2020-12) of scenario files, with the meaning, unit,
range and default of every key. Editors use it to complete and check as you type.` + exitStatus,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(language.JSONSchema())
			return err
		},
	}
}
