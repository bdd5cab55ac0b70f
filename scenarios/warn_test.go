package scenarios

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const warnDir = "../testdata/warn/"

// warnings returns the messages, each without the name of the file when it is about
// that file, and without the word warning.
func warnings(s *Scenario, file string) []string {
	var out []string
	for _, w := range s.Warnings() {
		text := strings.TrimPrefix(strings.ReplaceAll(w.String(), warnDir, ""), file+".yaml:")
		out = append(out, strings.Replace(text, " warning:", "", 1))
	}
	return out
}

// warnFiles holds the files of testdata/warn with their warnings, which stand here in
// full, so that each is shown at its place, says why, and brings no other with it.
var warnFiles = []struct {
	file     string
	warnings []string
}{
	{"agreement-after-the-end", []string{`6:149: the agreement later has no effect: it begins in 2031-01, and the months simulated end with 2030-12`}},
	{"agreement-in-tonnes", []string{`6:35: the agreement now of market agreed is on 1500000 Mt a year, more than 10 times what the widest segment can carry, 12`}},
	{"delay-of-what-is-off", []string{`5:32: the delay of project wider-border has no effect: it does not go ahead`}},
	{"delay-of-what-served", []string{
		`5:77: the delay of project done has no effect: by plan it served from 2030-01, and what was to serve by 2030-06, as_of of delivery, did`,
		`5:94: the delay of project done has no effect: by plan it served from 2030-01, and what was to serve by 2030-06, as_of of delivery, did`,
	}},
	{"distribution-cut", []string{
		`12:34: 0.62 % of this normal distribution lies outside what its figure may be (at least 0) and is drawn anew within it: the median goes from 1 to 1, the mean from 1 to 1.01; write at_least: 0 if that is meant, or floor: 0 to raise what is below`,
		`12:84: 2 % of this mixture distribution lies outside what its figure may be (0 to 2) and is drawn anew within it: the median goes from 1.01 to 1, the mean from 1.04 to 1; write at_most: 2 if that is meant`,
		`14:62: 2.3 % of this normal distribution lies outside what its figure may be (at least 0) and is drawn anew within it: the median goes from 20 to 20.3, the mean from 20 to 20.6; write at_least: 0 if that is meant, or floor: 0 to raise what is below`,
		`18:59: 1.2 % of this uniform distribution lies outside what its figure may be (0.2 to 1, as the spells of hazard storm can shut no more) and is drawn anew within it: the median goes from 0.59 to 0.595, the mean from 0.59 to 0.595; write at_least: 0.2 if that is meant, or floor: 0.2 to raise what is below`,
		`19:63: 1 % of this triangular distribution lies outside what its figure may be (above 1, as project faster saves so many days there) and is drawn anew within it: the median goes from 2.21 to 2.22, the mean from 2.27 to 2.28; write at_least: 1 if that is meant`,
		`20:74: 1 % of this discrete distribution lies outside what its figure may be (above 0) and is drawn anew within it: the median goes from 12000 to 12000, the mean from 11880 to 12000; give it values above 0`,
	}},
	{"figure-of-another-size", []string{
		`4:43: segment railway can carry 12000 Mt a year, more than 10 times as much as the next, ships: 7.2`,
		`4:67: segments.railway.free_flow_days is 96 days, more than 10 times as large as any other figure of its kind: the next is 2 days (segments.ships.free_flow_days)`,
	}},
	{"financing-out-of-time", []string{
		`7:31: early pays nothing of wider-border: its last month is 2029-12, and project wider-border starts in 2030-01`,
		`8:30: late pays nothing of wider-border: its first month is 2030-03, and the last payment comes before 2030-03`,
	}},
	{"growth-after-the-end", []string{`6:26: the value of 2029 has no effect in the months simulated, which begin with 2030-01: 2030 is given too, and growth goes on from it`, `7:7: rate_per_year has no effect: it holds after the last given year, 2030, and the months simulated end with 2030-12`}},
	{"growth-begins-after-the-end", []string{
		`5:60: nothing is asked for in the months simulated, which end with 2030-12: the first year that is given is 2040`,
		`7:45: nothing is asked for in the months simulated, which end with 2030-12: the first year that is given is 2031`,
	}},
	{"growth-in-a-year", []string{`6:39: market boxes grows more than 10 times in a year, from 5.4 Mt in 2030 to 60 Mt`}},
	{"growth-of-500-percent", []string{`6:29: market boxes grows by 500 % a year; 0.05 is 5 %`}},
	{"growth-overridden", []string{
		`5:33: the value of 2032 has no effect: the months simulated end with 2030-12`,
		`5:43: rate_per_year has no effect: it holds after the last given year, 2032, and the months simulated end with 2030-12`,
	}},
	{"hazards-without-effect", []string{
		`4:3: the hazard storm has no effect: the availability of its segments leaves nothing to shut`,
		`5:3: the hazard break has no effect: its severity is 0`,
		`6:3: the hazard never has no effect: its rate_per_year is 0`,
		`7:3: the hazard brief has no effect: its longest_days are 0`,
		`8:3: the hazard same has no effect: its factor is 1`,
		`9:3: the hazard level has no effect: no segment has a draft`,
		`10:14: the level of the water has no effect: no segment has a draft`,
	}},
	{"known-before-it-begins", []string{`3:40: everything is known up to 2031-01, and the months simulated end with 2030-12, so no project is late`}},
	{"name-of-the-library", []string{`1:11: the library has a scenario teaching too, and results would not tell them apart: give this one a name of its own`}},
	{"overlay-of-nothing", []string{`--with overlay-of-nothing.yaml: the overlay overlay-of-nothing.yaml changes nothing: the scenario says the same without it`}},
	{"overlay-says-the-same", []string{`--with overlay-says-the-same.yaml: the overlay overlay-says-the-same.yaml changes nothing: the scenario says the same without it`}},
	{"pool-that-stays", []string{`5:24: the pool a has no effect: its ships do not move, speed_per_month is 0`}},
	{"potential-in-tonnes", []string{
		`5:39: market boxes sends 300000 Mt by the corridor in 2030, more than 10 times what its widest way can carry, 7.2 Mt a year`,
		`5:47: the value of 2031 has no effect: the months simulated end with 2030-12`,
	}},
	{"project-added-by-hand", []string{`6:85: project by-hand adds 3 Mt a year to border in 2032-01, and its capacity gains as much in 2032 by itself`}},
	{"potential-of-the-past", []string{`3:47: the value of 2028 has no effect in the months simulated, which begin with 2030-01: 2030 is given too, and growth goes on from it`}},
	{"price-after-the-end", []string{`3:47: the value from 2031-02 on has no effect: the months simulated end with 2030-12`}},
	{"project-adds-too-much", []string{`4:106: project huge adds 500 Mt a year to border, more than 10 times what the widest segment can carry, 12`}},
	{"project-after-the-end", []string{`4:32: project far has no effect and costs nothing: it starts in 2050-01, and the months simulated end with 2030-12`}},
	{"project-changes-nothing", []string{
		`4:72: project empty changes nothing on railway`,
		`4:93: add_vessels of project empty changes nothing on ships: it is 0`,
		`4:109: scale_capacity of project empty changes nothing on ships: it multiplies by 1`,
		`4:128: save_days of project empty changes nothing on ships: it is 0`,
	}},
	{"project-changes-what-is-not-there", []string{
		`9:15: add_storage_mt of project idle changes nothing on ships: it has no storage_mt, so its storage has no limit`,
		`9:34: add_depth_m of project idle changes nothing on ships: it has no draft`,
		`9:50: scale_closure of project idle changes nothing on ships: it is never shut`,
		`9:70: scale_availability of project idle changes nothing on ships: it is open all the time`,
	}},
	{"project-on-an-unused-segment", []string{
		`4:3: no market uses segment branch: no route lists it, and it joins no two nodes that routes could be found through`,
		`7:3: project wider-branch adds to what no market uses: branch`,
		`8:3: project dig adds to what no market uses: canal (no route lists it, and it joins no two nodes that routes could be found through); branch`,
	}},
	{"project-requires-what-is-not-built", []string{`5:73: project track has no effect: it requires wider-border, which does not go ahead`}},
	{"project-serves-after-the-end", []string{`4:59: project slow has no effect: as planned it serves from 2035-01, and the months simulated end with 2030-12`}},
	{"project-takes-all", []string{
		`4:106: project oops takes so much from border that nothing is left: -490 Mt/yr with all that projects add and take`,
		`4:134: project oops takes so much from ships that nothing is left: 0 vessels with all that projects add and take`,
		`4:165: project oops takes so much from railway that nothing is left: 0 Mt with all that projects add and take`,
	}},
	{"project-worn-off", []string{`4:79: project dredging has no effect: it has worn off by 2022-03, and the months simulated begin with 2030-01`}},
	{"rival-without-a-route", []string{`3:10: no route goes by rival sea, so it has no effect`}},
	{"segment-off-the-way", []string{
		`7:3: no market uses segment branch: no route lists it, and no way of any market leads through it`,
		`8:3: no market uses segment dear: no route lists it, and market boxes, which could, finds cheaper ways`,
		`9:3: no market uses segment ore-line: no route lists it, and no way leads through it for what it accepts, bulk`,
	}},
	{"segment-without-a-route", []string{`4:3: no market uses segment canal: no route lists it, and it joins no two nodes that routes could be found through`}},
	{"shock-after-the-end", []string{`4:48: the shock flood has no effect: it begins in 2031-01, and the months simulated end with 2030-12`}},
	{"shock-and-availability", []string{`5:3: the availability of ships is 0.5 in the months of the shock winter already, which multiplies it by as much again`}},
	{"shock-before-the-start", []string{`4:61: the shock flood has no effect: it ends in 2029-12, and the months simulated begin with 2030-01`}},
	{"shock-by-1", []string{`4:37: the shock flood has no effect: it multiplies by 1`}},
	{"shock-in-percent", []string{`4:33: the factor multiplies by 90; 1.1 is 10 % more`}},
	{"shock-of-a-rival-by-0", []string{`10:3: the shock canal has no effect: it adds 0 to rival sea`}},
	{"shock-opens-what-is-open", []string{`4:36: the shock calm has no effect: a factor multiplies the share of the time that railway is open, which is all of it already`}},
	{"shocks-twice", []string{`5:3: the shocks flood and water both multiply railway by 0.5 from 2030-05 to 2030-06: together by 0.25`}},
	{"uncertainty-in-hours", []string{`4:64: the uncertainty hours has its middle at 75, and segments.railway.free_flow_days is 4: they are more than 10 times apart`}},
	{"years-after-the-end", []string{
		`5:64: the value of 2033 has no effect: the months simulated end with 2032-12`,
		`5:124: the value of 2035 has no effect: the months simulated end with 2032-12`,
		`8:53: the value of 2036 has no effect: the months simulated end with 2032-12`,
	}},
	{"years-not-begun", []string{
		`5:86: the value of 2032 holds for earlier months too: the months simulated begin with 2030-01, and no earlier value is given`,
		`8:36: there is no growth before 2033: the last given year is 2030, and no rate is given for the years between`,
	}},
}

