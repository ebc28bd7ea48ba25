"""The registers of places, goods, routes and channels, loaded with their sources."""
