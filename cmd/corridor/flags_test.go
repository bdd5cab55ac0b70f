package main

import (
	"bytes"
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"
)

// eachFlag visits the flags of all commands.
func eachFlag(visit func(c *cobra.Command, f *pflag.Flag)) {
	for _, c := range newRoot().Commands() {
		c.Flags().VisitAll(func(f *pflag.Flag) { visit(c, f) })
	}
}

// TestNumbersOfFlagsAreDecimal holds every flag that takes a number to decimal digits:
// a seed may be a date (0712), a number that of a padded series (008).
func TestNumbersOfFlagsAreDecimal(t *testing.T) {
	numbers := 0
	eachFlag(func(c *cobra.Command, f *pflag.Flag) {
		name := c.Name() + " --" + f.Name
		if f.Value.Set("712") != nil || f.Value.Type() == "string" || f.Value.Type() == "stringArray" || f.Value.Type() == "value" { // a figure of a scenario, with decimals or without
			return
		}
		for _, text := range []string{"0712", "00712"} {
			require.NoError(t, f.Value.Set(text), name)
			if f.Value.Type() == "stringSlice" {
				continue
			}
			n, err := strconv.Atoi(f.Value.String())
			require.NoError(t, err, name)
			require.Equal(t, 712, n, name)
		}
		if f.Value.Type() == "stringSlice" {
			return
		}
		numbers++
		for text, want := range map[string]string{"089": "89", "008": "8"} {
			require.NoError(t, f.Value.Set(text), name)
			require.Equal(t, want, f.Value.String(), name)
		}
		for _, text := range []string{"0x10", "0b1", "0o7", "1_000", "1e3", "-1", "+1", " 1", "1.5", "٣", ""} {
			require.Error(t, f.Value.Set(text), "%s %q", name, text)
		}
	})
	require.GreaterOrEqual(t, numbers, 9, "the numbers of run, ensemble and compare")
}

// TestSharesSayWhatTheyAre holds every flag that takes a share to the sign %, or to a
// number that can only be a share.
func TestSharesSayWhatTheyAre(t *testing.T) {
	shares := 0
	eachFlag(func(c *cobra.Command, f *pflag.Flag) {
		if f.Value.Type() != (*percentage)(nil).Type() {
			return
		}
		shares++
		for text, want := range map[string]string{"1%": "1%", "0.5 %": "0.5%", "0.005": "0.5%", "100%": "100%", "1e-2": "1%", "0": "0%", "5 percent": "5%", "7.5 per cent": "7.5%"} {
			require.NoError(t, f.Value.Set(text), text)
			require.Equal(t, want, f.Value.String())
		}
		for _, text := range []string{"1", "1.0", "2", "99.9", "100"} {
			require.ErrorContains(t, f.Value.Set(text), "did you mean "+text+"%?", "%s --%s", c.Name(), f.Name)
		}
		for _, text := range []string{"101", "101%", "-1%", "-0.1", "NaN", "inf%", "0x1p-3", "", "%", "1%%", "5 days"} {
			require.Error(t, f.Value.Set(text), "%s --%s %q", c.Name(), f.Name, text)
		}
		_, isSmall := f.Value.(*smallShare)
		require.Equal(t, slices.Contains([]string{"until", "precision", "max-failed"}, f.Name), isSmall, f.Name)
		for text, want := range map[string]string{"0.5": "50%", "0.11": "11%", "0.8": "80%"} {
			err := f.Value.Set(text)
			if isSmall {
				require.ErrorContains(t, err, "did you mean "+text+"%? Here a share above 0.1 has the sign %: "+text+"% or "+want, "%s --%s", c.Name(), f.Name)
				err = f.Value.Set(want)
			}
			require.NoError(t, err, "%s --%s", c.Name(), f.Name)
			require.Equal(t, want, f.Value.String())
		}
		require.NoError(t, f.Value.Set("0.1"))
		require.Equal(t, "10%", f.Value.String())
	})
	require.GreaterOrEqual(t, shares, 6)
}

