"""The built-in domains, each an installed entry point like anybody else's."""
