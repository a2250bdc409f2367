"""Common words that are one slip away from a keyword and mean something else."""

INNOCENTS = frozenset(
    """remote remoted cancer canceled cancelled stock shops steps spots massage massages spending lending bending
    mending pending tending tests tents taxes taxed contract contracts contrast context contexts content written
    istiyorum waiting biting citing exiting exciting calling falling rolling
    """.split()
)
