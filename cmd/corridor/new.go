package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/disk"
)

func newNewCommand() *cobra.Command {
	var recipe string
	var list bool
	cmd := &cobra.Command{
		Use:   "new [FILE.yaml]",
		Short: "Write a commented scenario file to start from",
		Long: `Write a commented scenario file to change and run: one that extends the corridor as
stated or, with --recipe, one for a kind of question, such as a port that is shut or
a market that is new. --list says which recipes there are. An existing file is never
overwritten.` + exitStatus,
		Example: "  corridor new my.yaml\n  corridor run my.yaml\n  corridor new --recipe port-shut shut.yaml\n  corridor new --list",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case list && (len(args) > 0 || recipe != ""):
				return usageError("--list writes no file: leave the rest out")
			case list:
				return listRecipes(cmd.OutOrStdout())
			case len(args) == 0:
				return usageError("expected the name of a file to write, such as my.yaml")
			}
			return startFile(cmd.OutOrStdout(), args[0], recipe)
		},
	}
	cmd.Flags().StringVar(&recipe, "recipe", "", "start from a recipe by `NAME`, see --list")
	cmd.Flags().BoolVar(&list, "list", false, "list the recipes with their questions")
	return cmd
}

// startFile writes a file to start from.
func startFile(out io.Writer, path, recipe string) error {
	name, isYAML := strings.CutSuffix(filepath.Base(path), ".yaml")
	if !isYAML {
		return usageError("%s: expected a file name that ends in .yaml", path)
	}
	text, err := scenarios.Starter(name)
	if err == nil && recipe != "" {
		text, err = scenarios.FromRecipe(recipe, name)
	}
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
	fmt.Fprintf(out, "%s is written: change it and run it with\n  corridor run %s\n", path, path)
	return nil
}

// listRecipes prints the recipes with their questions.
func listRecipes(out io.Writer) error {
	all := scenarios.Recipes()
	widest := 0
	for _, r := range all {
		widest = max(widest, len(r.Name))
	}
	for _, r := range all {
		fmt.Fprintf(out, "%-*s  %s\n", widest, r.Name, r.Question)
	}
	return nil
}

// completeRecipes completes the name of a recipe.
func completeRecipes(*cobra.Command, []string, string) (list []string, _ cobra.ShellCompDirective) {
	for _, r := range scenarios.Recipes() {
		list = append(list, r.Name+"\t"+r.Title)
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
