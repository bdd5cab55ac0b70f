// Package discovery finds the conditions under which something happens, from draws in which it
// did and draws in which it did not: scenario discovery (Bryant & Lempert 2010, Technological
// Forecasting and Social Change 77, 34–49).
//
// A [Sample] has the inputs of draws and says which of them are cases. [Sample.Find] finds a
// [Box], limits on few inputs inside which most draws are cases, by the patient rule induction
// method (PRIM; Friedman & Fisher 1999, Statistics and Computing 9, 123–143): [Sample.Peel] gives
// the trajectory of boxes, a [Rule] chooses one of them, limits that chance explains are dropped,
// and pasting widens what is left. [Sample.Cover] finds several, each in what the others leave.
// [Sample.Grow] grows a classification tree of the same draws (CART; Breiman, Friedman, Olshen &
// Stone 1984, Classification and Regression Trees).
//
// What comes out is a pure function of the draws: no ties are broken by chance, and what is
// chosen at random is chosen by streams of a name. It knows nothing of scenarios, and imports
// sim/random and sim/stats.
package discovery
