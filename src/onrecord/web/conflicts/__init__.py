"""Where papers disagree and where they repeat each other, with every passage lit on its page."""
