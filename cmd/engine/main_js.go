package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"

	"corridor/sim/explorer"
)

// main gives JavaScript what engine.js calls, and stays.
func main() {
	js.Global().Set("corridorModel", map[string]any{"open": called(open), "run": called(run), "money": called(worth), "command": called(command), "fan": called(fan)})
	select {}
}

// machines are those that were opened, by the number that JavaScript has of each.
var machines []*explorer.Machine

// called makes a function of Go one of JavaScript. An error becomes a text in an object.
func called(f func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if r := recover(); r != nil {
				answer = map[string]any{"error": fmt.Sprint(r)}
			}
		}()
		answer, err := f(args)
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return answer
	})
}

// open reads the file of a corridor: bytes → {id, layout}.
func open(args []js.Value) (any, error) {
	c, err := explorer.Read(bytesOf(args[0]))
	if err != nil {
		return nil, err
	}
	m, err := explorer.NewMachine(c)
	if err != nil {
		return nil, err
	}
	machines = append(machines, m)
	layout, err := json.Marshal(m.Layout())
	return map[string]any{"id": len(machines) - 1, "layout": string(layout)}, err
}

// run moves the levers and runs: id, values → the numbers of what is carried, one after the other.
func run(args []js.Value) (any, error) {
	m := machines[args[0].Int()]
	r, err := m.Carry(numbersOf(args[1]))
	if err != nil {
		return nil, err
	}
	return arrayOf(explorer.Numbers(m.Carried(r))), nil
}

// worth does the same for what it is worth in money.
func worth(args []js.Value) (any, error) {
	m := machines[args[0].Int()]
	r, err := m.Run(numbersOf(args[1]))
	if err != nil {
		return nil, err
	}
	return arrayOf(explorer.Numbers(m.Money(r))), nil
}

// command says what gives the same result: id, values → text.
func command(args []js.Value) (any, error) {
	return machines[args[0].Int()].Command(numbersOf(args[1])), nil
}

// fan draws futures: id, values, draws, seed, function told how many are done → quantiles as JSON.
func fan(args []js.Value) (any, error) {
	const every = 10
	draws := uint64(args[2].Float())
	f, err := machines[args[0].Int()].Fan(numbersOf(args[1]), draws, uint64(args[3].Float()), func(done uint64) {
		if done%every == 0 || done == draws {
			args[4].Invoke(float64(done))
		}
	})
	if err != nil {
		return nil, err
	}
	quantiles, err := json.Marshal(map[string][]float64{"p05": f.P05, "p25": f.P25, "p50": f.P50, "p75": f.P75, "p95": f.P95})
	return string(quantiles), err
}

func bytesOf(array js.Value) []byte {
	b := make([]byte, array.Get("length").Int())
	js.CopyBytesToGo(b, array)
	return b
}

func numbersOf(array js.Value) []float64 {
	out := make([]float64, array.Get("length").Int())
	for i := range out {
		out[i] = array.Index(i).Float()
	}
	return out
}

func arrayOf(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array
}
