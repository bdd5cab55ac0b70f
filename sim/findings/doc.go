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
// In the words of tables: held_back_mt, held_back_by and held_back_months are of cargo
// that is there, limiting_segment and limiting of cargo that could come.
//
// A target *hangs on* a figure that its scenario calls uncertain when the verdict turns
// within the range of that figure alone, and *moves with* it when the value does so by more
// than a tenth.
//
// [Full], [HoldsBack] and [Most] decide; [Holders], [Capacity], [SpendingOf] and [HangsOn]
// say what tables say. The package imports model for what counts as rounding, model/calendar and
// sim/tables.
package findings
