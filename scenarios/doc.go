// Package scenarios reads scenario files: of the library or of one's own, with all they
// extend and the overlays and values laid on them. What a file may say is the room
// language; mistakes and their places are the room text; the files that come with the
// program are the room library.
//
// It imports these, model and the rooms of sim that a scenario compiles to. The main entry
// point is Load, which returns a Scenario; Library lists what there is to load.
package scenarios
