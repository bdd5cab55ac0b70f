// Package rundir puts results into a directory, so that nothing is lost.
//
// The entry points are [At], the place of new results, and [Of], that of results to add
// to; [Place.Commit] and [Place.Update] put them there. It imports sim/disk.
//
// # What it promises
//
// At every moment, whatever is killed and wherever the power fails, the directory holds
// the old results or the new ones, whole. When [Place.Commit] returns, the new ones are
// on the disk. A file that no results list is never removed: [At] names it and refuses,
// and one that comes later stays where it is. A directory may be named through a link,
// by ".", or from within: it stays the same directory, and a shell that stands in it
// goes on.
//
// # How
//
// Everything is written to a scratch directory beside the results and synced. Then the
// two change places in one step (renameat2 with RENAME_EXCHANGE, renamex_np), what was
// the directory gets the new files as second names, and both change places again.
//
// A directory that cannot change places, being a mount point, or below one that may not
// be written, or on a system that knows no such step, gets the files one by one: its old
// manifest is taken out first and the new one comes last, so that it never passes for
// results that it does not hold. When that is cut short, the next run finishes it.
//
// Scratch is locked by who made it. What can be locked is of a run that is gone, and
// is cleared by the next run into the same directory.
package rundir
