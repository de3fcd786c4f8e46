"""Forms: each module builds a modal and parses what people entered in it."""
