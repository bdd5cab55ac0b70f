package model

// MostSpellDays bounds the spells of a closure: a month.
const MostSpellDays = 31

// shutDays is the distribution of the days on which a calendar month is shut, as the
// closure's spells make it.
type shutDays struct {
	atMost [MostSpellDays + 1]float64 // chance of at most so many days
	ratio  [MostSpellDays + 1]float64 // so many days over the mean of the month
	from   [guides]uint8              // where to begin the search, by the number drawn
}

// guides is the number of places the search for a number of days can begin at
// (indexed search: Chen & Asau 1974, AIIE Transactions 6, 163–166).
const guides = 64

// draw returns the days shut over their mean, given a uniform number.
func (d *shutDays) draw(u float64) float64 {
	days := d.from[int(u*guides)]
	for d.atMost[days] < u {
		days++
	}
	return d.ratio[days]
}

// spells make an alternating renewal process of days (Cox 1962, Renewal Theory, ch.
// 7): shut for a spell of shortest to longest days, every length as likely, then
// open for at least one day, after each of which a spell begins with the same chance.
// That chance is such that the share of days shut is the mean: with E the mean spell,
// chance = mean / ((1 − mean) E).
type spells struct {
	shortest, longest int
	mean, chance      float64
}

func newSpells(d Days, mean float64) spells {
	s := spells{shortest: int(d.Shortest), longest: int(d.Longest), mean: mean}
	s.chance = mean / float64((1-mean)*d.mean())
	return s
}

// MostShut is the greatest share of the time that spells can shut, with a day open
// between one and the next.
func (d Days) MostShut() float64 { return d.mean() / (d.mean() + 1) }

// ofLength returns the chance that a spell has so many days.
func (s *spells) ofLength(days int) float64 {
	if days < s.shortest || days > s.longest {
		return 0
	}
	return 1 / float64(s.longest-s.shortest+1)
}

// fill finds the distribution of the days shut in a month: exactly, by following the
// chance of each state from day to day. A month begins in the steady state of the
// process, whatever the month before was, so that every day of it has the mean.
func (d *shutDays) fill(s spells, days int) {
	// state 0 is open, state r is shut with r days of the spell to come, today's included.
	var now, next [MostSpellDays + 1][MostSpellDays + 1]float64 // by state, then by days shut so far
	now[0][0] = 1 - s.mean
	longer := 0.0
	for r := s.longest; r > 0; r-- {
		longer += s.ofLength(r)
		now[r][1] = s.mean * longer / float64(float64(s.shortest+s.longest)/2)
	}
	for day := 1; day < days; day++ {
		clear(next[:])
		for shut := range day + 1 {
			next[0][shut] = float64(now[0][shut]*(1-s.chance)) + now[1][shut]
			begins := float64(now[0][shut] * s.chance)
			for r := s.longest; r > 0; r-- {
				next[r][shut+1] = float64(begins * s.ofLength(r))
				if r < s.longest {
					next[r][shut+1] += now[r+1][shut]
				}
			}
		}
		now = next
	}
	sum := 0.0
	for shut := range d.atMost {
		d.ratio[shut] = 1
		if shut <= days {
			for r := range now {
				sum += now[r][shut]
			}
			if s.mean > 0 {
				d.ratio[shut] = float64(shut) / float64(float64(days)*s.mean)
			}
		}
		d.atMost[shut] = sum
		if shut >= days {
			d.atMost[shut] = 1 // to rounding it is
		}
	}
	begin := uint8(0)
	for i := range d.from {
		for d.atMost[begin] < float64(i)/guides {
			begin++
		}
		d.from[i] = begin
	}
}
