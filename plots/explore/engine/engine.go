// Package engine is the model for a browser: the program in WebAssembly, compressed, and the
// JavaScript that starts it. The program is cmd/engine; after a change of the model, or of
// anything else it is made of, it is built anew by
//
//	go generate ./plots/explore/engine
//
// It imports nothing of ours. [Program] and [Script] are all there is, and [Shape], which says
// whose files the program reads.
package engine

import (
	_ "embed"
	"strings"
)

//go:generate go run corridor/cmd/engine .

// Program is the WebAssembly, gzip.
//
//go:embed engine.wasm.gz
var Program []byte

//go:embed wasm_exec.js
var support string

//go:embed engine.js
var start string

//go:embed shape.txt
var shape string

// Shape is that of the corridors that the program reads: explorer.Shape of the sources it is of.
func Shape() string { return strings.TrimSpace(shape) }

// Script is JavaScript, no module, that defines startEngine; see engine.js.
func Script() string { return support + "\n" + start }
