package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/disk"
)

func newNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new FILE.yaml",
		Short: "Write a commented scenario file to start from",
		Long: `Write a commented scenario file that extends the corridor as stated, to change and
run. An existing file is never overwritten.` + exitStatus,
		Example: "  corridor new my.yaml\n  corridor run my.yaml",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path := args[0]
			name, isYAML := strings.CutSuffix(filepath.Base(path), ".yaml")
			if !isYAML {
				return usageError("%s: expected a file name that ends in .yaml", path)
			}
			text, err := scenarios.Starter(name)
			if err != nil {
				return usageError("%s: %w", path, err)
			}
			err = disk.Create(path, []byte(text))
			if errors.Is(err, fs.ErrExist) {
				return usageError("%s exists already and is left as it is", path)
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s is written: change it and run it with\n  corridor run %s\n", path, path)
			return nil
		},
	}
}
