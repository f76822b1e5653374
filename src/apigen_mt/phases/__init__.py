"""The two phases: blueprints, then conversations about them. Knows neither disk nor concurrency."""
