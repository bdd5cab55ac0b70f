// Names of places on the map: where they stand does not change while a lever moves.

const namesPlaced = new Map();

// placed returns boxes for names, each where it lies on the fewest links and on no other name,
// and for those of countries and seas all that lie on nothing.
function placed(key, view, network, places) {
  if (namesPlaced.has(key)) return namesPlaced.get(key);
  const dots = network.used.map((p) => view.px(p.at)).map(([x, y]) => ({ x: x - 6, y: y - 6, w: 12, h: 12 }));
  const course = network.groups.flat().flatMap((l) => {
    const [a, b] = [view.px(l.a.at), view.px(l.b.at)], n = Math.max(2, Math.ceil(far(a, b) / 6));
    return [...Array(n + 1).keys()].map((k) => [a[0] + (b[0] - a[0]) * k / n, a[1] + (b[1] - a[1]) * k / n]);
  });
  const out = [], inside = (b) => b.x >= 2 && b.y >= 2 && b.x + b.w <= view.width - 2 && b.y + b.h <= view.height - 2;
  const narrow = view.width < 520, size = narrow ? 11 : 12;
  const links = (p) => network.groups.flat().filter((l) => l.a === p || l.b === p).length;
  for (const p of [...places].sort((a, b) => narrow * (links(b) - links(a)))) {
    const [x, y] = view.px(p.at);
    let best = null;
    for (const limit of [150, 90]) {
      const lines = wrapped(named(p.title), narrow ? limit * 0.7 : limit, size, 600);
      const w = Math.max(...lines.map((l) => measure(l, size, 600))) + 4, h = lines.length * 13 + 3;
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1]]) {
        const cx = x + dx * (w / 2 + (dy ? 3 : 7)) * (dx && dy ? 0.95 : 1), cy = y + dy * (h / 2 + (dx ? 4 : 7));
        const box = { x: cx - w / 2, y: cy - h / 2, w, h };
        const hits = out.filter((o) => overlap(o, box)).length * 10 + dots.filter((d) => overlap(d, box) && !(Math.abs(d.x + 6 - x) < 1 && Math.abs(d.y + 6 - y) < 1)).length;
        const on = course.filter((c) => c[0] > box.x - 3 && c[0] < box.x + w + 3 && c[1] > box.y - 3 && c[1] < box.y + h + 3).length;
        const cost = hits * 60 + on + (inside(box) ? 0 : 400) + (limit === 90 && lines.length > 1 ? 2 : 0);
        if (!best || cost < best.cost) best = { ...box, cost, lines, anchor: "middle", tx: cx, ty: cy - h / 2 + 12 };
      }
    }
    if (best && best.cost < (narrow ? 60 : 300)) out.push(best); // else it stands in the table alone
  }
  const lands = data.lands.map((r) => {
    const words = say(r.name), w = measure(words, 11) + 4, h = 13;
    const boxes = r.at.map((at) => view.px(at)).map(([x, y]) => ({ x: x - w / 2, y: y - h / 2, w, h }))
      .filter((b) => inside(b) && ![...out, ...dots].some((o) => overlap(o, b)) && !course.some((c) => c[0] > b.x - 4 && c[0] < b.x + w + 4 && c[1] > b.y - 4 && c[1] < b.y + h + 4));
    return [words, r.sea, boxes];
  });
  namesPlaced.set(key, { names: out, lands, dots: narrow ? [] : dots.map((d) => ({ x: d.x + 2, y: d.y + 2, w: 8, h: 8 })) });
  return namesPlaced.get(key);
}
