"""Reading back what was filled in on paper or in a PDF, in a process of its own."""
