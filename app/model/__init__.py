"""What a plan is: frozen values and their rules, with no input or output."""
