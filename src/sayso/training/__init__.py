"""How every shipped weight was made, from sentences written for this project."""
