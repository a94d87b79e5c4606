"""Labels on the page of a recommendation: what is suggested, what persons decided."""
