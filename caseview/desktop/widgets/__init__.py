"""The parts that views are put together from, each with its accessible name."""
