package model

import "corridor/model/calendar"

// Agreement is cargo that is contracted: so many Mt per year from a month to another.
type Agreement struct {
	Name       string
	From, To   calendar.Month // first and last month; calendar.Never for no end
	MtPerYear  float64        // as agreed
	Fulfilment float64        // share of it that is sent, more than 1 for more than agreed; 0 for all of it
	RampMonths int            // months until the full mass, in equal steps; 0 for at once
	Known      calendar.Month // the month it was published; nothing is computed from it
}

// Schedule is the agreements of a market one after the other, at most one in any month.
//
// In its month k, the first being 1, an agreement over R months of ramp has come to
//
//	A(t) = A₀ + (φA − A₀) × min(1, k/R)
//
// where A is what was agreed, φ its fulfilment, and A₀ what the agreement that ended in the
// month before had come to, or nothing where none did. Between agreements there is no cargo.
// What is scheduled is offered to the routes whatever they cost; seasons and shocks act on top.
type Schedule []Agreement

// at returns what is sent by agreement in a month, Mt per year, seasons and shocks aside.
func (s Schedule) at(t calendar.Month) float64 {
	for i := range s {
		if s[i].From <= t && t <= s[i].To {
			return s[i].at(t, s)
		}
	}
	return 0
}

// at returns what the agreement has come to in one of its months.
func (a *Agreement) at(t calendar.Month, s Schedule) float64 {
	month, sent := int(t-a.From)+1, a.sent()
	if month >= a.RampMonths {
		return sent
	}
	before := s.at(a.From - 1)
	return before + float64((sent-before)*(float64(month)/float64(a.RampMonths)))
}

// sent is what of the agreed mass is sent in a year, Mt.
func (a *Agreement) sent() float64 {
	if a.Fulfilment == 0 {
		return a.MtPerYear
	}
	return float64(a.MtPerYear * a.Fulfilment)
}
