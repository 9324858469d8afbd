"""Cut a source into a document: sections, sentences, roles."""
