package spun

import "unsafe"

// documents numbers the references of an Index and knows their ids. A number
// is not given twice: a reference that is removed leaves a gap until the Index
// is written.
type documents struct {
	ids     []byte   // of all documents, one behind the other
	ends    []uint64 // where each of them ends
	removed bitSet
	gone    int      // how many are removed
	slots   []uint32 // hash table of documents by id: number plus 1, or 0
	used    int      // slots that are not 0
	texts   []string // nil where no texts are held
}

func (d *documents) count() int { return len(d.ends) }

func (d *documents) alive() int { return len(d.ends) - d.gone }

// id returns the id of a document.
func (d *documents) id(doc uint32) string { return string(d.idBytes(doc)) }

func (d *documents) idBytes(doc uint32) []byte {
	from := uint64(0)
	if doc > 0 {
		from = d.ends[doc-1]
	}
	return d.ids[from:d.ends[doc]]
}

// text returns the text of a document, if it is held, here or in a file.
func (d *documents) text(doc uint32, file *disk) (string, bool) {
	switch {
	case file != nil && int(doc) < len(file.ends):
		return file.text(doc)
	case int(doc) < len(d.texts):
		return d.texts[doc], true
	}
	return "", false
}

// view returns the id of a document as a string that is valid while d is not
// changed.
func (d *documents) view(doc uint32) string {
	b := d.idBytes(doc)
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// append adds a document without making it known by its id, and returns its
// number.
func (d *documents) append(id []byte, text string, hold bool) uint32 {
	doc := uint32(len(d.ends))
	d.ids = append(d.ids, id...)
	d.ends = append(d.ends, uint64(len(d.ids)))
	if hold {
		for len(d.texts) < int(doc) {
			d.texts = append(d.texts, "")
		}
		d.texts = append(d.texts, text)
	}
	return doc
}

// add adds a document that is not there yet and returns its number.
func (d *documents) add(id, text string, hold bool) uint32 {
	doc := d.append([]byte(id), text, hold)
	if 4*(d.used+1) > 3*len(d.slots) {
		d.rehash()
	} else {
		d.insert(doc)
	}
	return doc
}

func (d *documents) remove(doc uint32) {
	d.removed.set(doc)
	d.gone++
	if int(doc) < len(d.texts) {
		d.texts[doc] = ""
	}
}

func (d *documents) isRemoved(doc uint32) bool {
	return int(doc) >= len(d.ends) || d.removed.has(doc)
}

// find returns the number of the document with an id.
func (d *documents) find(id string) (uint32, bool) {
	if len(d.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(d.slots) - 1)
	for i := hashWord([]byte(id)) & mask; d.slots[i] != 0; i = (i + 1) & mask {
		if doc := d.slots[i] - 1; string(d.idBytes(doc)) == id && !d.removed.has(doc) {
			return doc, true
		}
	}
	return 0, false
}

// insert puts a document into the hash table, which has room.
func (d *documents) insert(doc uint32) {
	mask := uint64(len(d.slots) - 1)
	i := hashWord(d.idBytes(doc)) & mask
	for d.slots[i] != 0 {
		i = (i + 1) & mask
	}
	d.slots[i] = doc + 1
	d.used++
}

// rehash makes the hash table anew, with room, of the documents that are there.
func (d *documents) rehash() {
	size := 64
	for size < 2*d.alive() {
		size *= 2
	}
	d.slots, d.used = make([]uint32, size), 0
	for doc := range d.ends {
		if !d.removed.has(uint32(doc)) {
			d.insert(uint32(doc))
		}
	}
}

// A bitSet is a set of documents.
type bitSet []uint64

func (b *bitSet) set(doc uint32) {
	for int(doc/64) >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[doc/64] |= 1 << (doc % 64)
}

func (b bitSet) has(doc uint32) bool { return int(doc/64) < len(b) && b[doc/64]>>(doc%64)&1 != 0 }
