package size

// What a first visit may cost on a host that sends brotli, in bytes. ADR 15 says where
// the bounds come from, and which were set anew.
const (
	Page    = 1_370_000
	Backend = 1_335_000
	Reader  = 1_390_000
	Start   = 2_700_000 // page and backend, which a start waits for
	All     = 4_200_000 // every file of the site: all of it is kept for offline use
)