func TestWarnings(t *testing.T) {
	for _, c := range warnFiles {
		t.Run(c.file, func(t *testing.T) {
			s, err := Load(requestOf(warnDir + c.file + ".yaml"))
			if err != nil {
				t.Fatal(err)
			}
			if got := warnings(s, c.file); !slices.Equal(got, c.warnings) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.warnings, "\n\t"))
			}
			checkRoundTrip(t, s)
		})
	}
}

func TestEveryWarningIsInTheTable(t *testing.T) {
	entries, err := os.ReadDir(warnDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.ContainsFunc(warnFiles, func(c struct {
			file     string
			warnings []string
		}) bool {
			return c.file+".yaml" == e.Name()
		}) {
			t.Errorf("%s is not in the table", e.Name())
		}
	}
}

// Whoever shortens the months simulated, scales what there is, or leaves a part of it
// out, is not warned of what the library says.
func TestNoWarningOfWhatOthersSaid(t *testing.T) {
	for _, set := range []string{
		"time.end=2030-12", "time.start=2026-01", "segments.*.cost_usd_per_t=0", "markets.*.growth.rate_per_year=0.01",
		"projects.*.enabled=false", "projects.*.delay_months=120", "segments.*.effectiveness=0.1",
	} {
		s, err := Load(Request{Scenario: "reference", Set: []string{set}})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range s.Warnings() {
			t.Errorf("%s: %s", set, w)
		}
	}
}

// Each pair of overlays that the matrix of a scenario of the library lays on it.
func TestNoWarningsInTheMatrices(t *testing.T) {
	for _, scenario := range []string{"stated", "reference"} {
		base, err := Load(Request{Scenario: scenario})
		if err != nil {
			t.Fatal(err)
		}
		for _, growth := range base.Lever("growth") {
			for _, investment := range base.Lever("investment") {
				s, err := Load(Request{Scenario: scenario, With: []string{growth, investment}})
				if err != nil {
					t.Fatal(err)
				}
				for _, w := range s.Warnings() {
					t.Errorf("%s with %s and %s: %s", scenario, growth, investment, w)
				}
			}
		}
	}
}

// A scenario of the library that is read from its file has its own name, and so has a whole one that
// was written of it.
func TestNamesOfTheLibrary(t *testing.T) {
	for _, name := range []string{"sea-first", "teaching"} {
		s, err := Load(Request{Scenario: "library/" + name + ".yaml"})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), name+".yaml")
		write(t, path, s.Show())
		written, err := Load(Request{Scenario: path})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range slices.Concat(s.Warnings(), written.Warnings()) {
			if strings.Contains(w.Message, "a name of its own") {
				t.Error(w)
			}
		}
	}
}