// TestMoneyOfFlags: amounts of money are written as in files.
func TestMoneyOfFlags(t *testing.T) {
	amounts := 0
	eachFlag(func(c *cobra.Command, f *pflag.Flag) {
		if f.Value.Type() != (*dollars)(nil).Type() {
			return
		}
		amounts++
		for text, want := range map[string]string{"2e9": "2e+09", "USD 2 bn": "2e+09", "150 MUSD": "1.5e+08", "$300m": "3e+08", "1.5 million dollars": "1.5e+06", "0": "0"} {
			require.NoError(t, f.Value.Set(text), text)
			require.Equal(t, want, f.Value.String(), text)
		}
		for text, want := range map[string]string{
			"3 days": "this is no USD", "5 %": "a share of what?", "-2 MUSD": "from 0 to 1e15", "EUR 5 bn": "money is in USD here", "1,5 bn USD": "write 1.5",
			"150": "USD 150 is less than anything costs", "much": "expected a number, and its unit", "": "expected a number",
		} {
			require.ErrorContains(t, f.Value.Set(text), want, "%s --%s %q", c.Name(), f.Name, text)
		}
	})
	require.GreaterOrEqual(t, amounts, 2)
}

func TestListsOfFlags(t *testing.T) {
	for text, want := range map[string][]string{
		"a":                     {"a"},
		"growth/high, my.yaml":  {"growth/high", "my.yaml"},
		`my"file.yaml,b`:        {`my"file.yaml`, "b"},
		`"Aktau, Kuryk.yaml",b`: {"Aktau, Kuryk.yaml", "b"},
		`b , "c,d" `:            {"b", "c,d"},
		`it's "quoted"`:         {`it's "quoted"`},
	} {
		got, err := splitList(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for text, want := range map[string]string{
		"":       "is empty",
		"a,":     "is empty",
		",a":     "is empty",
		"a,,b":   "is empty",
		`""`:     "is empty",
		`"a,b`:   `the quotation mark before "a,b" is not closed`,
		`"a"b,c`: `expected a comma after "a"`,
	} {
		_, err := splitList(text)
		require.ErrorContains(t, err, want, text)
	}
}

// TestFlagsWithoutEffect refuses what would do nothing, before anything is read or
// written.
func TestFlagsWithoutEffect(t *testing.T) {
	t.Chdir(t.TempDir())
	for line, want := range map[string]string{
		"run stated --seed 7":                                   "--seed does nothing here",
		"run stated --draws 10":                                 "--draws does nothing here",
		"run stated --design sobol":                             "--design does nothing here",
		"run stated --replicates 8":                             "--replicates does nothing here",
		"run reference --draw 5 --replicates 8":                 "--replicates does nothing here: the draws of monte-carlo are independent each",
		"compare stated teaching --design sobol --replicates 8": "--design does nothing here",
		"run reference --draw 5 --draws 5":                      "draw 5 of 5",
		"compare stated teaching --seed 0":                      "--seed does nothing here",
		"compare stated teaching --design sobol":                "--design does nothing here",
		"compare stated teaching --until 1%":                    "--until does nothing here",
		"compare stated teaching --max-failed 1%":               "--max-failed does nothing here",
		"compare stated teaching --workers 2":                   "--workers does nothing here",
		"compare stated teaching --progress none":               "--progress does nothing here",
		"compare stated teaching --draws 1 --seed 7":            "--seed does nothing here",
		"compare stated teaching --draws 9 --precision 1%":      "unknown flag: --precision",
		"ensemble reference --until 1% --precision 2%":          "--precision does nothing here: --until is the precision",
		"ensemble reference --until 0":                          "--until must be at least 0.2%",
		"ensemble reference --shard 1/2 --json":                 "--json does nothing here",
		"ensemble reference --shard 1/2 --charts svg":           "--charts does nothing here",
		"ensemble reference --shard 1/2 --max-failed 1%":        "--max-failed does nothing here",
		"run stated --out=":                                     "--out is given without a value",
		"run stated --charts none,svg":                          "none cannot stand beside a format",
		"plot nowhere --format none":                            `there is no chart format "none"; valid: svg, png, pdf`,
		"run stated --set targets=null --require-targets":       "--require-targets does nothing here: stated has no targets",
		"plot nowhere --observed 0x7e8=4":                       `--observed "0x7e8=4" is not a year and a value`,
		"plot nowhere --observed 2024=4days":                    `--observed "2024=4days" gives "4days" of throughput_mt, expected a number in Mt`,
		"plot nowhere --observed 2024=4,2024=5":                 "--observed gives 2024 twice",
	} {
		var printed, errors bytes.Buffer
		require.Equal(t, exitUsage, run(context.Background(), strings.Fields(line), &printed, &errors), line)
		require.Contains(t, errors.String(), want, line)
		require.NoDirExists(t, "out", line)
	}
}
