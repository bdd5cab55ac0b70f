package model

// Economics are the values by which a month is counted in money. They decide nothing of what
// happens in it.
type Economics struct {
	Given            bool    // whether the scenario counts in money; without it a month has no surplus
	CO2eUSDPerT      Series  // value of a tonne of CO2e by year; no years where it is not known
	OperatingShare   float64 // part of the price of transport that is the cost of operating it
	LostCargoUSDPerT float64 // what is lost with a tonne that can go nowhere; 0 where it is not known
	LostCargo        []LostCargo
}

// LostCargo is what is lost with a tonne of one cargo class, where it is not that of the others.
type LostCargo struct {
	Cargo   string
	USDPerT float64
}

// LostUSDPerT is what is lost with a tonne of a cargo class that can go nowhere, 0 where it is
// not known.
func (e *Economics) LostUSDPerT(cargo string) float64 {
	for i := range e.LostCargo {
		if e.LostCargo[i].Cargo == cargo {
			return e.LostCargo[i].USDPerT
		}
	}
	return e.LostCargoUSDPerT
}

func (e *Economics) check() error {
	if err := first(e.CO2eUSDPerT.check("the value of CO2e"), shares("the operating share", e.OperatingShare), finite("the value of lost cargo", 0, e.LostCargoUSDPerT)); err != nil {
		return err
	}
	for i := range e.LostCargo {
		if err := finite("the value of lost "+e.LostCargo[i].Cargo, 0, e.LostCargo[i].USDPerT); err != nil {
			return err
		}
	}
	return nil
}
