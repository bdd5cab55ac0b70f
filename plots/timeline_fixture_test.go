package plots

import (
	"corridor/sim/tables"
)

// exampleManyProjects are the projects under way along the corridor, made up in part.
func exampleManyProjects() *tables.Table {
	t := tables.New(tables.Projects)
	for _, w := range []struct {
		title, start, service, full string
		cost, mt                    any
	}{
		{"Dredging of the port of Kuryk", "2023-03", "2024-04", "2024-04", 41.0, 0.4},
		{"Dostyk – Moyynty second track", "2022-11", "2025-09", "2026-03", 1120.0, 8.0},
		{"Dredging of the port of Aktau, stage 1", "2024-06", "2026-02", "2026-02", 64.0, 0.6},
		{"Container hub at the port of Aktau", "2024-09", "2026-07", "2027-07", 205.0, 1.3},
		{"Smart Cargo: one electronic file from border to border", "2025-01", "2026-01", "2028-01", 12.0, nil},
		{"Two rail ferries", "2024-03", "2026-05", "2026-05", 96.0, 0.5},
		{"Almaty bypass", "2023-11", "2026-06", "2026-12", 680.0, nil},
		{"Moyynty – Kyzylzhar line", "2024-05", "2027-03", "2028-03", 1450.0, 6.0},
		{"Joint border control at Boyuk-Kesik", "2025-10", "2026-10", "2027-10", 8.5, 1.5},
		{"Container ships of 700 TEU, first two", "2025-04", "2027-02", "2027-02", 88.0, 0.9},
		{"Poti: new deep-water quay", "2024-01", "2027-09", "2028-09", 250.0, 2.4},
		{"Alat: second stage of the container terminal", "2025-06", "2027-12", "2029-06", 320.0, 3.5},
		{"Sarzha grain terminal at Kuryk", "2025-02", "2027-06", "2027-12", 54.0, 0.8},
		{"Kyzylzhar – Saksaulskaya passing loops", "2026-01", "2028-01", "2028-07", 140.0, 2.0},
		{"Tariff agreed through the whole route", "2026-01", "2026-03", "2027-03", nil, nil},
		{"Four more ferries", "2026-03", "2028-08", "2028-08", 210.0, 1.1},
		{"Baku–Tbilisi–Kars: Georgian part rebuilt", "2023-01", "2026-09", "2027-09", 160.0, 3.0},
		{"Divriği – Kars rebuilt", "2026-06", "2030-06", "2031-06", 810.0, 1.8},
		{"Kars – Dilucu line", "2025-08", "2030-12", "2031-12", 2800.0, 4.0},
		{"Anaklia deep-sea port, stage 1", "2025-03", "2029-10", "2031-10", 600.0, 4.0},
		{"Khorgos: second transshipment yard", "2026-04", "2028-10", "2029-04", 130.0, 3.0},
		{"Locomotives and flatcars", "2025-01", "2027-01", "2029-01", 900.0, 1.0},
		{"Dredging of the port of Aktau, stage 2", "2027-03", "2029-03", "2029-03", 90.0, 0.7},
		{"Bakhty – Ayagoz line", "2025-09", "", "", 1300.0, 5.0},
		{"Marmaray: a second night window for freight", "2033-06", "", "", 25.0, 0.6},
	} {
		t.Append("stated", w.title, w.title, w.start, w.service, w.full, w.cost, w.mt, 0.0, w.cost, 0.0, 0.0)
	}
	return t
}
