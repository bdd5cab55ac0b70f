package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"corridor/sim/tables"
)

// How progress is shown.
const (
	progressAuto  = "auto"  // a bar on a terminal, nothing elsewhere
	progressBar   = "bar"   // a bar
	progressLines = "lines" // a line now and then
	progressNone  = "none"
)

var progressModes = []string{progressAuto, progressBar, progressLines, progressNone}

// progress shows how far the draws are.
type progress struct {
	to           io.Writer
	mode         string
	draws, first uint64 // to be done, and done before the start
	of           string // what they are, one of them
	lanes        string // how many are done side by side, as of the rate
	now          func() time.Time
	start, shown time.Time
	open         bool // a bar stands on the line
	done         uint64
	elsewhere    string // how those are that compute elsewhere; "" for nobody
}

func newProgress(to io.Writer, mode, of string, draws, first uint64, now func() time.Time) *progress {
	to = bare(to)
	if mode == progressAuto {
		mode = progressNone
		if file, ok := to.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
			mode = progressBar
		}
	}
	return &progress{of: of, to: to, mode: mode, draws: draws, first: first, done: first, now: now, start: now(), shown: now()}
}

const (
	betweenBars  = 200 * time.Millisecond
	betweenLines = 10 * time.Second
	barWidth     = 30
)

// others is told how those are that compute elsewhere.
func (p *progress) others(how string) {
	if p != nil {
		p.elsewhere = how
		p.show(p.done)
	}
}

// show is told how many draws are done.
func (p *progress) show(done uint64) {
	p.done = done
	between := betweenBars
	if p.mode == progressLines {
		between = betweenLines
	}
	now := p.now()
	if p.mode == progressNone || now.Sub(p.shown) < between && done < p.draws {
		return
	}
	p.shown = now
	line := fmt.Sprintf("%3.0f %%  %s of %s", 100*float64(done)/float64(p.draws), tables.Grouped(done), tables.Counted(p.draws, p.of))
	if elapsed := now.Sub(p.start); done > p.first && elapsed > 0 {
		rate := float64(done-p.first) / elapsed.Seconds()
		left := time.Duration(float64(p.draws-min(done, p.draws)) / rate * float64(time.Second)).Round(time.Second)
		line += fmt.Sprintf(", %s, %v left", strings.TrimSpace(tables.Grouped(uint64(rate))+"/s "+p.lanes), left)
	}
	if p.elsewhere != "" {
		line += "; " + p.elsewhere
	}
	if p.mode == progressLines {
		fmt.Fprintln(p.to, line)
		return
	}
	full := int(barWidth * min(done, p.draws) / p.draws)
	fmt.Fprintf(p.to, "\r[%s%s] %s\x1b[K", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), line)
	p.open = true
}

// end leaves the line of the bar.
func (p *progress) end() {
	if p.open {
		fmt.Fprintln(p.to)
		p.open = false
	}
}
