package fill

// None stands for no resource: of a user that nothing holds.
const None = -1

// Use is what a user takes of one resource for each unit it is given.
type Use struct {
	Resource int
	Weight   float64 // above 0
}

// System says which users take what of which resources. It is not changed by an
// allocation, so that many goroutines can share one, each with its own Workspace.
type System struct {
	groups []group
	claims [][]claim // by user
	parts  []part    // that have nothing to do with each other
	none   []int     // by user: None, to start an allocation with

	classes []*System // of the users of each class, in their order; nil where all are in one
}

// New lays out a system of so many resources and of users with the uses given: of each
// user, every resource once at most.
func New(resources int, users [][]Use) *System {
	using := make([][]user, resources)
	s := &System{claims: make([][]claim, len(users)), none: make([]int, len(users))}
	for u, uses := range users {
		s.none[u] = None
		for _, use := range uses {
			using[use.Resource] = append(using[use.Resource], user{int32(u), use.Weight})
		}
	}
	s.join(using)
	s.divide()
	return s
}
