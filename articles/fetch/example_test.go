package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"gloss/articles/fetch"
)

func Example() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/news" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, "The ferry runs again.")
	}))
	defer server.Close()

	client := fetch.New(fetch.Options{Version: "1.0"})
	page, err := client.Get(context.Background(), fetch.Request{URL: server.URL + "/news", Origin: fetch.Typed})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.ContentType, page.Charset)
	fmt.Println(page.Body)

	_, err = client.Get(context.Background(), fetch.Request{URL: server.URL + "/weather", Origin: fetch.Typed})
	fmt.Println(strings.Replace(err.Error(), server.URL, "http://harbour.example", 1))

	// A page must not lead to this machine.
	_, err = client.Get(context.Background(), fetch.Request{URL: "http://localhost/", Origin: fetch.Linked})
	fmt.Println(err, errors.Is(err, fetch.Private))
	// Output:
	// text/plain utf-8
	// The ferry runs again.
	// http://harbour.example/weather was not found (status 404)
	// http://localhost/ leads to a private address (localhost), which only an address that you type may do true
}

func ExampleNormal() {
	address, err := fetch.Normal("HTTPS://reader:secret@Bücher.example:443/a b#page-7")
	fmt.Println(address, err)
	_, err = fetch.Normal("ftp://files.example/")
	fmt.Println(err)
	// Output:
	// https://xn--bcher-kva.example/a%20b <nil>
	// ftp://files.example/ is no http or https address
}
