package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestValues: every figure of a scenario is among its values, at its path or, where it has a range,
// below it; and what stands at a path alone is a part of the whole.
func TestValues(t *testing.T) {
	s, err := Load(Request{Scenario: "teaching", Set: []string{"segments.border.effectiveness=80 %"}})
	require.NoError(t, err)
	values, err := s.Values(Part{})
	require.NoError(t, err)
	at := map[string]Value{}
	for _, v := range values {
		require.NotContains(t, at, v.Path)
		at[v.Path] = v
	}
	figures := s.Figures()
	require.NotEmpty(t, figures)
	for _, f := range figures {
		plain, below := at[f.Path], at[f.Path+".value"]
		require.Contains(t, []string{plain.Value, below.Value}, f.Value, f.Path)
	}
	set := at["segments.border.effectiveness"]
	require.Equal(t, Value{"segments.border.effectiveness", "0.8", "--set:1:31", "80 %"}, set)
	part, err := s.Values(Part{Path: "segments.border"})
	require.NoError(t, err)
	require.Contains(t, part, set)
	for _, v := range part {
		require.Equal(t, at[v.Path], v)
	}
	_, err = s.Values(Part{Path: "segments.bordr"})
	require.ErrorContains(t, err, `did you mean "border"`)
}
