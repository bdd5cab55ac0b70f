package text

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestLaying: a map that is changed key by key is that of a list that is looked through each
// time, and what it was made of stays.
func TestLaying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"})
		tree := func() *Tree { return &Tree{Text: rapid.String().Draw(t, "text")} }
		base := &Tree{Kind: Map}
		for _, k := range rapid.SliceOfDistinct(key, func(k string) string { return k }).Draw(t, "base") {
			base.Entries = append(base.Entries, Entry{Key: k, Tree: tree()})
		}
		before := slices.Clone(base.Entries)
		laid, want, removed := base.Lay(), slices.Clone(base.Entries), 0
		for range rapid.IntRange(0, 60).Draw(t, "changes") {
			k := key.Draw(t, "key")
			at := slices.IndexFunc(want, func(e Entry) bool { return e.Key == k })
			require.Equal(t, at >= 0, laid.Get(k) != nil)
			if at >= 0 {
				require.Same(t, want[at].Tree, laid.Get(k))
			}
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				laid.Remove(Entry{Key: k})
				if at >= 0 {
					want, removed = slices.Delete(want, at, at+1), removed+1
				}
			case 1:
				laid.Done()
			default:
				e := Entry{Key: k, Tree: tree()}
				laid.Set(e)
				if at >= 0 {
					want[at] = e
				} else {
					want = append(want, e)
				}
			}
		}
		out := laid.Done()
		require.Equal(t, len(want), len(out.Entries))
		for i := range want {
			require.Equal(t, want[i], out.Entries[i])
			require.Same(t, want[i].Tree, out.Index().Get(want[i].Key))
		}
		require.Len(t, out.Removed, removed)
		require.Equal(t, before, base.Entries)
		require.Empty(t, base.Removed)
	})
}
