// Package report makes one HTML page of the results of one run or of several, to be
// handed on: it needs no network and no other file, can be printed, and is read
// from result tables, their description and the manifest alone, never from the model.
//
// All numbers stand in the page itself; its script only adds a cursor, the choice of
// what is shown, and the look. The same runs give the same bytes.
//
// [Write] writes it. Each part of the page is a file: what it shows, and how that follows
// from the tables; page.html, style.css and script.js are the page.
//
// The package imports plots for the charts, sim/tables, sim/findings and sim/rundir.
package report
