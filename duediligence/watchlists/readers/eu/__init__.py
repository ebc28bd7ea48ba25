"""The consolidated financial sanctions list of the European Union."""
