"""What customers say, as data: cues by act and classes of words. README.md tells the form."""
