// Package sensitivity says which inputs of a model matter for what comes out, each alone and in
// all it does together with others.
//
// With runs of its own there are the shares of the variance of Sobol' ([Sobol]), which say how
// much of what is not known comes from an input or a group of inputs, or in few rows which of many
// matter at all ([Screen]), and the elementary effects of Morris ([Morris]), which cost least. From draws that are there already [Given] reckons PAWN, delta,
// rank correlation and regional sensitivity.
//
// An input is a group of columns of the unit cube, which are independent of the other groups.
// Inputs that are correlated with each other are one group: what each of them does alone is not
// defined, what they do together is. A group without columns is one that whoever runs the model
// draws anew, such as the weather.
//
// It imports model/portable, sim/random and sim/stats.
package sensitivity
