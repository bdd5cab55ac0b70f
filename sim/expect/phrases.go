package expect

import (
	"regexp"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

const (
	period = `([12][0-9]{3}(?:-[0-9]{2})?)`
	gap    = `[ \t]+`
)

// The phrases around a condition.
var (
	everyPhrase   = regexp.MustCompile(`\bin` + gap + `(every|each|some|any)` + gap + `(month|year)s?\b(?:` + gap + `(?:of|from)` + gap + period + `(?:` + gap + `to` + gap + period + `)?)?`)
	rangePhrase   = regexp.MustCompile(`\bin` + gap + period + gap + `to` + gap + period + `\b`)
	futuresPhrase = regexp.MustCompile(`\bin` + gap + `(?:at` + gap + `(least|most)` + gap + `)?([0-9.]+)[ \t]*%` + gap + `of` + gap + `(?:the` + gap + `)?futures\b`)
	atTheEnd      = regexp.MustCompile(`[ \t,]in` + gap + period + `[ \t]*$`)

	// A part that all of a condition is of stands behind the number that is compared with.
	partAtTheEnd = regexp.MustCompile(`(?:[<>=]|\bwithin[^<>=]*\bof)[ \t]*[0-9.]+[ \t]*%?[ \t,]+(of` + gap + `(?:(segment|cargo|market)` + gap + `)?([\pL\pN_/-]+))[ \t]*$`)
)

// phrases takes the phrases out of a check, and leaves blanks in their places, so that what is
// left stands where it stood.
type phrases struct {
	text  string
	names *Names
	over  over
	when  bool
	share *share
	part  Part
}

func (p *phrases) take() *Mistake {
	for _, next := range []func() *Mistake{p.futures, p.every, p.between, p.partOfAll, p.inPeriod} {
		if wrong := next(); wrong != nil {
			return wrong
		}
	}
	for _, phrase := range []*regexp.Regexp{futuresPhrase, everyPhrase, rangePhrase} {
		if at := phrase.FindStringIndex(p.text); at != nil {
			return mistakef(at[0], "a second %q, expected one in a check", strings.Fields(p.text[at[0]:at[1]])[1])
		}
	}
	return nil
}

// found returns the places of the groups of a phrase, and blanks it.
func (p *phrases) found(phrase *regexp.Regexp, whole int) (groups []string, at []int) {
	at = phrase.FindStringSubmatchIndex(p.text)
	if at == nil {
		return nil, nil
	}
	for i := 0; i < len(at); i += 2 {
		if at[i] < 0 {
			groups = append(groups, "")
			continue
		}
		groups = append(groups, p.text[at[i]:at[i+1]])
	}
	from, to := at[2*whole], at[2*whole+1]
	p.text = p.text[:from] + blank(p.text[from:to]) + p.text[to:]
	return groups, at
}

// blank is as many spaces as a text has bytes.
func blank(text string) string { return strings.Repeat(" ", len(text)) }

func (p *phrases) futures() *Mistake {
	groups, at := p.found(futuresPhrase, 0)
	if groups == nil {
		return nil
	}
	percent, err := strconv.ParseFloat(groups[2], 64)
	if err != nil || percent > 100 {
		return mistakef(at[4], "%s %% is no share of futures, expected 0 %% to 100 %%", groups[2])
	}
	switch atMost := groups[1] == "most"; {
	case percent == 100 && !atMost:
		return mistakef(at[4], "no number of draws shows that 100 %% of the futures do; expected less, such as 99 %%")
	case percent == 0 && atMost:
		return mistakef(at[4], "no number of draws shows that 0 %% of the futures do; expected more, such as 1 %%")
	}
	p.share = &share{of: percent / 100, atMost: groups[1] == "most"}
	return nil
}

func (p *phrases) every() *Mistake {
	groups, at := p.found(everyPhrase, 0)
	if groups == nil {
		return nil
	}
	from, to := p.names.First, p.names.Last
	if groups[3] != "" {
		a, wrong := p.names.period(groups[3], at[6])
		if wrong != nil {
			return wrong
		}
		b := a
		if groups[4] != "" {
			if b, wrong = p.names.period(groups[4], at[8]); wrong != nil {
				return wrong
			}
		}
		from, to = max(from, beginning(a)), b.Month
	}
	return p.spanned(from, to, groups[2] == "year", groups[1] == "some" || groups[1] == "any", at[0])
}

func (p *phrases) between() *Mistake {
	groups, at := p.found(rangePhrase, 0)
	if groups == nil {
		return nil
	}
	if p.when {
		return mistakef(at[0], "a second phrase that says when, expected one in a check")
	}
	a, wrong := p.names.period(groups[1], at[2])
	if wrong != nil {
		return wrong
	}
	b, wrong := p.names.period(groups[2], at[4])
	if wrong != nil {
		return wrong
	}
	if a.Yearly != b.Yearly {
		return mistakef(at[2], "%s to %s is of a year and a month, expected two years or two months", groups[1], groups[2])
	}
	return p.spanned(max(p.names.First, beginning(a)), b.Month, a.Yearly, false, at[0])
}

// spanned sets the periods from one month to another.
func (p *phrases) spanned(from, to calendar.Month, yearly, some bool, offset int) *Mistake {
	p.when, p.over = true, over{periods: everyPeriod(from, to, yearly), some: some}
	if len(p.over.periods) == 0 {
		return mistakef(offset, "there is no such year or month among those simulated, %v to %v", p.names.First, p.names.Last)
	}
	return nil
}

// inPeriod takes the period that stands behind all else.
func (p *phrases) inPeriod() *Mistake {
	at := atTheEnd.FindStringSubmatchIndex(p.text)
	if at == nil || p.when {
		return nil
	}
	when, wrong := p.names.period(p.text[at[2]:at[3]], at[2])
	if wrong != nil {
		return wrong
	}
	p.when, p.over = true, over{periods: []tables.Period{when}}
	p.text = p.text[:at[0]] + blank(p.text[at[0]:])
	return nil
}

func (p *phrases) partOfAll() *Mistake {
	at := partAtTheEnd.FindStringSubmatchIndex(p.text)
	if at == nil {
		return nil
	}
	kind := ""
	if at[4] >= 0 {
		kind = p.text[at[4]:at[5]]
	}
	part, wrong := p.names.part(kind, p.text[at[6]:at[7]], at[6])
	if wrong != nil {
		return wrong
	}
	p.part = part
	p.text = p.text[:at[2]] + blank(p.text[at[2]:])
	return nil
}

// beginning is the first month of a period.
func beginning(p tables.Period) calendar.Month {
	if p.Yearly {
		return calendar.NewMonth(p.Year(), 1)
	}
	return p.Month
}
