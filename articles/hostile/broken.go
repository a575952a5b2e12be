package hostile

import "math/rand/v2"

// Broken returns data damaged in one of many ways, numbered from 0: broken off
// at each 64th, then with bytes changed, lost, doubled, set to zero or to the
// greatest, digits changed and pieces swapped, at places that the number
// chooses. The same number does the same.
func Broken(data string, way int) string {
	const cuts = 64
	if way < cuts {
		return data[:len(data)*way/cuts]
	}
	if len(data) == 0 {
		return data
	}
	random := rand.New(rand.NewPCG(uint64(way), uint64(len(data))))
	at := func() int { return random.IntN(len(data)) }
	b := []byte(data)
	i, j := at(), at()
	if i > j {
		i, j = j, i
	}
	short := min(j, i+1+random.IntN(64))
	switch way % 8 {
	case 0: // bytes anywhere
		for range 1 + random.IntN(16) {
			b[at()] = byte(random.IntN(256))
		}
	case 1: // a bit
		b[i] ^= 1 << random.IntN(8)
	case 2: // lost
		return data[:i] + data[short:]
	case 3: // doubled
		return data[:short] + data[i:]
	case 4: // zeros
		clear(b[i:short])
	case 5: // ones
		for k := i; k < short; k++ {
			b[k] = 0xff
		}
	case 6: // numbers, as lengths, offsets and references
		for k := i; k < len(b); k++ {
			if b[k] >= '0' && b[k] <= '9' {
				b[k] = byte('0' + random.IntN(10))
				if random.IntN(4) == 0 {
					break
				}
			}
		}
	case 7: // swapped
		n := min(short-i, len(data)-j)
		for k := range n {
			b[i+k], b[j+k] = b[j+k], b[i+k]
		}
	}
	return string(b)
}
