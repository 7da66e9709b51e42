"""Stand-ins that speak the providers' wire protocols, for the demo, `chat` and the tests."""
