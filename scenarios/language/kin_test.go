package language

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Projects and measures are next to each other, and no other sections are so alike that an entry of
// one could be meant for the other.
func TestKin(t *testing.T) {
	found := map[string]string{}
	for _, f := range schema.fields {
		if f.spec.form == formNamed {
			if kin := f.spec.item.kin(); kin != nil {
				found[f.name] = kin.name
			}
		}
	}
	require.Equal(t, map[string]string{"projects": "measures", "measures": "projects"}, found)
	require.Nil(t, changeSpec.kin())
}

func TestElsewhere(t *testing.T) {
	entry := document(t, `{title: Paper, cost_musd_per_year: 1}`)
	require.Equal(t, "; give paper under measures, which have it", projectSpec.elsewhere(entry, "cost_musd_per_year", "paper"))
	require.Empty(t, projectSpec.elsewhere(entry, "cost", "paper"))
	require.Equal(t, "; or give paper under measures, where none is needed", projectSpec.unneeded(entry, "cost_musd", "paper"))
	require.Empty(t, projectSpec.unneeded(entry, "changes", "paper"), "measures need them too")
	entry = document(t, `{title: Paper, cost_musd_per_year: 1, ramp_months: 1}`)
	require.Equal(t, "; it is a key of measures", projectSpec.elsewhere(entry, "cost_musd_per_year", "paper"))
	require.Empty(t, projectSpec.unneeded(entry, "cost_musd", "paper"), "measures have no ramp_months")
}
