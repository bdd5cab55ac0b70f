package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// refuseIdle returns an error for the first of some flags that is given, where it
// would do nothing.
func refuseIdle(given *pflag.FlagSet, why string, names ...string) error {
	for _, name := range names {
		if given.Changed(name) {
			return usageError("--%s does nothing here: %s", name, why)
		}
	}
	return nil
}

// refuseEmpty returns an error for a flag that is given without a value, as a variable
// of a shell that is not set gives it.
func refuseEmpty(given *pflag.FlagSet) (err error) {
	given.Visit(func(f *pflag.Flag) {
		if text := f.Value.String(); err == nil && (text == "" || text == "[]") {
			err = usageError("--%s is given without a value", f.Name)
		}
	})
	return err
}

// checkFlags makes a command refuse flags without a value before it does anything.
func checkFlags(c *cobra.Command) {
	if run := c.RunE; run != nil {
		c.RunE = func(cmd *cobra.Command, args []string) error {
			if err := refuseEmpty(cmd.Flags()); err != nil {
				return err
			}
			return run(cmd, args)
		}
	}
}
