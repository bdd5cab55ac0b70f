package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// A power cut after the end of an ensemble leaves its results: the image of the file
// system is copied while it is mounted, as the disk would be found.
func TestPowerCut(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may mount a file system")
	}
	dir := t.TempDir()
	image, disk, found := filepath.Join(dir, "image"), filepath.Join(dir, "disk"), filepath.Join(dir, "found")
	require.NoError(t, os.WriteFile(image, nil, 0o644))
	require.NoError(t, os.Truncate(image, 64<<20))
	mount := func(image, at string) {
		t.Helper()
		require.NoError(t, os.Mkdir(at, 0o755))
		if text, err := exec.Command("mount", "-o", "loop", image, at).CombinedOutput(); err != nil {
			t.Skipf("no loop device here: %s", text)
		}
		t.Cleanup(func() { _ = exec.Command("umount", at).Run() })
	}
	if text, err := exec.Command("mkfs.ext4", "-qF", image).CombinedOutput(); err != nil {
		t.Skipf("no ext4 here: %v %s", err, text)
	}
	mount(image, disk)
	require.NoError(t, os.WriteFile(filepath.Join(disk, "small.yaml"), []byte(small), 0o644))
	t.Chdir(disk)
	ensemble := func(seed string) {
		succeeds(t, "ensemble", "small.yaml", "--draws", "300", "--seed", seed, "--charts", "none", "--keep", "--out", "e")
	}
	ensemble("1")
	syscall.Sync()
	ensemble("2")
	want := contents(t, "e")
	// The journal of the file system reaches the disk, with the names in it, as it does
	// every few seconds; what files hold may come half a minute later.
	other, err := os.Create("other")
	require.NoError(t, err)
	require.NoError(t, other.Sync())
	require.NoError(t, other.Close())

	copied := filepath.Join(dir, "copied")
	text, err := exec.Command("cp", "--sparse=always", image, copied).CombinedOutput()
	require.NoError(t, err, "%s", text)
	mount(copied, found)
	t.Chdir(found)
	require.Equal(t, want, contents(t, "e"))
	succeeds(t, "verify", "e")
	require.NoFileExists(t, "e.journal")
}
