// Package score says how good a probabilistic forecast was, once it is known what
// happened: how near ([Forecast.CRPS], [Forecast.LogScore]), how well calibrated
// ([Forecast.PIT], [Coverage]), and how much better than another ([Skill]).
//
// [NewForecast] makes a forecast of a weighted sample, as an ensemble or a posterior is;
// [Normal] is one around a value, as a naive forecast is. Scores are negatively oriented: less
// is better. They are proper: nobody does better than by saying what he believes (Gneiting
// & Raftery 2007, Journal of the American Statistical Association 102, 359–378).
//
// Its results reach files, so exp, log and the normal distribution come from
// model/portable, and products that meet + or − are rounded on their own. It imports
// nothing else.
package score
