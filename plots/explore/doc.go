// Package explore writes the explorer: one HTML page that holds the model itself, with levers
// to move and charts that follow them. It needs no network and no other file.
//
// What the page shows is drawn by its own script from what the engine returns; nothing is
// drawn beforehand but the ground of the map. Its parts stand in the folder page, one file for
// each thing that can be seen; they are joined in the order of [scripts]. The engine, the
// program and the corridors come from the caller: [Write] is where to begin.
//
// The package imports plots/words for the languages, plots/atlas for the map and plots/page for colours.
package explore
