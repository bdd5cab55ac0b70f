package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// element is an element of XML with all it has.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Elements []element  `xml:",any"`
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// junitForm is what the schema of the JUnit plugin of Jenkins (junit-10.xsd) allows, which other
// services read too, with the attributes that they want: by element its attributes, the needed
// ones with a !, and the elements within.
var junitForm = map[string]struct{ attrs, within string }{
	"testsuites": {"name tests! failures! errors! skipped time", "testsuite"},
	"testsuite":  {"name! tests! failures! errors! skipped time id package timestamp hostname", "properties testcase system-out system-err"},
	"testcase":   {"name! classname! time! assertions status file line", "skipped error failure system-out system-err"},
	"failure":    {"message! type!", ""},
	"skipped":    {"message type", ""},
	"system-out": {"", ""},
}

func (e *element) check(t *testing.T) {
	t.Helper()
	name := e.XMLName.Local
	form, known := junitForm[name]
	require.True(t, known, name)
	for _, a := range e.Attrs {
		require.Contains(t, strings.Fields(strings.ReplaceAll(form.attrs, "!", "")), a.Name.Local, name)
	}
	for _, wanted := range strings.Fields(form.attrs) {
		if wanted, must := strings.CutSuffix(wanted, "!"); must {
			require.NotEmpty(t, e.attr(wanted), "%s of %s", wanted, name)
		}
	}
	for i := range e.Elements {
		require.Contains(t, strings.Fields(form.within), e.Elements[i].XMLName.Local, name)
		e.Elements[i].check(t)
	}
}

// counts holds the numbers of a suite to its cases.
func (e *element) counts(t *testing.T) {
	t.Helper()
	n := map[string]int{}
	var look func(e *element)
	look = func(e *element) {
		for i := range e.Elements {
			n[e.Elements[i].XMLName.Local]++
			look(&e.Elements[i])
		}
	}
	look(e)
	for attr, of := range map[string]string{"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"} {
		require.Equal(t, strconv.Itoa(n[of]), e.attr(attr), "%s of %s", attr, e.attr("name"))
	}
}

func TestJUnit(t *testing.T) {
	t.Chdir(t.TempDir())
	checks := "expect:\n  some: throughput_mt 2030 > 1\n  much: throughput_mt 2030 > 99\n  likely: throughput_mt 2030 > 1 in 90 % of futures\n"
	require.NoError(t, os.WriteFile("checks.yaml", []byte(line+checks), 0o600))
	require.NoError(t, os.WriteFile("bare.yaml", []byte(strings.Replace(line, "scenario: line", "scenario: bare", 1)), 0o600))
	for _, c := range []struct {
		flags                    string
		tests, failures, skipped string
	}{
		{"", "3", "1", "1"},
		{"--require", "4", "3", "0"}, // of the scenario without checks too
		{"--draws 50", "3", "1", "0"},
	} {
		args := append(strings.Fields("check checks.yaml bare.yaml --junit j.xml"), strings.Fields(c.flags)...)
		require.Equal(t, exitMissed, run(t.Context(), args, io.Discard, io.Discard))
		text, err := os.ReadFile("j.xml")
		require.NoError(t, err)
		var all element
		require.NoError(t, xml.Unmarshal(text, &all))
		require.Equal(t, "testsuites", all.XMLName.Local)
		all.check(t)
		all.counts(t)
		require.Len(t, all.Elements, 2)
		for i := range all.Elements {
			all.Elements[i].counts(t)
		}
		require.Equal(t, []string{c.tests, c.failures, c.skipped}, []string{all.attr("tests"), all.attr("failures"), all.attr("skipped")}, c.flags)
	}
	var told bytes.Buffer
	require.Equal(t, exitFailure, run(t.Context(), strings.Fields("check checks.yaml --junit ."), io.Discard, &told))
	require.Contains(t, told.String(), "--junit")
}

// TestWorkflow: the workflow of scenarios/README.md is YAML, and its steps call commands and flags
// that there are.
func TestWorkflow(t *testing.T) {
	page, err := os.ReadFile("../../scenarios/README.md")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(page), "# .github/workflows/")
	require.True(t, found)
	text, _, found := strings.Cut(rest, "```")
	require.True(t, found)
	_, text, _ = strings.Cut(text, "\n")
	var workflow struct {
		On   []string
		Jobs map[string]struct {
			RunsOn string `yaml:"runs-on"`
			Steps  []struct {
				Uses, Run, If string
				With          map[string]any
			}
		}
	}
	require.NoError(t, yaml.Unmarshal([]byte(text), &workflow))
	require.Equal(t, []string{"push", "pull_request"}, workflow.On)
	var called []string
	for _, job := range workflow.Jobs {
		require.NotEmpty(t, job.RunsOn)
		for _, step := range job.Steps {
			require.NotEqual(t, step.Uses == "", step.Run == "", "a step uses something or runs something")
			for _, match := range regexp.MustCompile(`(?:^|[;&] ?(?:do )?)corridor ([a-z]+[^;&|]*)`).FindAllStringSubmatch(step.Run, -1) {
				args := append(strings.Fields(match[1]), "--help")
				require.Equal(t, exitDone, run(t.Context(), args, io.Discard, os.Stderr), match[1])
				called = append(called, args[0])
			}
		}
	}
	require.Equal(t, []string{"validate", "check", "verify"}, called)
}
