"""The parts of one flow resolved: names, slots, steps, ways, timers, promises."""
