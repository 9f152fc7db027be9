"""The counting engine: tags and suggestions in, numbers with their base and evidence out."""
