package hostile

import (
	"fmt"
	"strings"
)

// story is what stands round the places.
const story = "Plum Orchard sends its harvest to the market, said Jane Roe, who keeps the orchard.\n"

func textContexts() []Context {
	list := places(Text, true,
		[2]string{"first line", "PAYLOAD\n\n" + story},
		[2]string{"paragraph", "The market\n\n" + story + "\nIn PAYLOAD nobody knew.\n\n" + story},
		[2]string{"only line", "PAYLOAD"},
		[2]string{"byline", "The market\n\nBy PAYLOAD\n\n" + story},
		[2]string{"indented", story + "\n\n    PAYLOAD\n\n" + story},
		[2]string{"list", story + "\n\n- one\n- PAYLOAD\n- three\n"},
		[2]string{"long line", strings.Repeat("harvest ", 1000) + "PAYLOAD " + strings.Repeat("harvest ", 1000)},
		[2]string{"line ends of Windows", strings.ReplaceAll(story+"\nPAYLOAD\n", "\n", "\r\n")},
		[2]string{"quotation", story + "\n“PAYLOAD”, said Jane Roe.\n"},
	)
	// A buffer of 4 or 32 KiB ends inside the payload.
	for _, size := range []int{4 << 10, 32 << 10} {
		list = append(list, Context{fmt.Sprintf("at %d bytes", size), Text, true, func(payload string) string {
			head := strings.Repeat("harvest ", size/8)
			return head[:size-len(Before)-2] + " " + around(payload) + "\n"
		}})
	}
	return list
}
