package language

import (
	"slices"

	"corridor/scenarios/text"
)

// changedOn is what an entry of the changes of a project says of one of the segments that it
// names: all but what an entry of that segment alone says otherwise.
type changedOn struct {
	namedValue
	segment int
	own     value // the entry of that segment alone, where this is one of several
}

// of returns the value of a key where it holds for the segment.
func (on changedOn) of(key string) value {
	if on.own.of(key).given() {
		return value{}
	}
	return on.namedValue.of(key)
}

// changedOn lists what a project or measure changes, segment by segment, in the order of the
// entries.
func (c *compiler) changedOn(effort namedValue) (list []changedOn) {
	all := effort.of("changes")
	for _, on := range all.each() {
		if i, one := c.segments[on.name]; one {
			list = append(list, changedOn{on, i, value{}})
			continue
		}
		names, _ := selected(c.top.Tree, "segments", on.name)
		for _, name := range names {
			list = append(list, changedOn{on, c.segments[name], all.of(name)})
		}
	}
	return list
}

// saidTwice reports what two entries for several segments both say of one.
func (c *compiler) saidTwice(all []changedOn) {
	said := map[int][]changedOn{} // by segment, in the entries before
	for _, on := range all {
		for _, before := range said[on.segment] {
			for _, key := range on.names() {
				if on.of(key).given() && before.of(key).given() {
					name := c.parts[on.segment].name
					c.report.Mistake(on.PlaceOf(key), "%s and %s both say %s of %s; say it in an entry of its own, %s, which holds before theirs",
						text.Short(before.name), text.Short(on.name), key, name, name)
					return
				}
			}
		}
		said[on.segment] = append(said[on.segment], on)
	}
}

// overruled lists the keys that an entry says of one of its segments in vain, as that segment's
// own entry says them too.
func (on changedOn) overruled() []string {
	return slices.DeleteFunc(on.names(), func(key string) bool { return !on.own.of(key).given() })
}
