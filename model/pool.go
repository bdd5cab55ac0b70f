package model

// Pool is a fleet of ships that serves several segments, and trades outside the corridor, and
// moves to what pays.
//
// A ship-day earns freight rate × tonnes carried ÷ days of the voyage, and ships go where it
// earns more: that makes the supply of tonnage in models of shipping since Koopmans 1939,
// Tanker Freight Rates and Tankship Building (as told by Adland & Strandenes 2004, NHH Discussion
// Paper 11/2004). Of N ships service j draws
//
//	n*_j = N × n⁰_j e_j^η / Σ n⁰ e^η
//
// a logit on the logarithm of earnings, in pivot form: n⁰ are the ships of the base year, when
// each service earned e = 1, whatever else held its ships there: flags, contracts, what a voyage
// costs. With a large η all come to earn the same; with a small one few follow. Each month the
// ships go a part κ of the way,
//
//	n ← n + κ (n* − n)
//
// A ship of service j carries what is offered to it, D, over the ships there, and at most what
// it can in the month, K/n, storms counted. With rate p, and V⁰ carried in the base year,
//
//	e = p/p⁰ × min(D, K)/n × n⁰/V⁰
//
// so that a ship gains nothing where there is no cargo. Segments offer what their flows bring,
// what waits for them, and other traffic; the rate is their price unless one is given.
//
// A service's own ships are those it is stated with: n⁰ is its capacity in the base year times
// its voyage days, over the sum of all, and what is added to its stated capacity or its vessels
// adds ships, which begin there. A segment with n ships and m of its own has n/m of the
// capacity it is stated with. Σ n = Σ m in every month. Where κ (1 + η) is at most 1, ships
// approach a mix of cargo that stays as it is without going back and forth.
type Pool struct {
	Name        string
	Speed       float64 // κ, part of the way gone in a month, 0 to 1
	Sensitivity float64 // η, how strongly they follow earnings: by so many per cent for each per cent
	Services    []Service
}

// Service is a segment that ships of a pool serve, or a trade outside the corridor.
type Service struct {
	Name        string
	Segment     int     // index, −1 for a trade
	VoyageDays  float64 // of a round trip, days in port counted; above 0
	RateUSDPerT Series  // what a tonne pays; of a segment the zero Series for its price

	// Of a trade, Mt per year.
	CapacityMt Series // what its own ships can carry
	DemandMt   Series // what there is to carry
}
