package library

import (
	"embed"
	"io/fs"
	"strings"

	"corridor/scenarios/text"
)

//go:embed recipes
var recipes embed.FS

// Recipe returns a recipe by name: a scenario to copy and change.
func Recipe(name string) (*text.File, bool) {
	content, err := recipes.ReadFile("recipes/" + name + ".yaml")
	if err != nil {
		return nil, false
	}
	return &text.File{Name: "library/recipes/" + name + ".yaml", Text: string(content)}, true
}

// Recipes lists the recipes by name.
func Recipes() (names []string) {
	entries, err := fs.ReadDir(recipes, "recipes")
	if err != nil {
		panic(err) // it is embedded
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}
