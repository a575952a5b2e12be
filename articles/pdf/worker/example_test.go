package worker_test

import (
	"fmt"

	"gloss/articles/pdf/worker"
)

func ExampleJob_Argument() {
	fmt.Println(worker.Job{From: 7, Pages: 300}.Argument())
	// Output: {"from":7,"size":0,"mend":false,"pages":300,"glyphs":0,"page":0,"time":0,"cpu":0,"memory":0}
}
