"""The limits of every figure, which travel with it wherever it is sent."""

LIMITATIONS = (
    (
        "The reviews are the ones in this casebook, most of them published. They are not a random "
        "sample of cases, and the figures say nothing about how common a problem is in practice."
    ),
    (
        "Themes show what the authors of reviews wrote. A theme that is absent from a review is "
        "absent from its text, which does not mean that it was absent from the case."
    ),
    (
        "Reviews look back with hindsight, their quality and length vary, and the police are one "
        "of many agencies in them."
    ),
    (
        "A review can carry several themes, so percentages do not add up to 100%. A review counts "
        "once for a theme, however often the theme stands in it."
    ),
)
"""The limits that travel with every summary."""
