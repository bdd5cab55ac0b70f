package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNoticesAreComplete: nothing that others wrote is compiled in without its version
// and licence on the page; of the system at hand, which needs no other's modules.
func TestNoticesAreComplete(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(repository, noticesFile))
	require.NoError(t, err)
	list, err := noticesOf(repository, []string{runtime.GOOS})
	require.NoError(t, err)
	others, err := otherWorks(repository, list)
	require.NoError(t, err)
	require.NotEmpty(t, list)
	for _, n := range append(list, others...) {
		require.Contains(t, string(page), n.row(), "not on %s: go run ./cmd/gallery", noticesFile)
		for _, text := range n.texts {
			require.Contains(t, string(page), text, "the licence of %s is not on %s: go run ./cmd/gallery", n.name, noticesFile)
		}
	}
}

// TestNoticesAreCurrent: the page has those of all systems, and no others.
func TestNoticesAreCurrent(t *testing.T) {
	onlyLong(t)
	want, err := notices(repository)
	require.NoError(t, err)
	have, err := os.ReadFile(filepath.Join(repository, noticesFile))
	require.NoError(t, err)
	isCurrent(t, noticesFile, have, want)
}

func TestLicenceOf(t *testing.T) {
	for want, text := range map[string]string{
		"Apache-2.0":         "Apache License\n  Version 2.0, January 2004",
		"BSD-3-Clause":       "Redistributions in binary form must reproduce … may be used to endorse or\npromote products derived from",
		"BSD-2-Clause":       "Redistributions in binary form must reproduce the above",
		"Apache-2.0 and MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy of this software … Apache License Version 2.0, January 2004",
		"":                   "All rights reserved.",
	} {
		require.Equal(t, want, licenceOf([]string{text}))
	}
}
