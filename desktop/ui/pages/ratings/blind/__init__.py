"""Each assessor alone: rate, hand in, and once an area is opened settle where they differ."""
