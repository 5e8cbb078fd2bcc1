package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Change is what putting a draft did.
type Change int8

// The changes: nothing, since the archive has this text of the article, be it an older
// version; a new article; a new version.
const (
	Same Change = iota
	Added
	Changed
)

// Kept is what became of a draft.
type Kept struct {
	Number  int64 // of the article
	Version int   // that the text has; of Same, the latest one
	Change  Change
}

// held is an article that the archive has.
type held struct {
	number  int64
	version int
	texts   map[Hash]bool
}

// Put adds the drafts, in order, and tells for each what that did. A text that the
// archive has, as the latest or an older version of that article, is not added again:
// so putting the same twice, in any order, changes nothing.
func (tx *Tx) Put(ctx context.Context, drafts []*Draft) ([]Kept, error) {
	if len(drafts) == 0 {
		return nil, nil
	}
	if err := tx.archive.lockArticles(ctx, tx.Tx); err != nil {
		return nil, err
	}
	known, err := holding(ctx, tx, drafts)
	if err != nil {
		return nil, fmt.Errorf("look for what is there: %w", err)
	}
	p := &putting{Tx: tx, known: known, now: tx.archive.clock().UTC()}
	if err := p.begin(ctx, drafts); err != nil {
		return nil, err
	}
	kept := make([]Kept, len(drafts))
	for i, d := range drafts {
		if kept[i], err = p.put(d); err != nil {
			return nil, err
		}
	}
	return kept, p.write(ctx)
}

// Fresh gives those of the drafts whose text the archive does not have yet.
func (a *Archive) Fresh(ctx context.Context, drafts []*Draft) ([]*Draft, error) {
	known, err := holding(ctx, a.reading(), drafts)
	if err != nil {
		return nil, fmt.Errorf("look in %s for what is there: %w", a.name, a.explain(err))
	}
	var fresh []*Draft
	for _, d := range drafts {
		if h := known[d.ID]; h == nil || !h.texts[d.hash] {
			fresh = append(fresh, d)
		}
	}
	return fresh, nil
}

// holding looks up the articles of the drafts.
func holding(ctx context.Context, q asker, drafts []*Draft) (map[string]*held, error) {
	ids := make([]string, len(drafts))
	for i, d := range drafts {
		ids[i] = d.ID
	}
	known := make(map[string]*held)
	_, err := queryIn(ctx, q, `SELECT a.id, a.number, a.version, v.hash FROM articles a
		JOIN versions v ON v.article = a.number WHERE a.id IN %s`, ids, func(rows *sql.Rows) (none struct{}, err error) {
		var id string
		var h held
		var hash []byte
		if err := rows.Scan(&id, &h.number, &h.version, &hash); err != nil {
			return none, err
		}
		if known[id] == nil {
			h.texts = make(map[Hash]bool)
			known[id] = &h
		}
		known[id].texts[toHash(hash)] = true
		return none, nil
	})
	return known, err
}

func toHash(b []byte) (h Hash) {
	copy(h[:], b)
	return h
}

// putting gathers the rows of one Put.
type putting struct {
	*Tx
	known     map[string]*held
	now       time.Time
	number    int64 // the last that was given
	outlets   map[string]int64
	documents map[Hash]int64
	document  int64 // the last id that was given

	articleRows, versionRows, documentRows, changes [][]any
}

// begin finds out the numbers that are taken, and those of outlets and documents.
func (p *putting) begin(ctx context.Context, drafts []*Draft) (err error) {
	if err := p.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) FROM articles").Scan(&p.number); err != nil {
		return fmt.Errorf("find the last article: %w", err)
	}
	if err := p.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) FROM documents").Scan(&p.document); err != nil {
		return fmt.Errorf("find the last document: %w", err)
	}
	var names []string
	var hashes [][]byte
	for _, d := range drafts {
		if err := d.Pack(); err != nil {
			return err
		}
		if d.Article.Outlet != "" {
			names = append(names, d.Article.Outlet)
		}
		if d.Document != nil {
			hashes = append(hashes, d.Document.hash[:])
		}
	}
	if p.outlets, err = p.outletIDs(ctx, names); err != nil {
		return err
	}
	p.documents = make(map[Hash]int64)
	_, err = queryIn(ctx, p.Tx, "SELECT hash, id FROM documents WHERE hash IN %s", hashes, func(rows *sql.Rows) (none struct{}, err error) {
		var hash []byte
		var id int64
		err = rows.Scan(&hash, &id)
		p.documents[toHash(hash)] = id
		return none, err
	})
	if err != nil {
		return fmt.Errorf("look for documents: %w", err)
	}
	return nil
}

func (p *putting) put(d *Draft) (Kept, error) {
	h := p.known[d.ID]
	switch {
	case h == nil:
		p.number++
		h = &held{number: p.number, version: 1, texts: map[Hash]bool{d.hash: true}}
		p.known[d.ID] = h
		p.add(d, h)
		return Kept{h.number, 1, Added}, nil
	case h.texts[d.hash]:
		return Kept{h.number, h.version, Same}, nil
	}
	h.version++
	h.texts[d.hash] = true
	p.addVersion(d, h)
	p.changes = append(p.changes, []any{h.number, h.version, d.Article.Title, d.Article.Modified, d.Article.Fetched})
	return Kept{h.number, h.version, Changed}, nil
}

func (p *putting) add(d *Draft, h *held) {
	a := d.Article
	p.articleRows = append(p.articleRows, []any{
		h.number, d.ID, a.ID, optional(p.outlets[a.Outlet]), a.URL, a.Title, a.Author, a.Published, a.Modified, a.Fetched, a.Language,
		moment(a.Published, p.now).Unix(), h.version, p.now.Unix(),
	})
	p.addVersion(d, h)
}

func (p *putting) addVersion(d *Draft, h *held) {
	seen := p.now
	var document int64
	if d.Document != nil {
		if !d.Document.Fetched.IsZero() {
			seen = d.Document.Fetched
		}
		document = p.addDocument(d.Document, seen)
	}
	p.versionRows = append(p.versionRows, []any{h.number, h.version, d.hash[:], d.Article.Title, d.packed, d.Article.Modified, d.Article.Fetched, optional(document), seen.Unix()})
}

func (p *putting) addDocument(d *Document, seen time.Time) int64 {
	if id, there := p.documents[d.hash]; there {
		return id
	}
	p.document++
	p.documents[d.hash] = p.document
	p.documentRows = append(p.documentRows, []any{p.document, d.hash[:], d.Address, d.Media, seen.Unix(), len(d.Bytes), d.packed})
	return p.document
}

// optional is NULL for a reference to nothing.
func optional(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

func (p *putting) write(ctx context.Context) error {
	for _, to := range []struct {
		head string
		rows [][]any
	}{
		{"INSERT INTO documents (id, hash, address, media, fetched_at, size, bytes)", p.documentRows},
		{"INSERT INTO articles (number, id, source_id, outlet, url, title, author, published, modified, fetched, language, time, version, added_at)", p.articleRows},
		{"INSERT INTO versions (article, version, hash, title, body, modified, fetched, document, seen_at)", p.versionRows},
	} {
		if err := p.Insert(ctx, to.head, to.rows, ""); err != nil {
			return err
		}
	}
	for _, c := range p.changes {
		if _, err := p.ExecContext(ctx, "UPDATE articles SET version = $2, title = $3, modified = $4, fetched = $5 WHERE number = $1", c...); err != nil {
			return fmt.Errorf("note the new version of article %d: %w", c[0], err)
		}
	}
	return nil
}
