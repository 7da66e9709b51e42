"""How words arrive and leave: the web app, and one package a channel."""
