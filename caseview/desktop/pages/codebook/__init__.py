"""The Codebook view: themes as a document that is edited, tried out and applied."""
