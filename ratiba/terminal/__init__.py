"""How the command looks: lines, bubbles, tables, errors; nothing here decides anything."""
