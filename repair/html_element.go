package repair

// A textGap is what parts the text before a tag from the text behind it.
type textGap uint8

const (
	gapNone textGap = iota
	gapCell         // between cells of a table: a tab
	gapLine         // a line end
	gapPart         // an empty line
)

var gapTexts = [...]string{gapNone: "", gapCell: "\t", gapLine: "\n", gapPart: "\n\n"}

// An htmlElement is what the repair of a document has to know of one.
type htmlElement struct {
	gap     textGap
	skip    bool // what is in it is no text, or is to stay as it is
	object  bool // it stands in a line, as a picture does
	foreign bool // it may close itself
}

// elementOf returns what is known of an element; what is not known is part of
// the line that it stands in.
func elementOf(name string) htmlElement {
	switch name {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "dialog", "dir", "div", "dl",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
		"hgroup", "hr", "html", "main", "menu", "nav", "ol", "p", "search", "section", "table", "title", "ul":
		return htmlElement{gap: gapPart}
	case "br", "button", "dd", "details", "dt", "legend", "li", "optgroup", "option", "select", "summary",
		"tbody", "tfoot", "thead", "tr":
		return htmlElement{gap: gapLine}
	case "td", "th":
		return htmlElement{gap: gapCell}
	case "audio", "canvas", "embed", "img", "input", "meter", "object", "picture", "progress", "video":
		return htmlElement{object: true}
	case "pre", "listing", "xmp", "plaintext":
		return htmlElement{gap: gapPart, skip: true}
	case "code", "kbd", "samp", "tt", "var", "textarea", "iframe":
		return htmlElement{skip: true, object: true}
	case "svg", "math":
		return htmlElement{skip: true, object: true, foreign: true}
	case "script", "style", "template", "noscript", "noembed", "noframes":
		return htmlElement{skip: true}
	}
	return htmlElement{}
}

// isRead reports whether people read the value of an attribute, the content of
// a meta element apart.
func isRead(element, key string) bool {
	switch key {
	case "alt", "placeholder", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext":
		return true
	case "title":
		return element != "link" && element != "style" // there it names a set of style sheets
	}
	return false
}

// isDescription reports whether people read the content of a meta element whose
// name, property or itemprop that is, in lower case.
func isDescription(name string) bool {
	switch name {
	case "description", "title", "headline", "og:title", "og:description", "og:site_name", "og:image:alt",
		"twitter:title", "twitter:description", "twitter:image:alt",
		"dc.title", "dc.description", "dcterms.title", "dcterms.abstract", "dcterms.description":
		return true
	}
	return false
}
