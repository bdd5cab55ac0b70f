// Package findings says what it means that a segment is full, that it holds cargo
// back, and that it limits the capacity: once, for the tables, the summaries, the
// charts and the report alike.
//
// A segment is *full* in a month when it carries what it can carry in that month, to
// one part in a billion. One that is shut all month can carry nothing and is not
// called full.
//
// A segment *holds cargo back* in a month when a tonne or more that was offered in it
// was not carried because the segment could take no more. How much it holds back is
// what was offered less what was carried, of all cargo whose way it is the first to
// close, that of a rival's way through it included; of two that fill at once, the first
// in the scenario. It stands in segments.csv as held_back_mt. What is held back gives
// up, is refused where there is no room to wait, or waits and is offered again in the
// next month. A tonne that waits three months is held back three times, so that sums
// over months say where it is held, and not how much is lost. Cargo of a class, or of
// the corridor, is held back in a month when a segment holds a tonne or more of it back.
//
// A segment *limits the capacity* of the corridor, or of a class, when it would stop
// most of it if all cargo grew in the proportions of the time until nothing more could
// pass. That is a question of another load than there is: the segment that limits may
// have room today, and one that holds cargo back today may limit only a small part of
// what could come. Model.Limit answers it.
//
// A corridor has three capacities: *in the mix carried*, where all grows alike until the first
// segment is full; *with every service full*, where a full segment stops its flows alone; and
// of that the *comparable* one, what the declared capacity counts by its scope and its ways.
// Nothing is set against a declared capacity but the last.
//
// In the words of tables: held_back_mt, held_back_by and held_back_months are of cargo
// that is there, limiting_segment and limiting of cargo that could come.
//
// A target *hangs on* a figure that its scenario calls uncertain when the verdict turns
// within the range of that figure alone, and *moves with* it when the value does so by more
// than a tenth.
//
// A sentence about the future is stated where it holds in [Decided] of the draws of an
// ensemble or more, denied where it does in 1 − Decided or less, and undecided between: so
// say findings.csv, the summaries of ensembles and comparisons, the report and the README.
// The share has an interval, as the draws are so many; where that reaches into another
// verdict, more draws may decide otherwise. What one run in mean weather says is of the
// expected future, and nothing is said of how sure it is.
//
// Money is *set against tonnes* only where nearly all of it is for the corridor's cargo of
// the time: works that come into use later and other traffic on the same segments are said
// beside it ([Outlay]), and no USD per tonne is worked out of what is not for those tonnes.
//
// [Full], [HoldsBack] and [Most] decide; [Holders], [Capacity], [SpendingOf] and [HangsOn]
// say what tables say. The package imports model for what counts as rounding, model/calendar,
// model/portable, sim/economics and sim/tables.
package findings
