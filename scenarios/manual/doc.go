// Package manual is the language of scenario files as it is told to who writes them: for
// each key at the top of a file what it is for, all keys below it, and an example. Purpose
// and example stand in a file of the key's name, keys come from the table of the language.
//
// It imports scenarios/language alone; corridor help scenario prints it, and cmd/gallery
// writes it into scenarios/README.md. The main entry point is Sections.
package manual
