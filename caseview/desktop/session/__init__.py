"""What the window needs of an open casebook, part by part; the wiring fulfils it."""
