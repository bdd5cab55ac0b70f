package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios/manual"
	"corridor/scenarios/text"
)

// newHelpCommand takes the place of cobra's, for which help on a command that does not
// exist is no error.
func newHelpCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "help [COMMAND | scenario [KEY]]",
		Short: "Help about any command, and about scenario files",
		Long: `Print what a command does and the flags it takes, as corridor COMMAND --help does.
corridor help scenario prints what stands in scenario files: the keys at the top of
a file and what each is for; with one of them, all keys below it, with meaning,
unit, range and default, and an example; with figures, how numbers may be written.` + exitStatus,
		Example: `  corridor help run
  corridor help scenario
  corridor help scenario markets`,
		Args:              helpArgs,
		ValidArgsFunction: completeHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch {
			case len(args) == 0:
				return root.Help()
			case args[0] == topicScenario:
				return helpOnScenarios(cmd.OutOrStdout(), strings.Join(args[1:], ""))
			}
			about, _, err := root.Find(args)
			if err != nil || about == root {
				return noTopic(root, args[0])
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
	usageArgs(c)
	return c
}

// noTopic says of a word that is no command whether it is near a key of scenario files.
func noTopic(root *cobra.Command, word string) error {
	if s, is := manual.Of(text.Nearest(word, sectionNames())); is && len(root.SuggestionsFor(word)) == 0 {
		return usageError("there is no command %q; corridor help %s %s tells of that key of scenario files", word, topicScenario, s.Name)
	}
	return noCommand(root, word)
}

// helpArgs allows a command, or the topic and a section of it.
func helpArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && args[0] == topicScenario {
		return cobra.MaximumNArgs(2)(cmd, args)
	}
	return cobra.MaximumNArgs(1)(cmd, args)
}

func completeHelp(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	offer := func(name, about string) {
		if strings.HasPrefix(name, typed) {
			names = append(names, cobra.CompletionWithDesc(name, about))
		}
	}
	switch {
	case len(args) == 0:
		for _, c := range cmd.Root().Commands() {
			if c.IsAvailableCommand() {
				offer(c.Name(), c.Short)
			}
		}
		offer(topicScenario, "What stands in scenario files")
	case len(args) == 1 && args[0] == topicScenario:
		for _, s := range manual.Sections() {
			offer(s.Name, s.First())
		}
		offer(topicFigures, "Numbers with their units, as planners say them")
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// refuseHelp lets --help on a command that does not exist come to the error returned.
func refuseHelp(root *cobra.Command) *error {
	var misnamed error
	help := root.HelpFunc()
	root.SetHelpFunc(func(c *cobra.Command, args []string) {
		if word := root.Flags().Arg(0); c == root && word != "" {
			misnamed = noCommand(root, word)
			return
		}
		help(c, args)
	})
	return &misnamed
}

// shells are those that completion is known for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletionCommand() *cobra.Command {
	var short bool
	c := &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the script that completes commands in a shell",
		Long: `Print the script that lets a shell complete commands, flags and names of scenarios
with the Tab key. The shells are ` + strings.Join(shells, ", ") + `.` + exitStatus,
		Example: `  source <(corridor completion bash)
  corridor completion bash > ~/.local/share/bash-completion/completions/corridor
  corridor completion zsh > "${fpath[1]}/_corridor"
  corridor completion fish > ~/.config/fish/completions/corridor.fish
  corridor completion powershell | Out-String | Invoke-Expression`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: slices.Clone(shells),
		RunE: func(cmd *cobra.Command, args []string) error {
			root, w := cmd.Root(), cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(w, !short)
			case "zsh":
				if short {
					return root.GenZshCompletionNoDesc(w)
				}
				return root.GenZshCompletion(w)
			case "fish":
				return root.GenFishCompletion(w, !short)
			case "powershell":
				if short {
					return root.GenPowerShellCompletion(w)
				}
				return root.GenPowerShellCompletionWithDesc(w)
			}
			return usageError("there is no completion for %q; valid: %s", args[0], strings.Join(shells, ", "))
		},
	}
	c.Flags().BoolVar(&short, "no-descriptions", false, "complete without a description beside each word")
	return c
}
