package model

import (
	"math"
	"slices"

	"corridor/model/calendar"
	"corridor/model/portable"
)

// Events arrive as a Poisson process and last some days each (Kingman 1993, Poisson
// Processes). They may overlap, and reach from one month into the next.
type Events struct {
	PerYear float64                      // mean number a year
	In      [calendar.MonthsPerYear]bool // calendar months they begin in; none for all
	Lasting Days
}

// MostEventDays bounds how long an event may last: ten years.
const MostEventDays = 3653

// MostAtOnce bounds the mean number of events of a hazard under way at once, and the
// power of e that their effects on a market come to.
const MostAtOnce = 10

// AtOnce returns the mean number of events under way at once, in the calendar month
// with most.
func (e *Events) AtOnce() float64 {
	shares := e.share()
	return slices.Max(shares[:])
}

// inMonth returns the mean number that begin in each calendar month.
func (e *Events) inMonth() (rate [calendar.MonthsPerYear]float64) {
	n := 0
	for _, in := range e.In {
		if in {
			n++
		}
	}
	for i := range rate {
		switch {
		case n == 0:
			rate[i] = e.PerYear / calendar.MonthsPerYear
		case e.In[i]:
			rate[i] = e.PerYear / float64(n)
		}
	}
	return rate
}

// share returns the mean share of a calendar month that events fill, those that
// overlap counted each: Σ over months before of arrivals × the mean part of an event
// that lies so many months on. A month is a twelfth of a year.
func (e *Events) share() (share [calendar.MonthsPerYear]float64) {
	rate := e.inMonth()
	least, most := e.Lasting.Shortest/calendar.DaysPerMonth, e.Lasting.Longest/calendar.DaysPerMonth
	for on := 0; float64(on) <= most+1; on++ {
		part := lastingTwice(float64(on+1), least, most) - float64(2*lastingTwice(float64(on), least, most))
		if on > 0 {
			part += lastingTwice(float64(on-1), least, most)
		}
		for i := range rate {
			to := (i + on) % calendar.MonthsPerYear
			share[to] += float64(rate[i] * part)
		}
	}
	return share
}

// lastingTwice is the second integral, from 0 to x, of the chance that an event with a
// uniform length from least to most lasts longer than so long.
func lastingTwice(x, least, most float64) float64 {
	half := float64(least * least / 2) // of a halving too the compiler makes a product
	switch {
	case x <= least:
		return float64(x * x / 2)
	case x < most:
		over := x - least
		return half + float64(least*over) + float64(over*over/2) - float64(over*over*over)/(6*(most-least))
	}
	width, mean := most-least, float64((least+most)/2)
	return half + float64(least*width) + float64(width*width)/3 + float64(mean*(x-most))
}

// spread draws the events that touch some months from start on and tells each month
// it touches the share of it that is filled. Arrivals begin so long before the start
// that events of any length may already be under way. Two numbers are taken for each
// event, and one to find that no more come.
func (e *Events) spread(start calendar.Month, months int, numbers Uniform, fill func(month int, share float64)) {
	rate := e.inMonth()
	month := -int(math.Ceil(e.Lasting.Longest / calendar.DaysPerMonth))
	at, wait := 0.0, gap(numbers) // the place in the month, and the arrivals until the next one
	for month < months {
		if wait >= e.PerYear { // from any place in a year to the same of the next
			wait -= e.PerYear
			month += calendar.MonthsPerYear
			continue
		}
		perMonth := rate[(start + calendar.Month(month)).Index()]
		if left := float64(perMonth * (1 - at)); wait >= left {
			wait -= left
			month++
			at = 0
			continue
		}
		at = min(1, at+wait/perMonth)
		days := e.Lasting.Shortest + float64(numbers.Float64()*(e.Lasting.Longest-e.Lasting.Shortest))
		for to, from, left := month, at, days/calendar.DaysPerMonth; left > 0 && to < months; to++ {
			share := min(left, 1-from)
			if to >= 0 {
				fill(to, share)
			}
			left -= share
			from = 0
		}
		wait = gap(numbers)
	}
}

// gap is the time between events whose mean is 1: exponential, by inversion.
func gap(numbers Uniform) float64 { return -portable.Log(numbers.Float64()) }
