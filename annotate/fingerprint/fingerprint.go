// Package fingerprint finds small numbers by hashed keys in tables that are
// read where they lie, in a file compiled into the program: no decoding at the
// start, no strings, no allocation.
//
// A table keeps 16 bits of a key beside each value and uses other bits to choose
// a bucket, so that a key which was never put in is found by mistake about once
// in ten thousand look-ups. That is harmless where the values are features of a
// statistical model, and it is what they are for.
package fingerprint

// Sum returns the 64-bit hash of s: FNV-1a with a last stir, so that all of its
// bits may be used.
func Sum(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return stir(h)
}

// Join returns the hash of a pair. Join(a, b) and Join(b, a) differ.
func Join(a, b uint64) uint64 {
	return stir(a*0x9e3779b97f4a7c15 + b ^ a>>29)
}

// stir spreads every bit of h over all others (the finaliser of MurmurHash3,
// one round of it less).
func stir(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h
}
