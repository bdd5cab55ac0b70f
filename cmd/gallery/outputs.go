package main

import (
	"os"
	"path/filepath"
	"strings"

	"corridor/scenarios"
)

// The outputs that pages show, as they are printed.

func (t *trials) statedBlock() (string, error) {
	text, err := t.prints("run stated --out out/stated")
	return fenced(text), err
}

func (t *trials) libraryBlock() (string, error) {
	text, err := t.prints("list")
	return fenced(text), err
}

// referenceBlock is what a run of the reference prints, but for its head, its
// description and its files.
func (t *trials) referenceBlock() (string, error) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		return "", err
	}
	text, err := t.shows("run reference")
	if err != nil {
		return "", err
	}
	first, _, _ := strings.Cut(wrap(s.Description, 96), "\n")
	text, err = block(text, "  Year", first)
	return fenced(text), err
}

// hindcastBlock is the part of the hindcast year by year, and why the last came out as
// it did.
func (t *trials) hindcastBlock() (string, error) {
	text, err := t.shows("hindcast reference")
	if err != nil {
		return "", err
	}
	text, err = block(text, "Forecasts, each", "Natural experiments")
	return fenced(text), err
}

// sensitivityOfReference are the shares that the page shows, screeningOfReference what costs less.
const (
	sensitivityOfReference = "sensitivity reference --with calibration/posterior --metrics throughput_mt_2030"
	screeningOfReference   = "sensitivity reference --method morris --metrics throughput_mt_2030 --draws 1500"
)

// sensitivityBlock is what is said of the throughput.
func (t *trials) sensitivityBlock() (string, error) {
	text, err := t.shows(sensitivityOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "Throughput in", "Written to")
	return fenced(text), err
}

// seekOfReference asks for the wagons that rail ferries must take.
const seekOfReference = "seek reference --figure segments.rail-ferry.capacity.units.per_year --metric throughput_mt_2035 --at 6.5 --from 10000 --to 60000 --draws 200"

// seekBlock is what is said of them.
func (t *trials) seekBlock() (string, error) {
	text, err := t.shows(seekOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "The Middle Corridor as a network", "Written to")
	return fenced(text), err
}

const evidenceOfReference = "evidence reference " + futures

// evidenceBlock is what is said of the first headline figures, the targets.
func (t *trials) evidenceBlock() (string, error) {
	text, err := t.shows(evidenceOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "A comparable capacity of", "Containers in")
	return fenced(text), err
}

const appraisalOfReference = "appraise reference --with calibration/posterior --draws 64 --seed 7"

// appraisalBlock is what the projects bring.
func (t *trials) appraisalBlock() (string, error) {
	text, err := t.shows(appraisalOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "  Project or measure", "Written to")
	return fenced(text), err
}

// planOfReference decides on dredging and ships: few enough for all plans to be tried.
const planOfReference = "plan reference --budget 1.5e8 --objective throughput_mt_2030 --against demand/low" +
	" --candidates aktau-dredging,container-ships,third-ropax,kuryk-ferries-1,kuryk-ferries-2,kuryk-ferries-3,semurg-ships " + futures

// planBlock is what is said of plans.
func (t *trials) planBlock() (string, error) {
	text, err := t.shows(planOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "Decided in", "Written to")
	return fenced(text), err
}

const discoveryOfReference = "discover reference --with calibration/posterior --draws 2000 --seed 7 --where throughput_mt_2030<5.5"

// discoveryBlock is where little is carried.
func (t *trials) discoveryBlock() (string, error) {
	text, err := t.shows(discoveryOfReference)
	if err != nil {
		return "", err
	}
	text, err = block(text, "2,000 futures", "Written to")
	return fenced(text), err
}

// programmeInMoney sets all that is under way against nothing built.
const programmeInMoney = "compare reference+investment/none reference " + futures

// moneyBlock is what the programme gains and costs.
func (t *trials) moneyBlock() (string, error) {
	text, err := t.shows(programmeInMoney)
	if err != nil {
		return "", err
	}
	text, err = block(text, "In money, USD million", "What holds")
	return fenced(text), err
}

const smallMatrix = "matrix stated --growth low,stated,high --investment on-time,late-2-years"

func (t *trials) matrixBlock() (string, error) {
	text, err := t.shows(smallMatrix)
	if err != nil {
		return "", err
	}
	text, err = block(text, "Growth ", "Written to")
	return fenced(text), err
}

// mistakesBlock is what is said of a file with two mistakes.
func (t *trials) mistakesBlock() (string, error) {
	const wrong = "scenario: my\nextends: stated\nsegmnets: {}\nprojects:\n  programme:\n    delay_months: -1\n"
	if err := os.WriteFile(filepath.Join(t.dir, "my.yaml"), []byte(wrong), 0o644); err != nil {
		return "", err
	}
	text, err := t.prints("validate my.yaml")
	return fenced(text), err
}
