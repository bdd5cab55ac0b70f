//go:build !js

// Engine is the model for a browser, and what builds it. Compiled for js/wasm it gives the
// JavaScript of plots/explore/engine what runs a corridor with levers; compiled for anything else
// it compiles itself for js/wasm, and writes the program, compressed, and Go's own JavaScript beside
// that of the room.
//
//	go generate ./plots/explore/engine
//
// The program depends on the sources and on the version of Go alone.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"corridor/sim/explorer"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run corridor/cmd/engine DIRECTORY")
		os.Exit(2)
	}
	if err := build(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

// build writes the program and its JavaScript to a directory.
func build(to string) error {
	space, err := os.MkdirTemp("", "engine")
	if err != nil {
		return err
	}
	defer os.RemoveAll(space)
	program := filepath.Join(space, "engine.wasm")
	compile := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", program, "corridor/cmd/engine")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWASM=", "GOEXPERIMENT=", "CGO_ENABLED=0")
	compile.Stderr = os.Stderr
	if err := compile.Run(); err != nil {
		return err
	}
	raw, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(raw); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	support, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "wasm_exec.js"), support, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "shape.txt"), []byte(explorer.Shape()+"\n"), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "engine.wasm.gz"), packed.Bytes(), 0o644)
}
