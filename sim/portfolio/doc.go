// Package portfolio finds which candidates to take, and with which option each, such as when
// to begin: plans of which none is better in every objective, under uncertainty.
//
// The entry point is [Search.Solve]. A [Problem] has candidates with requirements, exclusions
// and a limit that is known without trying, such as a budget; what a plan comes to is asked in
// futures that all plans share. An [Objective] is a statistic of a metric over them. Where there
// are few plans all are tried, and the answer is proven for these futures; else NSGA-II looks
// for the best, and what is found is the best of those that were tried and nothing more.
//
// It knows nothing of corridors. It imports sim/random and sim/stats.
package portfolio
