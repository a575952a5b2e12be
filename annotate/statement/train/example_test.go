package train_test

import (
	"fmt"
	"os"
	"path/filepath"

	"gloss/annotate/statement/train"
)

func ExampleRead() {
	dir, err := os.MkdirTemp("", "corpus")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "news.jsonl")
	line := `{"id": "1", "text": "She said yes.", "quotes": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12]]}]}`
	if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
		fmt.Println(err)
		return
	}
	articles, err := train.Read(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(articles[0].Quotes[0].Content[0].Of(articles[0].Text))
	// Output: yes
}
