"""From step to step: asking, doing, ending, what begins and what is put."""
