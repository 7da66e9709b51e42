"""Values that are named in a message: services, people, phones, names, choices on the screen."""
