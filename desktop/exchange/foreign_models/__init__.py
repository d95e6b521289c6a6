"""Models as others write them down, as packs of the scoring vocabulary: rubrics, libraries, tables of practices."""
