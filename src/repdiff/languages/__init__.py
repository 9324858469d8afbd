"""Words of human languages, and the scripts they are written in: frozen data that the algorithms ask for."""
