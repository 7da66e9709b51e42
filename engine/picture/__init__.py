"""A flow as a picture: boxes, lines for what leads on, chips for everything else."""
