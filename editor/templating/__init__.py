"""Templates are data: what a body prints, numbers and asks for, in each of its languages."""
