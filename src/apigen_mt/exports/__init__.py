"""Our blueprints in the shapes of other people's runners."""
