// Package fill shares the capacities of resources among those who use them: weighted
// max–min fairness, by progressive filling.
//
// A user asks for an amount and takes, of each resource it uses, its weight for each
// unit it is given. All users are raised together, in proportion to what they ask for,
// until a resource is full; those who use it are held there, and the others go on. The
// result is the one in which nobody can get more of what was asked for unless one with
// no larger a part of it gets less (Bertsekas & Gallager 1992, Data Networks, 2nd ed.,
// §6.5.2). Users may be in classes, of which one is served before the next
// (NewInClasses).
//
// It knows no corridor and no cargo, imports nothing of ours, and allocates nothing
// once a System and its Workspace are made. System.Allocate is where to begin.
//
// Every product that meets a sum is rounded on its own, and sums run in the order of
// the users, so that results are the same bits on every machine.
package fill
