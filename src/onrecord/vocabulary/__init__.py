"""The words of the world as data: States, bodies, treaties, sessions, document symbols; finding and spelling only."""
