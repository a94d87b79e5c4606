"""Cases of defenders at risk, behind a lock of their own."""
