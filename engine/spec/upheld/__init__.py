"""What a layer has promised, held against what the layers above make of it."""
