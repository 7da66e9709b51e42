"""The language data of this room: English and Swahili words, tables only."""
