package main

import (
	"encoding/xml"
	"fmt"

	"corridor/sim/expect"
)

// junitSuites is a report in the form of JUnit that CI services read: a suite a scenario, a case
// a check. It has no times and no names of machines, so that the same checks give the same file;
// the attributes time, which some readers want, are 0.
type junitSuites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []junitSuite `xml:"testsuite"`
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Time     int `xml:"time,attr"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	junitCounts
	Cases []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	File      string        `xml:"file,attr,omitempty"`
	Line      int           `xml:"line,attr,omitempty"`
	Time      int           `xml:"time,attr"`
	Failure   *junitMessage `xml:"failure"`
	Skipped   *junitMessage `xml:"skipped"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

func (c *junitCounts) add(one *junitCase) {
	c.Tests++
	if one.Failure != nil {
		c.Failures++
	}
	if one.Skipped != nil {
		c.Skipped++
	}
}

// junit writes the report. What is not passed is skipped, or where all must be, failed.
func (s *checksSummary) junit(require bool) ([]byte, error) {
	all := junitSuites{Name: "corridor check"}
	for _, c := range s.Scenarios {
		suite := junitSuite{Name: c.Scenario}
		for _, check := range c.Checks {
			suite.Cases = append(suite.Cases, junitOf(c.Scenario, &check, require))
		}
		if c.bare() && require {
			suite.Cases = append(suite.Cases, junitCase{
				Name: "expect", ClassName: c.Scenario, Failure: &junitMessage{Message: "the scenario expects nothing", Type: "missing"},
			})
		}
		for i := range suite.Cases {
			suite.add(&suite.Cases[i])
			all.add(&suite.Cases[i])
		}
		all.Suites = append(all.Suites, suite)
	}
	text, err := xml.MarshalIndent(all, "", "  ")
	return append([]byte(xml.Header), append(text, '\n')...), err
}

func junitOf(scenario string, check *checkSummary, require bool) junitCase {
	one := junitCase{Name: check.Check, ClassName: scenario, File: check.File, Line: check.Line}
	message := &junitMessage{Message: fmt.Sprintf("expected %s, found %s", check.Expected, check.Found)}
	switch {
	case check.Outcome == expect.Passed:
		one.Output = message.Message
	case check.Outcome == expect.Failed || require:
		message.Type = string(check.Outcome)
		one.Failure = message
	default:
		one.Skipped = message
	}
	return one
}
