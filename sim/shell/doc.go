// Package shell writes words as a POSIX shell reads them, for command lines that are shown to be
// pasted and scripts that are run.
//
// It imports no other package of ours. The main entry point is Quoted.
package shell
