package main

import (
	"corridor/sim/jsonschema"
	"corridor/sim/tables"
)

// The rows of tables as programs read them, by column: numbers and months that are not there are
// null, texts that are not there are empty.
type (
	annualRow     map[string]any
	matrixRow     map[string]any
	routeRow      map[string]any
	forecastRow   map[string]any
	seriesRow     map[string]any
	scoreRow      map[string]any
	experimentRow map[string]any
	studyRow      map[string]any
	stageRow      map[string]any
	parameterRow  map[string]any
	predictiveRow map[string]any
	skillRow      map[string]any
)

// JSONSchema is that of annual.csv.
func (annualRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Annual.Schema) }

// JSONSchema is that of matrix.csv.
func (matrixRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Matrix.Schema) }

// JSONSchema is that of routes.csv.
func (routeRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Routes.Schema) }

// JSONSchema is that of hindcast.csv.
func (forecastRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Hindcast.Schema) }

// JSONSchema is that of series.csv.
func (seriesRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Series.Schema) }

// JSONSchema is that of scores.csv.
func (scoreRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Scores.Schema) }

// JSONSchema is that of experiments.csv.
func (experimentRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Experiments.Schema) }

// JSONSchema is that of studies.csv.
func (studyRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Studies.Schema) }

// JSONSchema is that of stages.csv.
func (stageRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Stages.Schema) }

// JSONSchema is that of parameters.csv.
func (parameterRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Parameters.Schema) }

// JSONSchema is that of predictive.csv.
func (predictiveRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Predictive.Schema) }

// JSONSchema is that of skill.csv.
func (skillRow) JSONSchema() *jsonschema.Schema { return rowSchema(tables.Skill.Schema) }

// rowSchema describes a row of a table by its columns.
func rowSchema(of *tables.Schema) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: jsonschema.Types{"object"}, Additional: false}
	for _, c := range of.Columns {
		column := &jsonschema.Schema{Description: c.Description, Unit: c.Unit}
		switch c.Type {
		case tables.Number, tables.Integer, tables.Boolean:
			column.Type = jsonschema.Types{string(c.Type), "null"}
		case tables.Month:
			column.Type = jsonschema.Types{"string", "null"}
		default:
			column.Type = jsonschema.Types{"string"}
		}
		s.Properties, s.Required = append(s.Properties, jsonschema.Property{Name: c.Name, Schema: column}), append(s.Required, c.Name)
	}
	return s
}

// rowsOf are the rows of a table, none of no table.
func rowsOf[R ~map[string]any](t *tables.Table) (rows []R) {
	if t == nil {
		return nil
	}
	for row := range t.Len() {
		of := R{}
		for _, c := range t.Schema.Columns {
			of[c.Name] = cellValue(t, c, row)
		}
		rows = append(rows, of)
	}
	return rows
}

func cellValue(t *tables.Table, c tables.Column, row int) any {
	switch c.Type {
	case tables.Number, tables.Integer:
		return numberOrNil(t.Numbers(c.Name)[row])
	case tables.Boolean, tables.Month:
		text := t.Text(c.Name)[row]
		if text == "" {
			return nil
		}
		if c.Type == tables.Boolean {
			return text == "true"
		}
		return text
	}
	return t.Text(c.Name)[row]
}
