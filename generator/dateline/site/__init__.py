"""What a site is made of, and the three ways of making it."""
