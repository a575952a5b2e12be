package epub

import "strings"

// The files that every book has at the same place (EPUB OCF 3.3, section 4.2).
const (
	mimetypeName   = "mimetype"
	mimetype       = "application/epub+zip"
	containerName  = "META-INF/container.xml"
	encryptionName = "META-INF/encryption.xml"
)

// maxRenditions is how many package documents of one book are tried.
const maxRenditions = 8

// parseContainer returns the names of the package documents that the decoded
// text of container.xml gives, in order.
func parseContainer(source string, depth int) []string {
	var c container
	walk(source, depth, &c)
	return c.names
}

type container struct{ names []string }

func (c *container) start(name string, attrs attributes) {
	if name != "rootfile" || len(c.names) == maxRenditions {
		return
	}
	if kind := attrs.get("media-type"); kind != "" && kind != "application/oebps-package+xml" {
		return
	}
	// The path is from the top of the archive.
	if full, _ := resolve("", attrs.get("full-path")); full != "" {
		c.names = append(c.names, full)
	}
}

func (c *container) text(string) {}
func (c *container) end(string)  {}

// parseEncryption returns the names of the encrypted members that the decoded
// text of encryption.xml gives. Fonts made unreadable for others (EPUB OCF
// 3.3, section 4.3) are not among them.
func parseEncryption(source string, depth int) map[string]bool {
	e := encryption{locked: map[string]bool{}}
	walk(source, depth, &e)
	return e.locked
}

type encryption struct {
	locked  map[string]bool
	algo    string
	inside  bool // an EncryptedData
	targets []string
}

func (e *encryption) start(name string, attrs attributes) {
	switch {
	case name == "EncryptedData":
		e.inside, e.algo, e.targets = true, "", nil
	case e.inside && name == "EncryptionMethod" && e.algo == "":
		e.algo = attrs.get("Algorithm")
	case e.inside && name == "CipherReference":
		if target, _ := resolve("", attrs.get("URI")); target != "" {
			e.targets = append(e.targets, target)
		}
	}
}

func (e *encryption) text(string) {}

func (e *encryption) end(name string) {
	if name != "EncryptedData" {
		return
	}
	e.inside = false
	if strings.HasPrefix(e.algo, "http://www.idpf.org/2008/embedding") || strings.HasPrefix(e.algo, "http://ns.adobe.com/pdf/enc#RC") {
		return
	}
	for _, target := range e.targets {
		e.locked[target] = true
	}
}
