package jsonschema

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

type word string

func (w word) MarshalText() ([]byte, error) { return []byte(w), nil }

type inner struct {
	Share *float64 `json:"share" doc:"of all"`
	Mt    float64  `json:"mt" doc:"carried" unit:"Mt"`
}

type outer struct {
	inner
	Name    string         `json:"name" enum:"a,b"`
	Count   uint64         `json:"count"`
	List    []inner        `json:"list"`
	Pair    [2]int         `json:"pair"`
	Left    *inner         `json:"left,omitempty"`
	Words   []word         `json:"words,omitempty"`
	ByName  map[string]int `json:"by_name"`
	Hidden  string         `json:"-"`
	private int
}

// The schema says what encoding/json writes, in its order.
func TestOf(t *testing.T) {
	text, err := json.Marshal(Of(reflect.TypeFor[outer]()))
	require.NoError(t, err)
	require.Equal(t, `{"type":"object","properties":{`+
		`"share":{"description":"of all","type":["number","null"]},`+
		`"mt":{"description":"carried","x-unit":"Mt","type":"number"},`+
		`"name":{"type":"string","enum":["a","b"]},`+
		`"count":{"type":"integer","minimum":0},`+
		`"list":{"type":"array","items":{"type":"object","properties":{"share":{"description":"of all","type":["number","null"]},"mt":{"description":"carried","x-unit":"Mt","type":"number"}},"required":["share","mt"],"additionalProperties":false}},`+
		`"pair":{"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":2},`+
		`"left":{"type":"object","properties":{"share":{"description":"of all","type":["number","null"]},"mt":{"description":"carried","x-unit":"Mt","type":"number"}},"required":["share","mt"],"additionalProperties":false},`+
		`"words":{"type":"array","items":{"type":"string"}},`+
		`"by_name":{"type":"object","additionalProperties":{"type":"integer"}}},`+
		`"required":["share","mt","name","count","list","pair","by_name"],"additionalProperties":false}`, string(text))
}

// Lists without entries are written as such, those that may be left out still are.
func TestFilled(t *testing.T) {
	text, err := json.Marshal(Filled([]*outer{{Name: "a", private: 1}}))
	require.NoError(t, err)
	require.JSONEq(t, `[{"share":null,"mt":0,"name":"a","count":0,"list":[],"pair":[0,0],"by_name":null}]`, string(text))
	require.NotNil(t, Filled[[]int](nil))
}
