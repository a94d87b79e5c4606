"""Steps from one shape of the archive to the next; applied when an archive is opened."""
