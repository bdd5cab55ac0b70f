package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"corridor/plots"
)

// galleryRuns are the commands whose results the gallery is drawn from.
var galleryRuns = []string{
	"run stated --out out/stated",
	"run reference --out out/reference",
	"run sea-first --out out/sea-first",
	"run rail-first --out out/rail-first",
	"run soft-only --out out/soft-only",
	"matrix stated --out out/matrix",
	"hindcast reference --out out/hindcast",
	"calibrate reference --out out/calibration",
	"discover reference --with calibration/posterior --draws 2000 --seed 7 --where throughput_mt_2030<5.5 --density 75% --out out/discovery",
	"ensemble reference " + futures + " --out out/ensemble",
	appraisalOfReference + " --out out/appraisal",
	"sensitivity reference --with calibration/posterior --out out/sensitivity",
	"compare reference sea-first rail-first " + futures + " --out out/compare",
	planOfReference + " --out out/plan",
}

// exhibit is one picture of the gallery.
type exhibit struct {
	name     string // of its file
	question string // it answers
	command  string // that draws it, after corridor plot
}

// exhibits are the pictures of the gallery in order.
var exhibits = []exhibit{
	{"stated-throughput", "What would shippers send, what is carried, what could pass, and what is lost?", "out/stated --chart throughput"},
	{"utilisation", "How full are the corridor and its segments, month by month?", "out/reference --chart utilisation"},
	{"additions", "When does capacity grow, by which projects, and what is spent?", "out/stated --chart additions"},
	{"reference-map", "Where does the cargo go, and where is the corridor full?", "out/reference --chart map"},
	{"map-years", "Where does the corridor fill, and when?", "out/reference --chart map-years"},
	{"binding", "Which segment holds cargo back, in which months, and how much?", "out/reference --chart binding"},
	{"cargo", "What is carried, by cargo class and official series?", "out/reference --chart cargo"},
	{"flows", "Where does the cargo come from, which way does it go, and where to?", "out/reference --chart flows"},
	{"legs", "How long does it take from door to door, and where does the time go?", "out/reference --chart legs"},
	{"timeline", "When is each project built, when does it serve, and what does it cost?", "out/reference --chart timeline"},
	{"hindcast", "What would the model have said a year ahead, against what happened?", "out/hindcast --chart hindcast"},
	{"errors", "How far off are its forecasts, beside those that anyone can make?", "out/hindcast --chart errors"},
	{"misses", "What do its misses come from, and does it respond as the corridor did?", "out/hindcast --chart misses"},
	{"predictive", "What was observed, on what the model says of it before calibration, without knowing it, and for use?", "out/calibration --chart predictive"},
	{"posterior", "What do the observations tell about each parameter, and which moved?", "out/calibration --chart posterior"},
	{"pit", "Where did observations fall in what the model said before it knew them?", "out/calibration --chart pit"},
	{"fan", "How sure are throughput and capacity?", "out/ensemble --chart fan"},
	{"fan-days", "The same for another metric: how sure is the time from door to door?", "out/ensemble --chart fan --metric transit_days"},
	{"chance", "How likely is it that a year reaches a target?", "out/ensemble --chart chance"},
	{"attainment", "By when has a target been reached, and how likely?", "out/ensemble --chart attainment"},
	{"bottlenecks", "Which segment limits the capacity of the corridor, and how likely?", "out/ensemble --chart bottlenecks"},
	{"holding", "At which segments is cargo held back, and how likely?", "out/ensemble --chart holding"},
	{"map-futures", "Where is cargo held back, when, and how likely is it?", "out/ensemble --chart map-futures"},
	{"ranking", "What does each project and measure bring, and how sure is that?", "out/appraisal --chart ranking"},
	{"worth", "Which projects and measures are worth their cost, and how surely?", "out/appraisal --chart worth"},
	{"costs", "Which projects and measures bring most for what is spent?", "out/appraisal --chart costs"},
	{"shares", "Which uncertainties make the spread of a result, year by year?", "out/sensitivity --chart shares"},
	{"tornado", "What does one uncertain figure alone change, from one end of its range to the other?", "out/sensitivity --chart tornado"},
	{"plans", "What does each plan gain for what it costs, and which are worth a name?", "out/plan --chart plans"},
	{"regret", "How far is each plan from the best, whichever scenario comes?", "out/plan --chart regret"},
	{"tradeoff", "How much of what is looked for does a box of uncertain figures explain, and how surely?", "out/discovery --chart tradeoff"},
	{"box", "Within which limits of the uncertain figures does it happen?", "out/discovery --chart box"},
	{"difference", "What does another programme change, future by future?", "out/compare --chart difference"},
	{"breakdown", "Where does that difference come from, and how surely?", "out/compare --chart breakdown"},
	{"matrix", "What do growth and investment together lead to?", "out/matrix --chart matrix"},
	{"compare", "Which programme carries most?", "out/reference out/sea-first out/rail-first out/soft-only --chart compare"},
	{"multiples", "The same, one small chart each.", "out/reference out/sea-first out/rail-first out/soft-only --chart multiples --metric capacity_mt"},
	{"minus", "What does each programme carry more or less than the first?", "out/reference out/sea-first out/rail-first out/soft-only --chart difference"},
	{"slide-kk", "A slide in Kazakh.", "out/ensemble --chart fan --size slide --lang kk"},
	{"paper-ka", "A page in Georgian.", "out/reference --chart throughput --size paper --lang ka"},
}

// draw adds the pictures of the gallery to the files of the repository.
func draw(t *trials, content files) error {
	for _, command := range galleryRuns {
		if err := t.keeps(command); err != nil {
			return err
		}
	}
	for _, e := range exhibits {
		if _, err := t.run("plot " + e.command + " --format svg --out out/gallery"); err != nil {
			return err
		}
		drawn, err := filepath.Glob(filepath.Join(t.dir, "out", "gallery", "*.svg"))
		if err != nil || len(drawn) != 1 {
			return fmt.Errorf("corridor plot %s drew %d pictures, expected one", e.command, len(drawn))
		}
		if content["plots/gallery/"+e.name+".svg"], err = os.ReadFile(drawn[0]); err != nil {
			return err
		}
		if err := os.Remove(drawn[0]); err != nil {
			return err
		}
	}
	return nil
}

// galleryPart shows every exhibit with its question, tables and command.
func galleryPart() (string, error) {
	var b strings.Builder
	b.WriteString("The runs they are drawn from:\n\n")
	for _, command := range galleryRuns {
		fmt.Fprintf(&b, "    corridor %s\n", command)
	}
	for _, e := range exhibits {
		fmt.Fprintf(&b, "\n### %s\n\n", e.name)
		fmt.Fprintf(&b, "%s Drawn from %s.\n\n", e.question, strings.Join(tablesOf(e), ", "))
		fmt.Fprintf(&b, "    corridor plot %s\n\n![%s](gallery/%s.svg)\n", e.command, e.question, e.name)
	}
	return b.String(), nil
}

// tablesOf lists the tables that an exhibit needs.
func tablesOf(e exhibit) []string {
	args := strings.Fields(e.command)
	name, runs := "", 0
	for i, arg := range args {
		if arg == "--chart" {
			name = args[i+1]
		}
		if strings.HasPrefix(arg, "out/") {
			runs++
		}
	}
	if runs > 1 {
		return []string{"annual.csv"}
	}
	c, _ := plots.Lookup(name)
	var out []string
	for _, s := range c.Needs {
		out = append(out, s.File())
	}
	return out
}
