package ago_test

import (
	"fmt"
	"time"

	"gloss/ui/ago"
)

func Example() {
	now := time.Date(2015, 12, 15, 18, 0, 0, 0, time.UTC)
	fmt.Println(ago.Long(now.Add(-5*time.Hour), now))
	fmt.Println(ago.Short(now.AddDate(0, -1, 0), now))
	// Output:
	// 5 h ago
	// 15 Nov
}
