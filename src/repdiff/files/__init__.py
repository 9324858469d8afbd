"""Files as bytes and as the text in them: paths, packed files, archives, kinds known by their first bytes, encodings; and writing."""
