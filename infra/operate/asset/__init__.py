"""`make asset`: the assets of a deployment, kept by an operator, and the files that go to the printer."""
