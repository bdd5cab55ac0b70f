package scenarios

import (
	"fmt"
	"strings"

	"corridor/scenarios/language"
	"corridor/scenarios/library"
	"corridor/scenarios/text"
)

// Recipe is a scenario for one kind of question, to copy and change.
type Recipe struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Question string `json:"question"`
	text     string
}

// Recipes lists the recipes by name.
func Recipes() (list []Recipe) {
	for _, name := range library.Recipes() {
		file, _ := library.Recipe(name)
		var report text.Report
		root := text.Parse(file, scenarioText, &report)
		if err := report.Err(); err != nil {
			panic(err) // a broken build: the tests catch it first
		}
		list = append(list, Recipe{name, language.English(root.Get("title")), language.English(root.Get("question")), file.Text})
	}
	return list
}

// FromRecipe returns the text of a recipe as a scenario of the given name.
func FromRecipe(recipe, name string) (string, error) {
	if err := mayBeName(name); err != nil {
		return "", err
	}
	var names []string
	for _, r := range Recipes() {
		if r.Name == recipe {
			return strings.NewReplacer("\nscenario: "+recipe+"\n", "\nscenario: "+name+"\n", "FILE.yaml", name+".yaml").Replace(r.text), nil
		}
		names = append(names, r.Name)
	}
	return "", fmt.Errorf("there is no recipe %q%s; corridor new --list says what each is for", text.Short(recipe), text.DidYouMean(recipe, names))
}
